import { type DecidedAnalysis, decisionOn, type OwnMention } from "../core/annotation/decided.js";
import type { OwnClass } from "../core/annotation/own-classes.js";
import type { AnnotationRecord } from "../core/annotation/records.js";
import { placeRelations } from "../core/annotation/relations.js";
import type { AgencyEntry, OfficialPost } from "../core/lexicon/entries.js";
import type { Lexicon } from "../core/lexicon/lexicon.js";
import type { Analysis } from "../core/recognize/analysis.js";
import type { Entity } from "../core/recognize/entity.js";
import type { Mention } from "../core/recognize/mention.js";
import type { FileSpan } from "../core/text/spans.js";
import { annotationMessagesFor, className } from "./annotation-messages.js";
import { judgementText } from "./judgement-text.js";
import { agencyEntry, officialEntries, sloganEntry } from "./lexicon-entries.js";
import type { Locale } from "./locale.js";
import { escapeMarkdown } from "./markdown.js";
import { mentionAt, mentionsOf } from "./mention-at.js";
import { type Messages, messagesFor } from "./messages.js";
import { organOf } from "./organ-of.js";
import { ruleText } from "./rule-texts.js";

export interface Hover {
  /** Markdown without HTML, links or commands, whatever the file holds. */
  readonly markdown: string;
  readonly span: FileSpan;
}

/** What a card shows of one mention: label and value, both plain text. */
type Row = readonly [label: string, value: string];

/** How many names or posts of one kind a card lists. */
const longestList = 5;

/** What a card tells of the reader's own judgement. */
export interface HoverJudgements {
  readonly decided: DecidedAnalysis;
  readonly classes: readonly OwnClass[];
  /** Of the article: its relations are among them. */
  readonly records: readonly AnnotationRecord[];
}

/** The card of what stands at an offset of the file: of a mention, and of marks of the reader's own classes. */
export function hover(
  analysis: Analysis,
  lexicon: Lexicon,
  offset: number,
  locale: Locale,
  judgements?: HoverJudgements,
): Hover | undefined {
  const card = mentionCard(analysis, lexicon, offset, locale, judgements);
  const own = judgements ? ownCards(judgements, offset, locale) : [];
  const cards = card ? [card, ...own] : own;
  const [first] = cards;
  return first && { markdown: cards.map(({ markdown }) => markdown).join("\n\n---\n\n"), span: first.span };
}

function ownCards(judgements: HoverJudgements, offset: number, locale: Locale): Hover[] {
  const { decided, classes } = judgements;
  return decided.own.flatMap((mention) => {
    const span = mention.parts.find(({ start, end }) => start <= offset && offset <= end);
    if (!span) return [];
    const type = className(mention.type, classes, locale);
    const head = `**${escapeMarkdown(mention.text)}** · ${escapeMarkdown(type)}`;
    const name = mention.entityId.slice(mention.type.length + 1);
    const words = messagesFor(locale);
    const rows: Row[] = [
      [words.fullName, name === mention.text ? "" : name],
      ...judgementRows(judgements, mention, locale),
    ];
    return [{ markdown: [head, ...listOf(rows, words)].join("\n\n"), span }];
  });
}

/** What the reader has drawn from and to a mention, and what was decided on it. */
function judgementRows(judgements: HoverJudgements | undefined, mention: Mention | OwnMention, locale: Locale): Row[] {
  if (!judgements) return [];
  const { decided, records } = judgements;
  const words = annotationMessagesFor(locale);
  const by = decisionOn(decided, mention);
  const relations = records.some(({ kind }) => kind === "relation") ? placeRelations(decided, records).relations : [];
  const drawn = relations.flatMap(({ relation: { type }, from, to }) => [
    ...(from === mention ? [`→ ${to.text} (${type})`] : []),
    ...(to === mention ? [`← ${from.text} (${type})`] : []),
  ]);
  return [
    [words.relations, listed(drawn, messagesFor(locale))],
    [words.judgement, by ? judgementText(by, locale) : ""],
  ];
}

