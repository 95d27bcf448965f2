import { isBareAgency } from "./agency-name.js";
import type { ArticleRecord } from "./article-record.js";
import { dayNumber } from "./periods.js";
import { isCompany, type PostStatement } from "./posts.js";
import { areApart, placeName, provinceOfTerritory, type Territory } from "./territory.js";

/** One of the people that bear a name: the articles that mean this one, oldest first. */
export interface Bearer {
  readonly articles: readonly ArticleRecord[];
  /** Those of them that give no post and were counted here for their place or their date. */
  readonly assumed: ReadonlySet<ArticleRecord>;
  /** The place or organ that tells this bearer from the others; empty for the only one. */
  readonly seat: string;
}

/** Where somebody sits: a place, or an organ without one. */
interface Seat {
  readonly key: string;
  readonly territory?: Territory;
  /** An exclusive office: head of a place's committee or government, or of a company. */
  readonly heads: "place" | "company" | undefined;
  /** Whether the article words the place or organ, rather than leaving it to be understood (省委). */
  readonly worded: boolean;
}

interface Group {
  readonly seats: Map<string, Seat>;
  /** How many articles give each seat. */
  readonly counts: Map<string, number>;
  readonly articles: Set<ArticleRecord>;
}

const placeHead = /^(?:代?(?:省长|市长|县长|区长|州长|盟长|旗长)|主席|书记)$/;
const companyHead = /^(?:董事长|总经理|总裁|行长|董事局主席)$/;
/** An old post is still printed for some days after a move. */
const straggling = 7;
/** Two reports of a post further apart than this leave room for another post between them. */
const oneTerm = 366;

/**
 * Parts the articles that name one person by who they can mean. The rule is to keep together: a name is
 * parted only where reports of the same time give posts that nobody holds together, offices of two places
 * neither of which lies in the other, or the headship of a place and of a company. Posts one after another
 * are one career, and posts that one article gives the name are one person's. `articles` are oldest first.
 */
export function bearersOf(articles: readonly ArticleRecord[], entityId: string): Bearer[] {
  const groups = groupsOf(articles, entityId);
  const people = peopleOf(groups);
  if (people.length < 2) return [{ articles, assumed: new Set(), seat: "" }];
  const seated = people.map((person) => new Set(person.flatMap((group) => [...group.articles])));
  const assumed = people.map(() => new Set<ArticleRecord>());
  for (const article of articles) {
    if (seated.some((own) => own.has(article))) continue;
    assumed[likeliest(article, people, seated)]?.add(article);
  }
  return people.map((person, i) => {
    const own = seated[i] ?? new Set();
    const guessed = assumed[i] ?? new Set();
    return {
      articles: articles.filter((article) => own.has(article) || guessed.has(article)),
      assumed: guessed,
      seat: labelOf(person),
    };
  });
}

/** The seats of the name, those that one article gives it in one group. */
function groupsOf(articles: readonly ArticleRecord[], entityId: string): Group[] {
  const byKey = new Map<string, Group>();
  for (const article of articles) {
    const seats = seatsIn(article, entityId);
    if (seats.length === 0) continue;
    const touched = [...new Set(seats.flatMap((seat) => byKey.get(seat.key) ?? []))].sort(
      (a, b) => b.articles.size - a.articles.size,
    );
    const group: Group = touched[0] ?? { seats: new Map(), counts: new Map(), articles: new Set() };
    for (const other of touched.slice(1)) {
      for (const [key, seat] of other.seats) group.seats.set(key, seat);
      for (const [key, count] of other.counts) group.counts.set(key, count);
      for (const one of other.articles) group.articles.add(one);
    }
    for (const seat of seats) group.seats.set(seat.key, stronger(group.seats.get(seat.key), seat));
    for (const key of new Set(seats.map((seat) => seat.key))) group.counts.set(key, (group.counts.get(key) ?? 0) + 1);
    for (const key of group.seats.keys()) byKey.set(key, group);
    group.articles.add(article);
  }
  return [...new Set(byKey.values())];
}

function stronger(known: Seat | undefined, seat: Seat): Seat {
  return known ? { ...seat, heads: known.heads ?? seat.heads, worded: known.worded || seat.worded } : seat;
}

