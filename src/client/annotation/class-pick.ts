import { l10n, ThemeIcon } from "vscode";
import type { MarkType } from "../../protocol/annotation.js";
import { listedTypes } from "../article-items.js";
import type { Annotations } from "./annotations.js";
import { choose } from "./choose.js";
import { typeIcon, typeName } from "./mark-types.js";
import { makeClass } from "./new-class.js";

/** Asks for a class, of Tifa's or of the reader's own; a new one is made. `but` is not offered. */
export async function pickClass(
  annotations: Annotations,
  uri: string,
  title: string,
  but?: MarkType,
): Promise<MarkType | undefined> {
  const own = await annotations.ownClasses();
  const lineOf = (value: MarkType) => ({ value, label: typeName(value, own), iconPath: typeIcon(value, own) });
  const offered = (types: readonly MarkType[]) => types.filter((type) => type !== but).map(lineOf);
  const chosen = await choose<MarkType | { readonly isNew: true }>(
    title,
    [
      ...offered(listedTypes),
      { heading: l10n.t("Classes of your own") },
      ...offered(own.map(({ id }) => id)),
      { value: { isNew: true }, label: l10n.t("New class…"), iconPath: new ThemeIcon("add") },
    ],
    l10n.t("As what?"),
  );
  return typeof chosen === "object" ? makeClass(annotations, uri, own) : chosen;
}
