import { l10n } from "vscode";
import type { Position } from "../../protocol/protocol.js";

/** One decision of a review, for its end and for taking back. */
export interface Decided {
  readonly verdict: "accept" | "reject" | "other";
  readonly place: Position;
}

/** How a review ended that went through to the last suggestion. */
export interface ReviewEnd {
  readonly uri: string;
  readonly decided: readonly Decided[];
  /** Those passed over. */
  readonly left: number;
}

export function endText({ decided, left }: ReviewEnd): string {
  const count = (verdict: Decided["verdict"]) => decided.filter((one) => one.verdict === verdict).length;
  return left > 0
    ? l10n.t(
        "Reviewed: {0} accepted, {1} rejected, {2} otherwise decided, {3} passed over.",
        count("accept"),
        count("reject"),
        count("other"),
        left,
      )
    : l10n.t(
        "Reviewed: {0} accepted, {1} rejected, {2} otherwise decided.",
        count("accept"),
        count("reject"),
        count("other"),
      );
}