function seatsIn(article: ArticleRecord, entityId: string): Seat[] {
  const index = article.entities.findIndex((entity) => entity.id === entityId);
  return article.posts.flatMap((post) => {
    if (article.mentions.entity(post.row) !== index) return [];
    const seat = seatOf(post);
    return seat ? [seat] : [];
  });
}

function seatOf(post: PostStatement): Seat | undefined {
  const company = post.organ !== undefined && isCompany(post.organ);
  if (post.territory && !company) {
    const worded = post.words.includes(placeName(post.territory).slice(0, 2));
    return {
      key: post.territory,
      territory: post.territory,
      heads: placeHead.test(post.title) ? "place" : undefined,
      worded,
    };
  }
  return post.organ && !isBareAgency(post.organ)
    ? { key: post.organ, heads: company && companyHead.test(post.title) ? "company" : undefined, worded: true }
    : undefined;
}

/** Puts groups together unless they shut each other out at one time; the group that began first goes first. */
function peopleOf(groups: readonly Group[]): Group[][] {
  const people: Group[][] = [];
  const ordered = [...groups].sort((a, b) => (daysOf(a)[0] ?? Infinity) - (daysOf(b)[0] ?? Infinity));
  for (const group of ordered) {
    const person = people.find((known) => known.every((other) => !shutOut(other, group)));
    if (person) person.push(group);
    else people.push([group]);
  }
  return people;
}

function shutOut(a: Group, b: Group): boolean {
  const incompatible = sure(a).some((x) => sure(b).some((y) => excludes(x, y)));
  return incompatible && (interleave(daysOf(a), daysOf(b)) || interleave(daysOf(b), daysOf(a)));
}

/** Seats that can part a name: worded ones, and those that more than one article leaves to be understood. */
function sure({ seats, counts }: Group): Seat[] {
  return [...seats.values()].filter(({ worded, key }) => worded || (counts.get(key) ?? 0) > 1);
}

function excludes(a: Seat, b: Seat): boolean {
  if (a.territory && b.territory) return areApart(a.territory, b.territory);
  return (a.heads === "place" && b.heads === "company") || (a.heads === "company" && b.heads === "place");
}

function daysOf(group: Group): number[] {
  const days = new Set([...group.articles].flatMap(({ day }) => (day ? [dayNumber(day)] : [])));
  return [...days].sort((a, b) => a - b);
}

/** Whether a day of `other` falls on, or between two near days of, `days`. */
function interleave(days: readonly number[], other: readonly number[]): boolean {
  return days.some((day, i) => {
    const next = days[i + 1];
    return other.some(
      (between) =>
        between === day ||
        (next !== undefined && day < between && next - between > straggling && next - day <= oneTerm),
    );
  });
}

/** Whom an article without a post means: the bearer whose place it names, else who is reported nearest in time. */
function likeliest(
  article: ArticleRecord,
  people: readonly Group[][],
  seated: readonly ReadonlySet<ArticleRecord>[],
): number {
  const provinces = new Map<string, number>();
  for (const { territory } of article.posts) {
    const province = territory && provinceOfTerritory(territory);
    if (province) provinces.set(province, (provinces.get(province) ?? 0) + 1);
  }
  let best = 0;
  let bestScore = -Infinity;
  people.forEach((person, i) => {
    const places = new Set(
      person.flatMap((group) =>
        [...group.seats.values()].flatMap(({ territory }) => (territory ? [provinceOfTerritory(territory)] : [])),
      ),
    );
    const named = [...provinces].reduce((sum, [province, count]) => sum + (places.has(province) ? count : 0), 0);
    const gap = nearest(article, seated[i] ?? new Set());
    const score = named * 10_000 - gap;
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  });
  return best;
}

function nearest(article: ArticleRecord, others: ReadonlySet<ArticleRecord>): number {
  let gap = 9_999;
  if (!article.day) return gap;
  const day = dayNumber(article.day);
  for (const other of others) if (other.day) gap = Math.min(gap, Math.abs(dayNumber(other.day) - day));
  return gap;
}

/** The seat that most of a person's articles name: its place, else its organ. */
function labelOf(person: readonly Group[]): string {
  const largest = [...person].sort((a, b) => b.articles.size - a.articles.size)[0];
  const seats = [...(largest?.seats.values() ?? [])];
  const placed = seats.find((seat) => seat.territory)?.territory;
  return placed ? placeName(placed) : (seats[0]?.key ?? "");
}
