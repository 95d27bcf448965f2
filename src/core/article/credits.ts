import { type TextSpan, textSpan } from "../text/spans.js";

export type CreditRole = "reporter" | "editor" | "source" | "author" | "reference";

/** A name or an outlet that a credit gives, with its span of the visible text. */
export interface Credit {
  readonly role: CreditRole;
  readonly value: string;
  readonly span: TextSpan;
}

const editorLabels =
  "责任编辑|责编|执行编辑|本期编辑|值班编辑|值班主任|值班编委|值班主编|值班总编|流程编辑|网络编辑|网页编辑|新媒体编辑|美术编辑|编辑姓名|编辑|执行主编|主编|总编辑|副总编|编审|编校|审校|责校|校对|审核|监制|总监制|终审|复审|初审|二审|三审|一审|美编|版面|视觉|排版|制作|统筹|总统筹|策划|总策划|出品|总值班|审读|签发|制图|设计|责任校对";
const reporterLabels =
  "本报全媒体记者|全媒体记者|本报记者|本网记者|本台记者|见习记者|特约记者|实习记者|融媒体记者|首席记者|特派记者|记者|撰文|撰稿|采写|采访|文图|图文|文/图|图/文|文/片|文字|文|图片|图|摄影报道|摄影|摄像|摄|视频|剪辑|配音|海报|通讯员|特约通讯员|实习生|供稿|供图|整理|报道";
const authorLabels = "本文作者|作者";
const sourceLabels = "信息来源|文章来源|内容来源|新闻来源|稿件来源|来源|稿源|转自";
const referenceLabels = "素材来源|资料来源|参考资料|资料";

const role = new Map<string, CreditRole>();
for (const [labels, kind] of [
  [editorLabels, "editor"],
  [reporterLabels, "reporter"],
  [authorLabels, "author"],
  [sourceLabels, "source"],
  [referenceLabels, "reference"],
] as const) {
  for (const label of labels.split("|")) role.set(label, kind);
}
/** Longest first, so that 责任编辑 is not read as 编辑. */
const label = [...role.keys()].sort((a, b) => b.length - a.length).join("|");
const marked = new RegExp(`(${label})[\\s\u3000]*[:：|｜丨/][\\s\u3000]*`, "g");
const opening = /^[\s\u3000]*[（(［[【〔]?[\s\u3000]*/;
const startsWithLabel = new RegExp(`^(?:${label})[\\s\u3000]*[:：|｜丨/]`);
const startsWithReporter =
  /^(?:[\p{Script=Han}A-Za-z]{0,12})?(?:记者|通讯员)[\s\u3000:：]*(?:[\p{Script=Han}·]{2,}|\p{Script=Han}[\s\u3000]+\p{Script=Han}(?=[\s\u3000]|$))/u;
const bracketed = /[（(]([^（）()\n]{2,80})[）)]/g;
const nameOnly = /^\p{Script=Han}{2,4}(?:[\s\u3000、,，]+\p{Script=Han}{2,4}){0,4}$/u;
/** A label set apart by a space only: 编辑 张三 监制 李四. */
const spacedLabel = new RegExp(`(${label})[\\s\u3000]+(?=[\\p{Script=Han}[])`, "gu");
/** 本报记者张三摄, 李四 / 摄: the photographer named in a caption. */
const photographer =
  /(?:^|[\s\u3000/／。，,]|记者|通讯员)[\s\u3000:：]*(\p{Script=Han}{2,4}?)[\s\u3000]*[/／]?[\s\u3000]*摄(?=$|[\s\u3000。，；、）)/／])/gu;
const bracketedLabel = new RegExp(`(?:^|[\\s\u3000])(?:[^：:]{0,16}?)(?:${label})[\\s\u3000]*[:：|｜丨/]?`);

/** Whether a whole line is a credit: 来源：…, 责任编辑：…, （记者 …）, 撰文 | …. `line` is its visible text. */
export function isCreditLine(line: string): boolean {
  if (line.trim().length > 90) return false;
  const text = line.replace(opening, "");
  if (startsWithLabel.test(text)) return !/[。！？]/.test(text);
  if (/^(?:责任编辑|责编|编辑|校对)[\s\u3000]*[[【]?[\s\u3000]*\p{Script=Han}{2,4}[\s\u3000]*(?:[\]】]|$)/u.test(text))
    return true;
  const bare = text.replace(/[）)\]】〕\s\u3000]+$/, "");
  return bare.length <= 40 && startsWithReporter.test(bare) && !/[，。：；“”]/.test(bare.replace(/记者[:：]/, ""));
}

/** Reads the credits of a line that is one. `offset` is the line's start in the visible text. */
export function readCreditLine(line: string, offset: number): Credit[] {
  const credits: Credit[] = [];
  const colons = [...line.matchAll(marked)];
  const labels = colons.length > 0 ? colons : [...line.matchAll(spacedLabel)];
  labels.forEach((match, i) => {
    const start = match.index + match[0].length;
    const end = labels[i + 1]?.index ?? line.length;
    const kind = role.get(match[1] as string) ?? "author";
    if (kind === "source") credits.push(...readOutlet(line, start, end, offset));
    else if (kind !== "reference") credits.push(...readNames(line, start, end, offset, kind));
  });
  if (labels.length === 0) credits.push(...readReporters(line, 0, line.length, offset));
  return credits;
}

