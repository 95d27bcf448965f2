import { l10n, Uri, window } from "vscode";
import type { MarkType, OwnClassInfo } from "../../protocol/annotation.js";
import { saveLexicon } from "../lexicon-file.js";
import type { Annotations } from "./annotations.js";
import { pickColor } from "./color-pick.js";

/** How long the server may take to learn of a class that is new in the lexicon, in milliseconds. */
const patience = 3000;
const pause = 50;

/** Asks for a name and a colour and declares a class in the workspace's lexicon. Resolves to its id, once it counts. */
export async function makeClass(
  annotations: Annotations,
  uri: string,
  own: readonly OwnClassInfo[],
): Promise<MarkType | undefined> {
  const name = await window.showInputBox({
    title: l10n.t("New class: name"),
    prompt: l10n.t("Such as: place, law, figure"),
    validateInput: (text) => nameProblem(text.trim(), own),
  });
  const color = name && (await pickColor(own));
  if (!name || !color) return undefined;
  return declareClass(annotations, uri, name.trim(), color.trim().toLowerCase());
}

/** Writes a class into the lexicon of an article's folder. Undefined where that cannot be done, which has been told. */
export async function declareClass(
  annotations: Annotations,
  uri: string,
  name: string,
  color: string,
): Promise<MarkType | undefined> {
  const made = await annotations.lexiconWithClass({ uri, name, color });
  if (!made) return undefined;
  if ((await saveLexicon(Uri.parse(made.uri), made.source)) && (await counts(annotations, made.id))) return made.id;
  annotations.tell({ done: false, message: l10n.t("The class could not be saved: {0} cannot be written.", made.uri) });
  return undefined;
}

function nameProblem(name: string, own: readonly OwnClassInfo[]): string | undefined {
  if (name === "") return l10n.t("A class needs a name.");
  return own.some((one) => one.name === name) ? l10n.t("There is a class of this name.") : undefined;
}

/** The server reads the lexicon when it hears that it was saved. */
async function counts(annotations: Annotations, id: string): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((go) => setTimeout(go, pause)))
    if ((await annotations.ownClasses()).some((one) => one.id === id)) return true;
  return false;
}
