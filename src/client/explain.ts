import { l10n, type QuickPickItem, type TextEditor, window } from "vscode";
import type { ExplainParams, Explanation } from "../protocol/protocol.js";
import { explainRequest } from "../protocol/protocol.js";
import type { LanguageServer } from "./language-server.js";
import { selectRange } from "./ranges.js";

interface ExplanationItem extends QuickPickItem {
  readonly explanation: Explanation;
}

/** Lists which rules marked, refused or overruled what stands at the cursor; the chosen one's words are selected. */
export async function explainMention(server: LanguageServer, editor: TextEditor): Promise<void> {
  const params: ExplainParams = { uri: editor.document.uri.toString(), position: editor.selection.start };
  const explanations = await server.request<readonly Explanation[] | null>(explainRequest, params);
  if (!explanations || explanations.length === 0) {
    void window.showInformationMessage(l10n.t("No rule marked or refused anything at the cursor."));
    return;
  }
  const chosen = await window.showQuickPick(explanations.map(explanationItem), {
    title: l10n.t("Why is this marked?"),
    placeHolder: l10n.t("Choose a line to select its words in the article"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) return;
  const shown = await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
  selectRange(shown, chosen.explanation.range);
}

export function explanationItem(explanation: Explanation): ExplanationItem {
  const { text, outcome, type, rule, score, cue } = explanation;
  const facts = [
    ruleText(rule),
    ...(score === undefined ? [] : [l10n.t("score {0}", score.toFixed(2))]),
    ...(cue ? [l10n.t("because of “{0}”", cue)] : []),
  ];
  return {
    explanation,
    label: `$(${outcomeIcons[outcome]}) ${text}`,
    description: outcomeText(outcome, typeText(type)),
    detail: facts.join(" · "),
  };
}

/** The server writes `loser < winner` where one rule's mention has given way to another's. */
function ruleText(rule: string): string {
  const [loser = rule, winner] = rule.split(" < ");
  return winner ? l10n.t("rule {0}, which gave way to rule {1}", loser, winner) : l10n.t("rule {0}", loser);
}

const outcomeIcons: Record<Explanation["outcome"], string> = {
  marked: "check",
  refused: "circle-slash",
  overruled: "arrow-swap",
};

function outcomeText(outcome: Explanation["outcome"], type: string): string {
  switch (outcome) {
    case "marked":
      return l10n.t("marked as {0}", type);
    case "refused":
      return l10n.t("not marked as {0}", type);
    case "overruled":
      return l10n.t("could be {0}, but another mention won", type);
  }
}

function typeText(type: Explanation["type"]): string {
  switch (type) {
    case "official":
      return l10n.t("official");
    case "agency":
      return l10n.t("agency");
    case "slogan":
      return l10n.t("slogan (提法)");
    case "byline":
      return l10n.t("byline");
    case "person":
      return l10n.t("person");
  }
}