function mentionCard(
  analysis: Analysis,
  lexicon: Lexicon,
  offset: number,
  locale: Locale,
  judgements: HoverJudgements | undefined,
): Hover | undefined {
  const found = mentionAt(analysis, offset);
  const entity = found && analysis.entities.get(found.mention.entityId);
  if (!found || !entity) return undefined;
  const words = messagesFor(locale);
  const { mention, part } = found;
  const type = words.types[mention.candidate ? "candidate" : mention.type];
  const count = words.mentions(mentionsOf(analysis, entity.id).length);
  const rows = [...rowsOf(analysis, lexicon, mention, entity, locale), ...judgementRows(judgements, mention, locale)];
  const head = `**${escapeMarkdown(mention.text)}** · ${type} · ${count}`;
  const note = mention.candidate ? [words.candidateNote] : [];
  return { markdown: [head, ...note, ...listOf(rows, words)].join("\n\n"), span: part };
}

/** Rows as one list; rows without a value are left out. */
function listOf(rows: readonly Row[], words: Messages): string[] {
  const list = rows.flatMap(([label, value]) => (value ? [`- ${label}${words.colon}${escapeMarkdown(value)}`] : []));
  return list.length > 0 ? [list.join("\n")] : [];
}

function rowsOf(analysis: Analysis, lexicon: Lexicon, mention: Mention, entity: Entity, locale: Locale): Row[] {
  const words = messagesFor(locale);
  switch (mention.type) {
    case "official":
    case "person":
      return personRows(analysis, lexicon, mention, entity, words);
    case "agency":
      return agencyRows(agencyEntry(lexicon, entity), mention, entity, words);
    case "slogan":
      return sloganRows(lexicon, mention, entity, locale, words);
    case "byline":
      return [[words.why, ruleText(mention.evidence.rule, locale)]];
  }
}

function personRows(analysis: Analysis, lexicon: Lexicon, mention: Mention, entity: Entity, words: Messages): Row[] {
  const posts = mention.role ? [mention.role] : entity.posts.map((post) => post.title);
  const rows: Row[] = [
    [words.post, listed(posts, words)],
    [words.organ, organOf(analysis, mention, entity)?.name ?? ""],
  ];
  const entries = officialEntries(lexicon, entity);
  const year = Number.parseInt(analysis.article.meta.date?.value ?? "", 10);
  for (const { country = "", posts = [] } of entries) {
    const known = atTheTime(posts, year).map((post) => postText(post, words));
    const label = entries.length > 1 ? words.namesake : words.knownPosts;
    rows.push([label, listed(country ? [country, ...known] : known, words)]);
  }
  return rows;
}

/** The posts that somebody held in the year of the article before all others. */
function atTheTime(posts: readonly OfficialPost[], year: number): OfficialPost[] {
  const held = ({ since, until }: OfficialPost) => since !== undefined && since <= year && year <= (until ?? year);
  return [...posts.filter(held), ...posts.filter((post) => !held(post))];
}

function postText(post: OfficialPost, words: Messages): string {
  const years = words.years(post.since, post.until);
  return years ? `${post.title} (${years})` : post.title;
}

function agencyRows(entry: AgencyEntry | undefined, mention: Mention, entity: Entity, words: Messages): Row[] {
  const rows: Row[] = [[words.fullName, entity.name === mention.text ? "" : entity.name]];
  if (!entry) return rows;
  const names = [...(entry.aliases ?? []), ...(entry.weak ?? [])].filter((name) => name !== mention.text);
  const former = (entry.former ?? []).map(({ name, until }) => (until ? `${name} (${words.until(until)})` : name));
  rows.push(
    [words.english, entry.en ?? ""],
    [words.kind, [words.agencyTypes[entry.type], words.levels[entry.level]].filter(Boolean).join(words.comma)],
    [words.otherNames, listed(names, words)],
    [words.formerNames, listed(former, words)],
    [words.inPlaceSince, entry.since ? String(entry.since) : ""],
  );
  return rows;
}

function sloganRows(lexicon: Lexicon, mention: Mention, entity: Entity, locale: Locale, words: Messages): Row[] {
  const entry = sloganEntry(lexicon, entity);
  const why: Row[] = mention.candidate || !entry ? [[words.why, ruleText(mention.evidence.rule, locale)]] : [];
  if (!entry) return why;
  return [
    [words.fullName, entry.term === mention.text ? "" : entry.term],
    [words.expansion, entry.expansion ?? ""],
    [words.meaning, entry.meaning[locale]],
    [words.english, entry.english],
    [words.since, entry.since ? String(entry.since) : ""],
    [words.source, entry.source ?? ""],
    ...why,
  ];
}

function listed(values: readonly string[], words: Messages): string {
  const unique = [...new Set(values)];
  const shown = unique.slice(0, longestList).join(words.semicolon);
  return unique.length > longestList ? `${shown}${words.semicolon}…` : shown;
}
