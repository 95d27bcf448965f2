import { agencyTypes, levels } from "../lexicon/entries.js";

/**
 * The fields of `.tifa/lexicon.yaml`: the reader takes these and no others, the JSON schema is made of them,
 * and the editor offers and explains them.
 */

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/**
 * What a field holds. `texts`: a list, or one text without a list; `bilingual`: text, or `en` and `zh`;
 * an array: one of its values.
 */
export type FieldKind = "text" | "texts" | "year" | "flag" | "id" | "color" | "bilingual" | "posts" | readonly string[];

export interface LexiconField {
  readonly kind: FieldKind;
  readonly about: Bilingual;
  /** The entry does not count without it. */
  readonly required?: true;
}

export type LexiconFields = Readonly<Record<string, LexiconField>>;

export interface LexiconSection {
  readonly about: Bilingual;
  /** Whether a bare name makes an entry. */
  readonly bare: boolean;
  readonly fields: LexiconFields;
}

const note: LexiconField = {
  kind: "text",
  about: { en: "Where the entry is from, shown as its source.", zh: "出处，显示为条目来源。" },
};

const officials = {
  name: { kind: "text", required: true, about: { en: "The full name.", zh: "姓名。" } },
  aliases: { kind: "texts", about: { en: "Other forms of the name.", zh: "别名。" } },
  posts: { kind: "posts", about: { en: "Posts, with the years they were held.", zh: "职务及任职年份。" } },
  common: {
    kind: "flag",
    about: {
      en: "A name that many people share or that is also a word: marked only where a post stands with it.",
      zh: "常见姓名或同形词，仅在有职务等依据时标注。",
    },
  },
  country: { kind: "text", about: { en: "The country, if it is not China.", zh: "国籍（非中国时）。" } },
  note,
} as const satisfies LexiconFields;

const agencies = {
  name: { kind: "text", required: true, about: { en: "The full name.", zh: "全称。" } },
  aliases: { kind: "texts", about: { en: "Short forms that mean nothing else.", zh: "无歧义的简称。" } },
  weak: {
    kind: "texts",
    about: {
      en: "Short forms that are also words: marked only in context.",
      zh: "有歧义的简称，仅在有依据时标注。",
    },
  },
  en: { kind: "text", about: { en: "The English name.", zh: "英文名称。" } },
  type: { kind: agencyTypes, about: { en: "The kind of organisation.", zh: "机构类型。" } },
  level: { kind: levels, about: { en: "The level of administration.", zh: "行政层级。" } },
  since: { kind: "year", about: { en: "The year it was set up.", zh: "成立年份。" } },
  note,
} as const satisfies LexiconFields;

const slogans = {
  term: {
    kind: "text",
    required: true,
    about: { en: "The formulation, without quotation marks.", zh: "提法本身，不带引号。" },
  },
  variants: { kind: "texts", about: { en: "Other wordings of it.", zh: "其他表述。" } },
  expansion: { kind: "text", about: { en: "What a number formula stands for.", zh: "数字简称的全文。" } },
  meaning: {
    kind: "bilingual",
    about: { en: "What it means, in one language or both.", zh: "含义，一种或两种语言。" },
  },
  english: { kind: "text", about: { en: "Its rendering in English.", zh: "英文译法。" } },
  since: { kind: "year", about: { en: "The year it was first used.", zh: "首次使用年份。" } },
  quoted: { kind: "flag", about: { en: "Marked only inside quotation marks.", zh: "仅在引号内标注。" } },
  category: { kind: "text", about: { en: "The field of policy.", zh: "政策领域。" } },
  note,
} as const satisfies LexiconFields;

const classes = {
  id: {
    kind: "id",
    required: true,
    about: {
      en: "Small letters, digits and hyphens; the label in exported files.",
      zh: "小写字母、数字和连字符，用作导出文件中的标签。",
    },
  },
  name: {
    kind: "bilingual",
    about: { en: "What the class is called in the editor.", zh: "编辑器中显示的名称。" },
  },
  color: { kind: "color", about: { en: "The colour, as #rrggbb.", zh: "颜色，格式为 #rrggbb。" } },
  terms: {
    kind: "texts",
    about: { en: "Words that are marked in every article.", zh: "在所有文章中标注的词语。" },
  },
  note,
} as const satisfies LexiconFields;

export const postFields = {
  title: { kind: "text", required: true, about: { en: "The post.", zh: "职务。" } },
  since: { kind: "year", about: { en: "The first year.", zh: "任职起始年份。" } },
  until: { kind: "year", about: { en: "The last year.", zh: "任职结束年份。" } },
} as const satisfies LexiconFields;

export const bilingualFields = {
  en: { kind: "text", about: { en: "In English.", zh: "英文。" } },
  zh: { kind: "text", about: { en: "In Chinese.", zh: "中文。" } },
} as const satisfies LexiconFields;

export const lexiconSections = {
  officials: { bare: true, about: { en: "Holders of posts.", zh: "官员。" }, fields: officials },
  agencies: { bare: true, about: { en: "Organisations.", zh: "机构。" }, fields: agencies },
  slogans: { bare: true, about: { en: "Formulations with their meanings.", zh: "提法及其含义。" }, fields: slogans },
  classes: {
    bare: false,
    about: { en: "Classes of your own, with their colours.", zh: "自定义类别及颜色。" },
    fields: classes,
  },
} as const satisfies Readonly<Record<string, LexiconSection>>;

export type SectionName = keyof typeof lexiconSections;

export function isSectionName(name: string): name is SectionName {
  return Object.hasOwn(lexiconSections, name);
}
