import type { Locale } from "../locale.js";
import type { CodeAction, PlacedAction } from "../placed-actions.js";
import type { Finding, FindingFix } from "./check.js";
import { fixText } from "./check-texts.js";

/** What a reader can do about a finding: decisions on its words, none of which changes the article. */
export function findingActions(finding: Finding, locale: Locale): CodeAction[] {
  return finding.fixes.map((fix) => ({
    title: fixText(finding, fix, locale),
    effect: { does: actionOf(finding, fix) },
  }));
}

function actionOf({ place, words }: Finding, fix: FindingFix): PlacedAction {
  const { span, type, marked } = place;
  const mention = { span, type };
  switch (fix.kind) {
    case "take-as":
      return marked
        ? { kind: "change", mention, scope: fix.scope, to: { entity: fix.entity } }
        : { kind: "mark", span, type, scope: fix.scope, entity: fix.entity };
    case "keep":
      return marked
        ? { kind: "accept", mention, scope: fix.scope }
        : { kind: "mark", span, type, scope: fix.scope, entity: words };
    case "without-post":
      return { kind: "change", mention, scope: "mention", to: { role: "" } };
  }
}
