import { type ArticleRecord, mentionOf, type RecordMention } from "../../core/corpus/article-record.js";
import { around, isHeld, ofTime, rowOf } from "../../core/corpus/post-holders.js";
import { postKey } from "../../core/corpus/posts.js";
import {
  isSettled,
  isSingleSeat,
  type ListedPost,
  listedHolders,
  listedTerms,
  provinceHeaded,
  type SettledPost,
} from "../../core/corpus/seats.js";
import { sentenceAround } from "../../core/corpus/sentences.js";
import { areApart, placeName } from "../../core/corpus/territory.js";
import { type Source, sourceAt } from "../../core/corpus/timeline.js";
import { type CheckedArticle, type CheckKnowledge, type ContradictingPost, type Finding, isOpen } from "./check.js";

/** Words of sentences that speak of posts of another time. */
const retrospect = /当年|当时|那年|此前|生前|逝世|遗体|缅怀|纪念|历任|先后任|曾/;

type Contradiction = Pick<ContradictingPost, "holder" | "elsewhere" | "from" | "to" | "sources">;

/**
 * Posts that only one holds at a time, given to somebody while others were, or while the same one was elsewhere.
 * Others count as holding a post through a day when articles say so well before and well after it, or when the
 * lexicon has them begin in an earlier and end in no earlier year: around a change of office nothing is said.
 */
export function contradictingPosts({ record, decided }: CheckedArticle, knowledge: CheckKnowledge): Finding[] {
  const { day } = record;
  if (!day) return [];
  const findings = new Map<string, ContradictingPost>();
  for (const post of record.posts) {
    if (!isSettled(post) || !isHeld(post) || !isSingleSeat(post)) continue;
    const mention = mentionOf(record, post.row);
    if (mention?.entity.type !== "official" || !isOpen(decided, mention)) continue;
    const key = `${mention.entity.id}|${postKey(post)}`;
    if (findings.has(key) || !isOfToday(record, mention) || !isPlaced(record, post)) continue;
    const found =
      byArticles(post, mention.entity.name, record, knowledge) ??
      byLexicon(post, mention.entity.name, day, knowledge) ??
      elsewhere(post, mention, record, knowledge);
    if (!found) continue;
    findings.set(key, {
      code: "contradicting-post",
      span: mention.file,
      words: mention.entity.name,
      place: { span: mention.file, type: mention.entity.type, marked: true },
      post: post.words,
      day,
      fixes: [{ kind: "without-post" }, { kind: "keep", scope: "mention" }],
      ...found,
    });
  }
  return [...findings.values()];
}

/** Whether the sentence speaks of the article's own time: one that names another year looks back or ahead. */
function isOfToday({ text, day = "" }: ArticleRecord, { span }: RecordMention): boolean {
  const { start, end } = sentenceAround(text, span);
  const sentence = text.slice(start, end);
  const years = sentence.match(/(?:19|20)\d{2}(?=\s?年)/g) ?? [];
  return years.every((year) => year === day.slice(0, 4)) && !retrospect.test(sentence);
}

/**
 * Whether it is sure whose post it is: the place is worded (吉林省省长), or the article gives no post of another
 * place of that rank, whose guest a bare 省长 might be.
 */
function isPlaced({ posts }: ArticleRecord, { territory, words }: SettledPost): boolean {
  if (!territory || words.startsWith(placeName(territory).slice(0, 2))) return true;
  return posts.every((other) => !other.territory || !areApart(other.territory, territory));
}

function byArticles(
  post: SettledPost,
  name: string,
  { uri, day = "" }: ArticleRecord,
  { holders }: CheckKnowledge,
): Contradiction | undefined {
  const names = holders.of(post);
  const others = (holder: string) => [...(names.get(holder) ?? [])].filter((article) => article.uri !== uri);
  const own = ofTime(others(name), day).length;
  for (const holder of names.keys()) {
    if (holder === name) continue;
    const articles = others(holder);
    const through = around(articles, day);
    if (!through || ofTime(articles, day).length <= 2 * own) continue;
    const source = (article: ArticleRecord) => sourceAt(article, rowOf(article, holder, post.organ, post.title));
    return { holder, ...told(through, source) };
  }
  return undefined;
}

/**
 * Somebody whom the lexicon knows in this post, in other years than the article's, while it has another hold it.
 * Of people it does not know in the post it cannot tell whether the article or the lexicon is mistaken.
 */
function byLexicon(
  post: SettledPost,
  name: string,
  day: string,
  { lexicon }: CheckKnowledge,
): Contradiction | undefined {
  const year = Number(day.slice(0, 4));
  const own = listedTerms(name, post, lexicon);
  const away = ({ since = year, until = year }: ListedPost) => year < since || until < year;
  if (own.length === 0 || !own.every(away)) return undefined;
  const other = listedHolders(post, lexicon).find(
    ({ name: holder, since = year, until = Infinity }) => holder !== name && since < year && year < until,
  );
  return other && { holder: other.name, from: `${other.since}`, to: `${other.until ?? ""}`, sources: [] };
}

/** The headship of one province, given to somebody who heads another: two governors of one name are not to be had. */
function elsewhere(
  post: SettledPost,
  { entity: { name } }: RecordMention,
  { uri, day = "" }: ArticleRecord,
  { holders }: CheckKnowledge,
): Contradiction | undefined {
  const province = provinceHeaded(post);
  if (!province || !post.words.startsWith(placeName(province).slice(0, 2))) return undefined;
  const others = (held: SettledPost) => [...(holders.of(held).get(name) ?? [])].filter((one) => one.uri !== uri);
  const own = ofTime(others(post), day).length;
  for (const held of holders.headedBy(name)) {
    if (held.territory === province) continue;
    const articles = others(held);
    const through = around(articles, day);
    if (!through || ofTime(articles, day).length <= 2 * own) continue;
    const source = (article: ArticleRecord) => sourceAt(article, rowOf(article, name, held.organ, held.title));
    return { elsewhere: `${placeName(held.territory ?? "")}${held.title}`, ...told(through, source) };
  }
  return undefined;
}

function told(
  { before, after }: { readonly before: ArticleRecord; readonly after: ArticleRecord },
  source: (article: ArticleRecord) => Source,
): Pick<Contradiction, "from" | "to" | "sources"> {
  return { from: before.day ?? "", to: after.day ?? "", sources: [source(before), source(after)] };
}
