import { type TextSpan, textSpan } from "../text/spans.js";
import type { MeetingInput } from "./meeting-reports.js";

const before = /在|赴|抵达|来到|前往|到/g;
/** 在宁川会见: a place that no list holds is believed between 在 and what was done there. */
const unlisted = /在(\p{Script=Han}{2,5}?)(?=会见|会晤|拜会|接见|与|同|和|举行|召开)/gu;
/** What goes on behind the place of a meeting; 在吉林实施… is where something is to be done. */
const behind =
  /^(?:[，,、。]|分别|先后|专程|与|同|和|举行|召开|会见|会晤|拜会|接见|拜访|出席|开展|进行|就|学习|考察|参加|期间|调研)/;
const notPlace = /(?:会上|期间|之际|时|中|下|后|前|基础|方面|领域|过程)$/;

/** Where a meeting was held: as its own sentences say, else as the lead does. Spans of the visible text. */
export function placeOfMeeting(
  input: MeetingInput,
  sentences: readonly TextSpan[],
  lead: readonly TextSpan[],
): TextSpan | undefined {
  for (const span of [...sentences, ...lead]) {
    const found = listedIn(input, span) ?? unlistedIn(input, span);
    if (found) return found;
  }
  return undefined;
}

function listedIn(input: MeetingInput, span: TextSpan): TextSpan | undefined {
  const { text } = input.article;
  for (const match of text.slice(span.start, span.end).matchAll(before)) {
    const start = span.start + match.index + match[0].length;
    let end = input.placeAt(start);
    if (end === undefined || input.actors.some((actor) => actor.start === start)) continue;
    for (let next = input.placeAt(end); next !== undefined && next <= span.end; next = input.placeAt(end)) end = next;
    if (behind.test(text.slice(end, end + 4))) return textSpan(start, end);
  }
  return undefined;
}

function unlistedIn(input: MeetingInput, span: TextSpan): TextSpan | undefined {
  const { text } = input.article;
  for (const match of text.slice(span.start, span.end).matchAll(unlisted)) {
    const name = match[1] ?? "";
    const start = span.start + match.index + 1;
    const end = start + name.length;
    if (notPlace.test(name) || input.actors.some((actor) => actor.start < end && start < actor.end)) continue;
    return textSpan(start, end);
  }
  return undefined;
}