/**
 * Reads the credits that stand inside a line of the body: 电（记者张三、李四）, a closing （黄某）.
 * `atEnd` says that the line is the last of the body or ends a paragraph, where a bare name is a credit.
 */
export function readInlineCredits(line: string, offset: number): { credits: Credit[]; span: TextSpan }[] {
  const found: { credits: Credit[]; span: TextSpan }[] = [];
  for (const match of /[（(]/.test(line) ? line.matchAll(bracketed) : []) {
    const inner = match[1] as string;
    const start = match.index + 1;
    const end = start + inner.length;
    const last = /^[\s\u3000]*$/.test(line.slice(end + 1)) && match.index > 0;
    let credits: Credit[] = [];
    if (/记者|通讯员/.test(inner)) credits = readReporters(line, start, end, offset);
    // `test` of a global pattern would go on where it last stopped, in another article.
    else if (last && bracketedLabel.test(inner) && (startsWithLabel.test(inner) || inner.search(spacedLabel) >= 0))
      credits = readMarked(line, start, end, offset);
    else if (last && nameOnly.test(inner) && /[。！”…]\s*$/.test(line.slice(0, match.index))) {
      credits = readNames(line, start, end, offset, "reporter");
    }
    if (credits.length > 0) found.push({ credits, span: textSpan(offset + match.index, offset + end + 1) });
  }
  for (const match of line.includes("摄") ? line.matchAll(photographer) : []) {
    const name = match[1] as string;
    const start = match.index + match[0].lastIndexOf(name);
    const within = found.some(
      (credit) => credit.span.start < offset + start + name.length && offset + start < credit.span.end,
    );
    if (within || notNames.test(name)) continue;
    found.push({
      credits: [credit(line, start, start + name.length, offset, "reporter")],
      span: textSpan(offset + start, offset + match.index + match[0].length),
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function readMarked(line: string, start: number, end: number, offset: number): Credit[] {
  return readCreditLine(line.slice(start, end), offset + start);
}

/** Reads 某报记者 张三 李四 通讯员 王五. */
function readReporters(line: string, start: number, end: number, offset: number): Credit[] {
  const credits: Credit[] = [];
  const labels = [...line.slice(start, end).matchAll(/(?:记者|通讯员|实习生|摄影|文\/图|图\/文)[\s\u3000:：]*/g)];
  labels.forEach((match, i) => {
    const from = start + match.index + match[0].length;
    const to = labels[i + 1] ? start + (labels[i + 1] as RegExpMatchArray & { index: number }).index : end;
    credits.push(...readNames(line, from, to, offset, "reporter"));
  });
  return credits;
}

function readOutlet(line: string, start: number, end: number, offset: number): Credit[] {
  const match = /^[\s\u3000《]*([^\s\u3000|（）()【】《》]{2,40})/u.exec(line.slice(start, end));
  if (!match?.[1]) return [];
  const at = start + match[0].length - match[1].length;
  const value = match[1].replace(/[,，。；;]+$/, "");
  return [{ role: "source", value, span: textSpan(offset + at, offset + at + value.length) }];
}

const token = /\p{Script=Han}+(?:·\p{Script=Han}+)*/gu;

/** Words that stand among the names of a credit and are none. */
const notNames =
  /(?:点击|日期|字号|时间|分享至?|分享到|版式|责编|审核|校对|打印|关闭|收藏|纠错|评论|阅读|字体|下载|推荐|转发|供图|供稿|发布|更新|浏览|次数|大图|查看|全文|原文|链接|详细|公告|记者|通讯员|编辑|报道|摄影|摄像|综合|实习生|日报|晚报|晨报|早报|都市报|新闻|电视台|客户端|中心|中国|新华社|文图|来源|网站|公众号|资料|图片|视频|制图|部门|工作室)$/;

/**
 * Reads personal names. Names of two characters may be set with a space inside (李 明): two single
 * characters in a row are one name.
 */
function readNames(line: string, start: number, end: number, offset: number, kind: CreditRole): Credit[] {
  const credits: Credit[] = [];
  const slice = line.slice(start, end);
  let single: { at: number; text: string } | undefined;
  for (const match of slice.matchAll(token)) {
    const text = match[0];
    const at = start + match.index;
    if (text.length === 1) {
      if (single && /^[\s\u3000]+$/.test(line.slice(single.at + 1, at))) {
        credits.push(credit(line, single.at, at + 1, offset, kind));
        single = undefined;
      } else single = { at, text };
      continue;
    }
    single = undefined;
    // 王翔摄, 李禾文: the trade may be set behind the name.
    const trade = /^(\p{Script=Han}{2,3})[文摄图绘]$/u.exec(text);
    const name = trade?.[1] && text.length >= 3 && /[摄绘]$/.test(text) ? trade[1] : text;
    if ((name.includes("·") || name.length <= 4) && !notNames.test(name)) {
      credits.push(credit(line, at, at + name.length, offset, kind));
    }
  }
  return credits;
}

function credit(line: string, start: number, end: number, offset: number, kind: CreditRole): Credit {
  return {
    role: kind,
    value: line.slice(start, end).replace(/[\s\u3000]+/g, ""),
    span: textSpan(offset + start, offset + end),
  };
}
