import { l10n, ThemeColor, ThemeIcon, type Uri } from "vscode";
import type { MarkType, OwnClassInfo } from "../../protocol/annotation.js";
import { listedTypes } from "../article-items.js";
import { classIcons } from "../entity-items.js";
import { kindText } from "../profile-html.js";
import { swatch } from "../swatch.js";

type Kind = (typeof listedTypes)[number];

/** The class of Tifa's that a mark is of, or undefined where it is of a class of the reader's own. */
export function kindOf(type: MarkType): Kind | undefined {
  return listedTypes.find((kind) => kind === type);
}

export function typeName(type: MarkType, own: readonly OwnClassInfo[]): string {
  const kind = kindOf(type);
  return kind ? kindText(kind, l10n) : (own.find(({ id }) => id === type)?.name ?? type);
}

export function typeIcon(type: MarkType, own: readonly OwnClassInfo[]): ThemeIcon | Uri {
  const kind = kindOf(type);
  return kind
    ? new ThemeIcon(classIcons[kind], new ThemeColor(`tifa.${kind}.underline`))
    : swatch(own.find(({ id }) => id === type)?.color ?? "");
}
