import type { OwnMention } from "../core/annotation/decided.js";
import type { ArticleForm } from "../core/article/article.js";
import type { Lexicon } from "../core/lexicon/lexicon.js";
import type { Analysis } from "../core/recognize/analysis.js";
import type { Entity } from "../core/recognize/entity.js";
import type { Mention, MentionType } from "../core/recognize/mention.js";
import { type FileSpan, hull } from "../core/text/spans.js";
import { sloganEntry } from "./lexicon-entries.js";
import type { Locale } from "./locale.js";

export interface MentionLeaf {
  readonly span: FileSpan;
  /** The words around the mention, of the visible text of its line. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
}
export interface EntityBranch {
  readonly id: string;
  readonly name: string;
  readonly detail?: string;
  readonly mentions: readonly MentionLeaf[];
}
export interface EntityGroup {
  readonly type: MentionType | "candidate";
  readonly entities: readonly EntityBranch[];
}
export interface EntityTree {
  readonly form: ArticleForm;
  readonly title?: string;
  readonly groups: readonly EntityGroup[];
}

const order = ["official", "agency", "slogan", "candidate", "byline", "person"] as const;
/** How much of the text around a mention is shown, in UTF-16 code units. */
const reach = 14;

/** The entities of an article by class, in order of their first mention; a class without any is left out. */
export function entityTree(analysis: Analysis, lexicon: Lexicon, locale: Locale): EntityTree {
  const groups = order.map((type) => ({ type, entities: branches(analysis, lexicon, locale, type) }));
  const title = analysis.article.meta.title?.value;
  return {
    form: analysis.article.form,
    ...(title ? { title } : {}),
    groups: groups.filter(({ entities }) => entities.length > 0),
  };
}

function branches(analysis: Analysis, lexicon: Lexicon, locale: Locale, type: EntityGroup["type"]): EntityBranch[] {
  const mentions = new Map<string, Mention[]>();
  for (const mention of analysis.mentions) {
    if ((mention.candidate ? "candidate" : mention.type) !== type) continue;
    const list = mentions.get(mention.entityId);
    if (list) list.push(mention);
    else mentions.set(mention.entityId, [mention]);
  }
  return [...mentions].flatMap(([id, list]) => {
    const entity = analysis.entities.get(id);
    if (!entity) return [];
    const detail = detailOf(entity, lexicon, locale);
    const name = type === "agency" ? (list[0]?.text ?? entity.name) : entity.name;
    return [
      {
        id,
        name,
        ...(detail && detail !== name ? { detail } : {}),
        mentions: list.map((mention) => leafOf(analysis, mention)),
      },
    ];
  });
}

/** What is marked of a class of the reader's own, by entity, in order of first mention. */
export function ownBranches(analysis: Analysis, own: readonly OwnMention[]): EntityBranch[] {
  const mentions = new Map<string, OwnMention[]>();
  for (const mention of own) mentions.set(mention.entityId, [...(mentions.get(mention.entityId) ?? []), mention]);
  return [...mentions].map(([id, list]) => ({
    id,
    name: id.slice(id.indexOf(":") + 1),
    mentions: list.map((mention) => leafOf(analysis, mention)),
  }));
}

/** The posts of an official, the full name of an agency, the expansion of a slogan or its rendering in English. */
function detailOf(entity: Entity, lexicon: Lexicon, locale: Locale): string | undefined {
  switch (entity.type) {
    case "agency":
      return entity.name;
    case "slogan": {
      const entry = sloganEntry(lexicon, entity);
      return entry?.expansion ?? (locale === "en" ? entry?.english : undefined);
    }
    default:
      return entity.posts.map((post) => post.title).join(locale === "en" ? "; " : "；") || undefined;
  }
}

function leafOf(analysis: Analysis, mention: Mention | OwnMention): MentionLeaf {
  const { text } = analysis.article;
  const { start, end } = mention.span;
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  return {
    span: hull(mention.parts),
    before: whole(before.slice(before.search(/[^\r\n]*$/))).trimStart(),
    text: mention.text,
    after: whole(after.split(/[\r\n]/, 1)[0] ?? "").trimEnd(),
  };
}

/** A cut through a character outside the basic plane leaves half of it, which no protocol carries. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
}
