import type { TextSpan } from "../text/spans.js";
import type { MeetingSide, StatementKind } from "./meeting.js";
import { agencyAtom as A, personAtom as P, type Skeleton } from "./skeleton.js";

/** An ask or an answer found in a meeting's sentences. */
export interface FoundStatement {
  readonly kind: StatementKind;
  readonly side: MeetingSide;
  readonly speakers: readonly number[];
  readonly span: TextSpan;
}

/** The two sides, and which side somebody else of the article belongs to. Rows of mentions. */
export interface Sides {
  readonly hosts: readonly number[];
  readonly guests: readonly number[];
  sideOf(row: number): MeetingSide | undefined;
}

const people = new RegExp(`${P}(?:[、，和及 \\u3000]{0,2}${P})*`, "g");
/** What may stand between the start of a clause and the one who speaks in it. */
const opener = /(?:^|[，。；：“”！？]|随后|其间|会上|席间|对此|期间|时|中)$/;
const speaking =
  /表示|指出|强调|说|介绍|认为|希望|感谢|回应|承诺|坦言|谈到|提出|建议|期待|肯定|评价|欢迎|赞同|祝贺|恳请|代表|谈了|道/;
const asking = /(?:希望|恳请|盼望|诚邀|热切期盼|期盼|期待|期望|请求)(?![，。、”的])|请(?=[\uE000\uE001])/;
const notAsking = /(?:殷切|深切|厚望|寄予|新|的|充满)$/;
/** Saying something, not showing a feeling: 对…表示感谢 reports no promise. */
const replying =
  /(?:表示|回应|承诺(?!制|的|书|函)|答复)(?:说)?(?![^，。：]{0,6}(?:感谢|谢意|欢迎|祝贺|问候|敬意|慰问|赞赏|关切|满意|肯定|赞同|认同|同意|认可|哀悼|祝愿))|(?:说|指出|强调|介绍|谈到|坦言)(?=[：，])/;
const saying = /(?:表示|回应|承诺|答复|说|指出|强调|介绍|谈到|坦言)/;
const promising = new RegExp(`^[^，。${P}]{0,14}(?:一定|将|愿意?|承诺|全力)`);
const opensWith = /^[\s\u3000]*(?:他|她|其)(?:还|又|也)?/;

/**
 * What the sides asked of each other and answered, in the stretch [start, end) of a skeleton. A sentence
 * without a speaker of its own goes on with the one before it. `first` speaks where nobody does yet.
 */
export function statementsIn(
  skeleton: Skeleton,
  start: number,
  end: number,
  sides: Sides,
  first: readonly number[],
): FoundStatement[] {
  const found: FoundStatement[] = [];
  let speakers = first;
  let open: { statement: FoundStatement; index: number } | undefined;
  for (const [from, to] of skeleton.sentences()) {
    if (to <= start || from >= end) continue;
    const at = Math.max(from, start);
    const sentence = skeleton.text.slice(at, to);
    const subject = speakerOf(skeleton, at, to, sides);
    const changed = subject !== undefined;
    if (subject) speakers = subject.rows;
    const side = speakers[0] === undefined ? undefined : sides.sideOf(speakers[0]);
    if (!side) {
      open = undefined;
      continue;
    }
    const rest = subject ? subject.end - at : 0;
    const ask = askIn(skeleton, at, to, rest, side, sides);
    const answer = answerIn(sentence, rest, side, changed, found);
    if (answer !== undefined && (ask === undefined || answer < ask)) {
      const span = trimmed(skeleton, at + answer, ask === undefined ? to : at + ask);
      if (span) {
        const statement: FoundStatement = { kind: "answer", side, speakers, span };
        open = { statement, index: found.push(statement) - 1 };
      }
    } else if (
      ask === undefined &&
      open &&
      !changed &&
      open.statement.speakers === speakers &&
      side === "guest" &&
      goesOnFor(skeleton, at, to, side, sides)
    ) {
      // The guest goes on: 他说，…。将…。
      const tail = trimmed(skeleton, at, to);
      if (tail) {
        const longer = { ...open.statement, span: { ...open.statement.span, end: tail.end } as TextSpan };
        found[open.index] = longer;
        open = { statement: longer, index: open.index };
      }
    } else open = undefined;
    if (ask !== undefined) {
      const span = trimmed(skeleton, at + ask, to);
      if (span) found.push({ kind: "ask", side, speakers, span });
      open = undefined;
    }
  }
  return found;
}

/** A sentence whose subject is somebody else's is no part of a speech before it. */
function goesOnFor(skeleton: Skeleton, from: number, to: number, side: MeetingSide, sides: Sides): boolean {
  const opening = /^[\s\u3000]*([\uE000\uE001])|^[\s\u3000]*(?:双方|会谈|会见|座谈|随后|会后|同日|当天)/.exec(
    skeleton.text.slice(from, to),
  );
  if (!opening) return true;
  const row = opening[1] ? skeleton.row(from + opening[0].length - 1) : undefined;
  return row !== undefined && sides.sideOf(row) === side;
}

