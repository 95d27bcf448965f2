import { isSpace } from "../text/characters.js";
import type { TextSpan } from "../text/spans.js";
import { chooseName } from "./choose-name.js";
import { continueList } from "./name-lists.js";
import type { Draft, Reading } from "./reading.js";
import { spanOf } from "./span-of.js";

const clauseBreak = /[\n，。；：！？,;:!?]/;
const listEnd = /^(?:等)?(?:\p{Script=Han}{0,6}?)(?:参加|出席|陪同|列席|一同|见证|主持|随同|参会|与会)/u;

/** 吴靖平、王子联、安桂武参加有关活动: a bare list that is the subject of 参加, 出席, 陪同. */
export function proposeLists(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const { text } = reading;
  for (const { span, nameStarts } of reading.landmarks) {
    for (const start of nameStarts) {
      const first = chooseName(reading, start);
      if (!first || first.boundary < 1 || !opensClause(text, start, span)) continue;
      const list = [first, ...continueList(reading, first.end)];
      const last = list[list.length - 1] ?? first;
      const verb = listEnd.test(text.slice(last.end, last.end + 12));
      // Two names need the verb; a longer list of nothing but names proves itself.
      if (list.every((name) => name.wordLike)) continue;
      if ((list.length >= 2 && verb) || (list.length >= 4 && reading.boundaries.after(last.end) === 2)) {
        for (const name of list) {
          drafts.push({ type: "official", ...spanOf(name), rule: "list-before-verb", score: 0.6 + 0.3 * name.score });
        }
      }
    }
  }
  return drafts;
}

/** Whether nothing but space stands between an offset and the mark before its clause. */
function opensClause(text: string, offset: number, span: TextSpan): boolean {
  let at = offset;
  while (at > span.start && isSpace(text.charCodeAt(at - 1))) at--;
  return at === span.start || clauseBreak.test(text.charAt(at - 1));
}
