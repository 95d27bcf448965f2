import type { Locale } from "./locale.js";

/** What each rule of recognition goes by, in a reader's words: English, Chinese. */
const texts: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  accused: ["a disciplinary notice names the person", "纪律审查通报点名"],
  addressed: ["the form of address 同志 follows", "后接“同志”的称谓"],
  "after-title": ["a title stands before the name", "姓名前有职务"],
  "ambiguous-short-form": [
    "a short form that is also an ordinary word, without a sign that the organisation is meant",
    "简称有歧义，上下文未表明指机构",
  ],
  appointment: ["the wording of an appointment or a curriculum vitae", "任免或简历句式"],
  "bare-bureau": ["a bureau of a ministry, named without the ministry", "省略部名的司局"],
  "bare-department": ["a department named without its place", "省略地名的部门"],
  branch: ["a branch or unit of an organisation in the lexicon", "词库中机构的分支或内设单位"],
  "coined-earlier": ["the term stands in quotation marks elsewhere in this article", "本文另有加引号的同一表述"],
  "committee-department": ["a department of a Party committee", "党委部门"],
  "credit-author": ["the credits name the author", "署名行中的作者"],
  "credit-editor": ["the credits name the editor", "署名行中的编辑"],
  "credit-reporter": ["the credits name the reporter", "署名行中的记者"],
  "dotted-name": ["a name whose parts are joined by a dot", "以间隔号连接的姓名"],
  "established-name": ["the name is established elsewhere in this article", "姓名已由本文他处确认"],
  "known-official": ["the name is in the lexicon", "词库收录的姓名"],
  "foreign-organ": ["an organ of another country", "外国机构"],
  "learned-name": ["another article of the folder gives the name with its post", "同一文件夹的其他文章已确认此名称"],
  "parallel-phrases": ["clauses of one length that share a character in its place", "字数相同且有相同字的排比短语"],
  reader: ["a reader decided so", "由读者决定"],
  lexicon: ["the lexicon lists the formulation", "词库收录的提法"],
  "lexicon-alias": ["a short or other name in the lexicon", "词库收录的简称或别称"],
  "lexicon-former": ["a former name in the lexicon", "词库收录的曾用名"],
  "lexicon-name": ["the name is in the lexicon", "词库收录的名称"],
  "lexicon-quoted": ["the lexicon lists the formulation, and it is quoted", "词库收录的提法，且加引号"],
  "lexicon-weak": [
    "a short form in the lexicon, with a sign that the organisation is meant",
    "词库收录的简称，上下文表明指机构",
  ],
  "list-before-verb": ["a list of names before a verb of attending", "出席、参加等动词前的名单"],
  "local-company": ["a company's short form with a place behind it", "企业简称后接地名"],
  "local-department": ["a place followed by the name of a department", "地名加部门名称"],
  "local-organ": ["a place followed by the name of an organ", "地名加机关名称"],
  "organ-before-title": ["an organ without its place, before a title", "职务前省略地名的机关"],
  "organ-department": ["a department of an organ", "机关的内设部门"],
  "organs-of-every-place": ["organs of every place, and of none in particular", "泛指各地机关"],
  "party-branch": ["a local branch of a party", "党派的地方组织"],
  "party-committee": ["a Party committee of a place", "地方党委"],
  "post-in-brackets": ["a post in brackets follows the name", "姓名后括注职务"],
  "prefix-dropped": ["an organ that drops the place it shares with the one before", "承前省略地名的机关"],
  "quoted-after-policy-verb": ["quoted, behind a verb of policy", "加引号，前接政策动词"],
  "quoted-before-policy-noun": ["quoted, before a noun of policy", "加引号，后接政策名词"],
  "quoted-clauses": ["a quoted run of clauses", "加引号的并列分句"],
  "quoted-figure": ["a quoted figure", "加引号的数字"],
  "quoted-in-policy": ["quoted, between a verb and a noun of policy", "加引号，处于政策动词和名词之间"],
  "quoted-number-formula": ["quoted, and a formula of numbers", "加引号的数字概括语"],
  "quoted-parallel": ["a quoted run of parallel clauses", "加引号的并列短语"],
  "quoted-problem": ["a quoted problem or practice that is fought", "加引号的问题或被治理的现象"],
  "quoted-programme": ["quoted, and worded as a programme", "加引号，措辞为工程、行动或清单"],
  "quoted-speech": ["quoted speech", "引用的话语"],
  "quoted-term": ["a quoted term without a sign of policy around it", "加引号的词语，上下文无政策标志"],
  "quoted-thing": ["the quoted name of a thing", "加引号的事物名称"],
  "quoted-too-long": ["a quotation too long for a formulation", "引文过长，不是提法"],
  "quoted-with-place": ["quoted, and coined on a place", "加引号，由地名构成的概括语"],
  "short-name-core": ["the core of a full name in this article", "本文全称的核心部分"],
  "short-name-given": ["the article gives this short name", "本文说明的简称"],
  speaker: ["the name is the subject of a verb of saying", "姓名是言说动词的主语"],
  "stationed-group": ["an inspection group stationed in an organ", "派驻纪检监察组"],
  "title-list": ["the name continues a list behind a title", "职务后并列的姓名"],
};

/** The words for a rule; a rule of a family (`ending-company`) has its family's, an unknown one its own name. */
export function ruleText(rule: string, locale: Locale): string {
  const own = texts[rule] ?? family(rule);
  return own ? own[locale === "zh" ? 1 : 0] : rule;
}

/** Whether a rule has words of its own or of its family. */
export function hasRuleText(rule: string): boolean {
  return texts[rule] !== undefined || family(rule) !== undefined;
}

function family(rule: string): readonly [string, string] | undefined {
  return rule.startsWith("ending-")
    ? ["the name ends as organisations' names do", "以机构名称的常见词尾结束"]
    : undefined;
}