/** Who speaks in a sentence: the people who open a clause of it with a verb of speech behind them. */
function speakerOf(
  skeleton: Skeleton,
  from: number,
  to: number,
  sides: Sides,
): { rows: number[]; end: number } | undefined {
  const sentence = skeleton.text.slice(from, to);
  for (const match of sentence.matchAll(people)) {
    const before = sentence.slice(0, match.index);
    if (!opener.test(before.trimEnd())) continue;
    const behind = match.index + match[0].length;
    if (!speaking.test(sentence.slice(behind))) continue;
    const rows = skeleton.rowsIn(from + match.index, from + behind);
    if (rows.some((row) => sides.sideOf(row) !== undefined)) return { rows, end: from + behind };
  }
  return undefined;
}

function askIn(
  skeleton: Skeleton,
  at: number,
  to: number,
  from: number,
  side: MeetingSide,
  sides: Sides,
): number | undefined {
  const rest = skeleton.text.slice(at + from, to);
  const match = asking.exec(rest);
  if (!match || notAsking.test(rest.slice(0, match.index))) return undefined;
  // 请省发展改革委牵头 gives an order to one's own side.
  if (match[0] === "请") {
    const asked = skeleton.row(at + from + match.index + 1);
    if (asked === undefined || sides.sideOf(asked) !== (side === "host" ? "guest" : "host")) return undefined;
  }
  return from + match.index;
}

function answerIn(
  sentence: string,
  from: number,
  side: MeetingSide,
  changed: boolean,
  found: readonly FoundStatement[],
): number | undefined {
  const rest = sentence.slice(from);
  const match = replying.exec(rest);
  if (match && (changed || opensWith.test(sentence)) && (side === "guest" || /表示|回应|承诺|答复/.test(match[0]))) {
    const behind = from + match.index + match[0].length;
    return behind + (/^[：，“\s]+/.exec(sentence.slice(behind))?.[0].length ?? 0);
  }
  // A promise needs no verb of speech where it follows the same side's ask: …一定提供优质服务.
  const last = found[found.length - 1];
  if (
    !changed &&
    last?.side === side &&
    last.kind === "ask" &&
    promising.test(sentence) &&
    !saying.test(sentence.slice(0, 16))
  )
    return 0;
  return undefined;
}

/** The stretch without white space and closing marks at its ends; undefined when nothing is left. */
function trimmed(skeleton: Skeleton, start: number, end: number): TextSpan | undefined {
  let from = start;
  let to = end;
  while (from < to && /[\s\u3000，：“]/.test(skeleton.text.charAt(from))) from++;
  while (to > from && /[\s\u3000。！？，；”’]/.test(skeleton.text.charAt(to - 1))) to--;
  return to - from >= 4 ? skeleton.span(from, to) : undefined;
}

const signing = new RegExp(
  `(?:签署|签订|签约(?!仪式|活动)|签下|达成|交换)了?(?<title>[^，。；${P}${A}]{0,40}?(?:协议书|协议|备忘录|合同|协定|意向书|议定书|公报|合作文件))?`,
  "g",
);
const counted = /^了?(?:共)?[一二两三四五六七八九十\d]+[份项个](?:合作)?(?:协议|合同|文件)$/;
const signers = new RegExp(`([${P}${A}](?:[、和及暨与同]{0,1}[${P}${A}])*)[^，。；${P}${A}]{0,10}$`);

/** An agreement that was signed: `parties` are rows, empty where the article says 双方. */
export interface FoundAgreement {
  readonly span: TextSpan;
  readonly title?: TextSpan;
  readonly parties: readonly number[];
}

/** The agreements signed in [start, end) of a skeleton. */
export function agreementsIn(skeleton: Skeleton, start: number, end: number): FoundAgreement[] {
  const found: FoundAgreement[] = [];
  for (const match of skeleton.text.slice(start, end).matchAll(signing)) {
    const title = match.groups?.title;
    const at = start + match.index;
    const clause = skeleton.text.slice(0, at).replace(/^[\s\S]*[，。；！？]/, "");
    const clauseAt = at - clause.length;
    const signed = signers.exec(clause);
    const sides = /双方[^，。]{0,8}$/.test(clause) || (/见证(?:下)?$/.test(clause) && !signed);
    if (title === undefined ? !signed || match[0] !== "签约" : counted.test(title)) continue;
    if (!signed && !sides) continue;
    const parties = sides ? [] : skeleton.rowsIn(clauseAt + (signed?.index ?? 0), at);
    if (!sides && parties.length < 2) continue;
    const titleAt = at + match[0].length - (title?.length ?? 0);
    found.push({
      span: skeleton.span(sides ? at : clauseAt + (signed?.index ?? 0), at + match[0].length),
      ...(title ? { title: skeleton.span(titleAt, at + match[0].length) } : {}),
      parties,
    });
  }
  return found;
}
