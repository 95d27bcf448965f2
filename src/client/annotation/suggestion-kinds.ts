import { ThemeColor, ThemeIcon } from "vscode";
import type { MentionState, OwnClassInfo } from "../../protocol/annotation.js";
import { classLabel } from "../entity-items.js";
import { type Choice, choose } from "./choose.js";
import { kindOf, typeIcon, typeName } from "./mark-types.js";

/** What suggestions are told apart by: their class, possible slogans apart from slogans. */
export function suggestionKind({ type, candidate }: Pick<MentionState, "type" | "candidate">): string {
  return candidate ? "candidate" : type;
}

/** Of which kinds, in the order in which they first stand, there are how many. */
export function countKinds(suggestions: readonly MentionState[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of suggestions) counts.set(suggestionKind(one), (counts.get(suggestionKind(one)) ?? 0) + 1);
  return counts;
}

/** Asks for all suggestions or those of one kind; undefined when the pick is left. `all` heads the list. */
export async function pickSuggestions(
  suggestions: readonly MentionState[],
  own: readonly OwnClassInfo[],
  title: string,
  all: string,
): Promise<{ readonly kind?: string } | undefined> {
  const kinds = [...countKinds(suggestions)];
  const everything: Choice<{ readonly kind?: string }> = {
    value: {},
    label: all,
    description: String(suggestions.length),
    iconPath: new ThemeIcon("checklist"),
  };
  const lines = kinds.map(([kind, count]) => ({
    value: { kind },
    label: labelOf(kind, own),
    description: String(count),
    iconPath:
      kind === "candidate"
        ? new ThemeIcon("question", new ThemeColor("tifa.candidate.underline"))
        : typeIcon(kind, own),
  }));
  return choose(title, kinds.length > 1 ? [everything, ...lines] : [everything]);
}

function labelOf(kind: string, own: readonly OwnClassInfo[]): string {
  const known = kind === "candidate" ? kind : kindOf(kind);
  return known ? classLabel(known) : typeName(kind, own);
}
