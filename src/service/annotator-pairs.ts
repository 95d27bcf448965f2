import type { AnnotatedPair } from "../core/annotation/agreement.js";
import { squeeze } from "../core/annotation/quoted-text.js";
import { articlesNamed } from "../core/export/import-files.js";
import type { SideArticle } from "./annotator-side.js";

/** What of two annotators' work could not be compared. */
export type PairProblem =
  | { readonly code: "only-in"; readonly article: string; readonly side: "a" | "b" }
  | { readonly code: "not-placed"; readonly article: string; readonly side: "a" | "b"; readonly words: string }
  | { readonly code: "no-text"; readonly article: string };

/** Joins two annotators' work on each article. */
export function pairUp(
  a: readonly SideArticle[],
  b: readonly SideArticle[],
): { readonly pairs: readonly AnnotatedPair[]; readonly problems: readonly PairProblem[] } {
  const rest = new Set(b);
  const pairs: AnnotatedPair[] = [];
  const problems: PairProblem[] = [];
  for (const [i, mine] of a.entries()) {
    const theirs = counterpart(mine, [...rest]);
    const article = mine.name ?? theirs?.name ?? `#${i + 1}`;
    const text = mine.text ?? theirs?.text;
    if (!theirs) problems.push({ code: "only-in", article, side: "a" });
    else if (text === undefined) problems.push({ code: "no-text", article });
    else {
      const [inA, inB] = [mine.marksIn(text), theirs.marksIn(text)];
      for (const words of inA.lost) problems.push({ code: "not-placed", article, side: "a", words });
      for (const words of inB.lost) problems.push({ code: "not-placed", article, side: "b", words });
      pairs.push({ article, text, a: inA.marks, b: inB.marks });
    }
    if (theirs) rest.delete(theirs);
  }
  for (const { name } of rest) problems.push({ code: "only-in", article: name ?? "…", side: "b" });
  return { pairs, problems };
}

/** The other's work on the same article: by its name, else by its text. */
function counterpart({ name, text }: SideArticle, others: readonly SideArticle[]): SideArticle | undefined {
  const withSameText = () =>
    text === undefined
      ? undefined
      : others.find((other) => other.text !== undefined && squeeze(other.text) === squeeze(text));
  if (name === undefined) return withSameText();
  const names = others.flatMap((other) => other.name ?? []);
  const forms = [name, name.replace(/(?<=[^/])\.[^./]*$/, "")];
  const found = forms.map((form) => articlesNamed(form, names)).find((some) => some.length === 1)?.[0];
  return found === undefined ? withSameText() : others.find((other) => other.name === found);
}
