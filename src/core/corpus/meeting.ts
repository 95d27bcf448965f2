import type { FileSpan, TextSpan } from "../text/spans.js";

/** A stretch of an article: of its visible text, and of its file from the first to the last character. */
export interface Stretch {
  readonly text: TextSpan;
  readonly file: FileSpan;
}

export type MeetingSide = "host" | "guest";

/** `ask`: what a side asked of the other (希望…); `answer`: what it answered or promised (表示…). */
export type StatementKind = "ask" | "answer";

export interface MeetingStatement extends Stretch {
  readonly kind: StatementKind;
  readonly side: MeetingSide;
  /** The rows of those who said it. */
  readonly speakers: readonly number[];
}

export interface MeetingAgreement extends Stretch {
  /** What was signed, as worded (战略合作框架协议); without it the article says only that something was. */
  readonly title?: Stretch;
  /** The rows of the parties; empty where the article says 双方, which are the two sides. */
  readonly parties: readonly number[];
}

/**
 * A meeting that an article reports. Hosts are those whose report it is (韩俊会见…), guests those they met;
 * all are rows of the article's mentions. A guest is an agency where no person is named.
 */
export interface Meeting extends Stretch {
  /** The word that says that they met: 会谈, 会见, 座谈. */
  readonly cue: string;
  /** Where the article says that they met. */
  readonly at: Stretch;
  /** First day; the article's own day where it states none. */
  readonly day?: string;
  /** Last day of several, where talks went on (2月28日至3月3日). */
  readonly until?: string;
  /** Whether the article states the day, rather than its own date standing in. */
  readonly dayStated: boolean;
  /** The place as worded. */
  readonly place?: Stretch;
  readonly hosts: readonly number[];
  readonly guests: readonly number[];
  readonly attendees: readonly number[];
  readonly statements: readonly MeetingStatement[];
  readonly agreements: readonly MeetingAgreement[];
}
