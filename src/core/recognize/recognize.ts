import type { Article } from "../article/article.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { textSpan } from "../text/spans.js";
import { proposeBylines } from "./bylines.js";
import { resolveEntities } from "./entities.js";
import type { Entity } from "./entity.js";
import { proposeRepetitions } from "./established.js";
import { proposeForeignOrgans } from "./foreign-organs.js";
import { proposeKnownAgencies } from "./known-agencies.js";
import type { LearnedNames } from "./learned-names.js";
import type { Mention } from "./mention.js";
import { proposeOfficials } from "./officials.js";
import { proposeOrganisations } from "./organisations.js";
import { proposeOrgans } from "./organs.js";
import { settleOverlaps } from "./overlaps.js";
import { proposeParallelPhrases } from "./parallel-phrases.js";
import { type Draft, type Reading, type Refusal, readingOf } from "./reading.js";
import { roleAfter, roleBefore } from "./roles.js";
import type { Word } from "./segmenter.js";
import { proposeShortNames } from "./short-names.js";
import { proposeSlogans } from "./slogans.js";

export interface RecognizeOptions {
  /** A segmentation of the article's visible text, as evidence of where words end. */
  readonly words?: readonly Word[];
  /** Names that other articles of the same folder have proved. */
  readonly learned?: LearnedNames;
  /** Told of every stretch that a rule looked at and did not mark. */
  readonly onRefusal?: (refusal: Refusal) => void;
}

export interface Recognition {
  readonly mentions: readonly Mention[];
  readonly entities: ReadonlyMap<string, Entity>;
}

/** Finds the mentions of an article and the entities they mention. Pure: the same input gives the same output. */
export function recognize(article: Article, lexicon: Lexicon, options: RecognizeOptions = {}): Recognition {
  const refuse = options.onRefusal ?? (() => {});
  const reading = readingOf(article, lexicon, options.words, refuse);
  const learned = options.learned?.propose(reading) ?? [];
  const officials = [...proposeOfficials(reading), ...learned.filter((draft) => draft.type === "official")];
  const repetitions = proposeRepetitions(reading, officials);
  const nameEnds = new Set<number>();
  for (const list of [officials, repetitions])
    for (const draft of list) if (draft.score >= 0.6) nameEnds.add(draft.end);
  const agencies = proposeAgencies(reading, nameEnds);
  const drafts = settleOverlaps(
    [
      ...proposeBylines(article),
      ...officials,
      ...repetitions,
      ...agencies,
      ...learned.filter((draft) => draft.type === "agency"),
      ...proposeSlogans(reading),
      ...proposeParallelPhrases(reading),
    ],
    (loser, winner) =>
      refuse({ type: loser.type, span: textSpan(loser.start, loser.end), rule: `${loser.rule} < ${winner.rule}` }),
  );
  return resolveEntities(reading, withRoles(reading, drafts));
}

function proposeAgencies(reading: Reading, nameEnds: ReadonlySet<number>): Draft[] {
  const guarded = (draft: Draft) => {
    const { text, lexicon } = reading;
    return lexicon.isGuarded(
      text.slice(draft.start, draft.end),
      text.slice(draft.start - 4, draft.start),
      text.slice(draft.end, draft.end + 4),
    );
  };
  const named = [
    ...proposeKnownAgencies(reading),
    ...proposeOrgans(reading, nameEnds),
    ...proposeForeignOrgans(reading),
    ...proposeOrganisations(reading, nameEnds),
  ].filter((draft) => !guarded(draft));
  return [...named, ...proposeShortNames(reading, named)];
}

/** Adds to officials the post that stands before or behind them; a list shares the post of its first name. */
function withRoles(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const organs = new Map<number, Draft>();
  for (const draft of drafts) if (draft.type === "agency") organs.set(draft.end, draft);
  let shared = "";
  return drafts.map((draft) => {
    if (draft.type !== "official" && draft.type !== "person") return draft;
    if (draft.rule !== "title-list") shared = roleBefore(reading, draft.start, organs);
    const role = shared || roleAfter(reading, draft.end);
    return role ? { ...draft, role } : draft;
  });
}
