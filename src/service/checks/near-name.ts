import { alikesOf, areAlike } from "../../core/corpus/alike-characters.js";
import { type ArticleRecord, mentionOf, rowsOf } from "../../core/corpus/article-record.js";
import { dayNumber } from "../../core/corpus/periods.js";
import { around, isHeld, ofTime, rowOf } from "../../core/corpus/post-holders.js";
import { isSettled, isSingleSeat, listedTerms, type SettledPost } from "../../core/corpus/seats.js";
import { sourceAt } from "../../core/corpus/timeline.js";
import { type CheckedArticle, type CheckKnowledge, type Finding, isInOthers, isOpen, type NearName } from "./check.js";

/** Somebody whose name is one character off, with what ties them to a post. */
interface Match {
  readonly known: string;
  readonly post: SettledPost;
  /** The article that ties them to it. */
  readonly article?: ArticleRecord;
}

/**
 * Names one character off from a known one. The known name must be the better established, and its bearer tied
 * to the same post or organ at the time. Characters that are mistaken for one another need less of that than
 * others, names of two characters more: many people are called 王刚 and 王强.
 */
export function nearNames(article: CheckedArticle, knowledge: CheckKnowledge): Finding[] {
  const { record, decided } = article;
  if (!record.day) return [];
  const findings: NearName[] = [];
  for (const [name, posts] of postsByName(article)) {
    if (!isHanName(name) || isEstablished(name, record, knowledge)) continue;
    const match = matchOf(name, posts, record, knowledge);
    const mention = match && mentionOf(record, match.post.row);
    if (!match || !mention) continue;
    const count = rowsOf(record, mention.entity.id).filter((row) => {
      const other = mentionOf(record, row);
      return other && isOpen(decided, other);
    }).length;
    const scopes = count > 1 ? (["article", "mention"] as const) : (["mention"] as const);
    findings.push({
      code: "near-name",
      span: mention.file,
      words: name,
      place: { span: mention.file, type: mention.entity.type, marked: true },
      known: match.known,
      post: match.post.words,
      fixes: [
        ...scopes.map((scope) => ({ kind: "take-as", entity: match.known, scope }) as const),
        { kind: "keep", scope: "article" },
      ],
      sources: sourcesOf(match),
    });
  }
  return findings;
}

/** The posts that the article says its officials hold, by name, as far as nobody has decided on the mention. */
function postsByName({ record, decided }: CheckedArticle): Map<string, SettledPost[]> {
  const names = new Map<string, SettledPost[]>();
  for (const post of record.posts) {
    if (!isSettled(post) || !isHeld(post)) continue;
    const mention = mentionOf(record, post.row);
    if (mention?.entity.type !== "official" || !isOpen(decided, mention)) continue;
    names.set(mention.entity.name, [...(names.get(mention.entity.name) ?? []), post]);
  }
  return names;
}

function matchOf(
  name: string,
  posts: readonly SettledPost[],
  record: ArticleRecord,
  knowledge: CheckKnowledge,
): Match | undefined {
  // A seat that one alone holds says most.
  const seatsFirst = [...posts.filter(isSingleSeat), ...posts.filter((post) => !isSingleSeat(post))];
  for (const post of seatsFirst) {
    const match = byArticles(name, post, record, knowledge) ?? byLexicon(name, post, record, knowledge);
    if (match) return match;
  }
  return undefined;
}

function byArticles(
  name: string,
  post: SettledPost,
  record: ArticleRecord,
  knowledge: CheckKnowledge,
): Match | undefined {
  const { day = "" } = record;
  const { holders } = knowledge;
  const others = (articles: Iterable<ArticleRecord> = []) => [...articles].filter(({ uri }) => uri !== record.uri);
  const organ = holders.in(post.organ);
  const near = new Set(organ.flatMap((names) => [...names.keys()].filter((other) => isOneOff(name, other))));
  for (const known of near) {
    if (!isEstablished(known, record, knowledge)) continue;
    const inSeat = isSingleSeat(post) ? others(holders.of(post).get(known)) : [];
    const through = sharesSurname(name, known) || differAlike(name, known) ? around(inSeat, day)?.before : undefined;
    const seated = nearest(inSeat, day);
    const inOrgan = nearest(others(organ.flatMap((names) => [...(names.get(known) ?? [])])), day);
    const here = record.entities.some((entity) => entity.type === "official" && entity.name === known);
    const article = through ?? (isEnough(name, known, { seated, inOrgan, here }) ? (seated ?? inOrgan) : undefined);
    if (article) return { known, post, article };
  }
  return undefined;
}

function sourcesOf({ known, post, article }: Match): NearName["sources"] {
  if (!article) return [];
  const row = rowOf(article, known, post.organ, post.title);
  return [sourceAt(article, row >= 0 ? row : rowOf(article, known, post.organ))];
}

/** The report of about that time that is nearest to a day. */
function nearest(articles: readonly ArticleRecord[], day: string): ArticleRecord | undefined {
  const distance = (article: ArticleRecord) => Math.abs(dayNumber(article.day ?? "") - dayNumber(day));
  return ofTime(articles, day).sort((a, b) => distance(a) - distance(b))[0];
}

/** A name that the lexicon gives, one alike character off, with the same seat in that year. */
function byLexicon(
  name: string,
  post: SettledPost,
  record: ArticleRecord,
  knowledge: CheckKnowledge,
): Match | undefined {
  const year = Number((record.day ?? "").slice(0, 4));
  if (!isSingleSeat(post)) return undefined;
  for (const known of alikeNames(name)) {
    const held = listedTerms(known, post, knowledge.lexicon).some(
      ({ since, until = year }) => since !== undefined && since <= year && year <= until,
    );
    if (held) return { known, post };
  }
  return undefined;
}

/**
 * Whether what ties a known name to the article is enough: `seated` in the same seat, `inOrgan` in the same organ,
 * about that time; `here`: the article names the known one too, who then is somebody else unless the characters
 * are mistaken for one another.
 */
function isEnough(
  name: string,
  known: string,
  tied: {
    readonly seated: ArticleRecord | undefined;
    readonly inOrgan: ArticleRecord | undefined;
    readonly here: boolean;
  },
): boolean {
  const alike = differAlike(name, known);
  if (tied.here || name.length === 2 || !sharesSurname(name, known)) return alike && tied.seated !== undefined;
  return tied.seated !== undefined || (alike && tied.inOrgan !== undefined);
}

/** Whether the lexicon, or other articles, know an official of this name. */
function isEstablished(name: string, { uri }: ArticleRecord, { index, lexicon }: CheckKnowledge): boolean {
  const isListed = lexicon.trie.get(name).some((sense) => sense.kind === "official");
  return isListed || isInOthers(index, `official:${name}`, uri);
}

function isHanName(name: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(name);
}

/** The place of the one character in which two names differ; -1 where they differ in none or more. */
function differenceOf(a: string, b: string): number {
  if (a.length !== b.length) return -1;
  let at = -1;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    if (at >= 0) return -1;
    at = i;
  }
  return at;
}

function isOneOff(a: string, b: string): boolean {
  return differenceOf(a, b) >= 0;
}

function sharesSurname(a: string, b: string): boolean {
  return differenceOf(a, b) > 0;
}

function differAlike(a: string, b: string): boolean {
  const at = differenceOf(a, b);
  return at >= 0 && areAlike(a.charAt(at), b.charAt(at));
}

function alikeNames(name: string): string[] {
  return [...name].flatMap((character, i) =>
    alikesOf(character).map((alike) => name.slice(0, i) + alike + name.slice(i + 1)),
  );
}
