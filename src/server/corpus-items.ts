import type { Comparison as CoreComparison, ComparedItem as CoreItem, ItemDifference } from "../core/corpus/compare.js";
import type { KwicLine } from "../core/corpus/concordance.js";
import type { MeetingParty, MeetingView } from "../core/corpus/meeting-views.js";
import type { ProfileHead as CoreHead, Profile as CoreProfile, OfficeHolder } from "../core/corpus/profile.js";
import { type PostSpan, type Source, yearsOf } from "../core/corpus/timeline.js";
import type * as protocol from "../protocol/corpus.js";
import type { Corpus } from "./corpus.js";

/** What core tells of articles, with offsets turned into places. */

export function sourcePlace(corpus: Corpus, { span, ...source }: Source): protocol.SourcePlace {
  return { ...source, ...corpus.place(source.uri, span) };
}

export function meetingItem(corpus: Corpus, meeting: MeetingView): protocol.MeetingItem {
  const uri = meeting.reports[0]?.uri ?? "";
  const party = ({ span, ...rest }: MeetingParty): protocol.PartyItem => ({ ...rest, ...corpus.place(uri, span) });
  return {
    ...meeting,
    hosts: meeting.hosts.map(party),
    guests: meeting.guests.map(party),
    attendees: meeting.attendees.map(party),
    statements: meeting.statements.map(({ span, textSpan: _, ...rest }) => ({ ...rest, ...corpus.place(uri, span) })),
    agreements: meeting.agreements.map(({ span, textSpan: _, parties, ...rest }) => ({
      ...rest,
      parties: parties.map(party),
      ...corpus.place(uri, span),
    })),
    reports: meeting.reports.map(({ span, ...rest }) => ({ ...rest, ...corpus.place(rest.uri, span) })),
  };
}

export function profile(corpus: Corpus, found: CoreProfile, entry?: protocol.LexiconNote): protocol.Profile {
  const head = profileHead(found);
  switch (found.type) {
    case "agency":
      return {
        ...head,
        type: found.type,
        holders: found.holders.map((holder) => holderItem(corpus, holder)),
        meetings: found.meetings.map((meeting) => meetingItem(corpus, meeting)),
      };
    case "slogan":
      return {
        ...head,
        type: found.type,
        unit: found.unit,
        points: found.trend?.points ?? [],
        concordance: found.concordance.map((line) => kwicItem(corpus, line)),
        ...(entry ? { entry } : {}),
      };
    default:
      return {
        ...head,
        type: found.type,
        posts: found.posts.map((post) => postItem(corpus, post)),
        meetings: found.meetings.map((meeting) => meetingItem(corpus, meeting)),
      };
  }
}

function profileHead(found: CoreHead): protocol.ProfileHead {
  const companions = (list: CoreHead["people"]) =>
    list.map(({ entity, articles }) => ({ id: entity.id, name: entity.name, articles }));
  const { id, name, aliases, articleCount, mentions, first, latest, namesake, unresolved } = found;
  return {
    id,
    name,
    aliases,
    articleCount,
    mentions,
    ...(first ? { first } : {}),
    ...(latest ? { latest } : {}),
    ...(namesake ? { namesake } : {}),
    ...(unresolved ? { unresolved } : {}),
    articles: found.articles,
    people: companions(found.people),
    agencies: companions(found.agencies),
    slogans: companions(found.slogans),
  };
}

function postItem(corpus: Corpus, post: PostSpan): protocol.PostItem {
  const { title: _, former, first, latest, ...rest } = post;
  return {
    ...rest,
    years: yearsOf(post),
    ...(former ? { former: sourcePlace(corpus, former) } : {}),
    first: sourcePlace(corpus, first),
    latest: sourcePlace(corpus, latest),
  };
}

function holderItem(corpus: Corpus, { first, ...rest }: OfficeHolder): protocol.HolderItem {
  return { ...rest, first: sourcePlace(corpus, first) };
}

function kwicItem(corpus: Corpus, { span, ...rest }: KwicLine): protocol.KwicItem {
  return { ...rest, ...corpus.place(rest.uri, span) };
}

export function comparison(corpus: Corpus, found: CoreComparison): protocol.Comparison {
  const [before, after] = [found.before.uri, found.after.uri];
  const item = (uri: string, { span, ...rest }: CoreItem) => ({ ...rest, ...corpus.place(uri, span) });
  const difference = ({ onlyBefore, onlyAfter, both }: ItemDifference) => ({
    onlyBefore: onlyBefore.map((one) => item(before, one)),
    onlyAfter: onlyAfter.map((one) => item(after, one)),
    both: both.map(([x, y]) => [item(before, x), item(after, y)] as const),
  });
  return {
    before: found.before,
    after: found.after,
    slogans: {
      ...difference(found.slogans),
      reworded: found.slogans.reworded.map(({ before: x, after: y, score }) => ({
        before: item(before, x),
        after: item(after, y),
        score,
      })),
    },
    people: found.people.map(({ spanBefore, spanAfter, ...rest }) => ({
      ...rest,
      ...(spanBefore ? { placeBefore: corpus.place(before, spanBefore) } : {}),
      ...(spanAfter ? { placeAfter: corpus.place(after, spanAfter) } : {}),
    })),
    agencies: difference(found.agencies),
  };
}
