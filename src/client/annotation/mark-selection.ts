import { l10n } from "vscode";
import type { MarkType } from "../../protocol/annotation.js";
import { shorten } from "../shorten.js";
import type { Annotations } from "./annotations.js";
import { pickClass } from "./class-pick.js";
import { pickName } from "./name-pick.js";
import { pickScope } from "./scope-pick.js";
import { isCursor, type Subject, wordsOf } from "./subject.js";

/** What has names that differ from the words in a text: short forms, bare surnames. */
const named: ReadonlySet<MarkType> = new Set(["official", "agency", "slogan", "person"]);

/** Marks the selected words as of a class, which is asked for unless it is given. Resolves to whether it is done. */
export async function markSelection(annotations: Annotations, subject: Subject, given?: MarkType): Promise<boolean> {
  const words = wordsOf(subject);
  if (isCursor(subject) || words.trim() === "") {
    annotations.tell({ done: false, message: l10n.t("Select the words to be marked first.") });
    return false;
  }
  const title = l10n.t("Mark “{0}”", shorten(words, 20));
  const type = given ?? (await pickClass(annotations, subject.uri, title));
  const scope = type && (await pickScope(title, shorten(words, 20)));
  if (!type || !scope) return false;
  const entity = named.has(type) ? await nameFor(annotations, subject, type, title, words) : words;
  if (entity === undefined) return false;
  const other = entity === words ? {} : { entity };
  return annotations.annotate(subject.uri, { kind: "mark", range: subject.range, type, scope, ...other });
}

/** The words themselves come first, so that whoever wants no other name has but to agree. */
async function nameFor(
  annotations: Annotations,
  { uri }: Subject,
  type: MarkType,
  title: string,
  words: string,
): Promise<string | undefined> {
  const known = await annotations.knownNames({ uri, type });
  return pickName(title, [words, ...known.filter((name) => name !== words)]);
}
