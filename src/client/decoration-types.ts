import {
  type ColorTheme,
  ColorThemeKind,
  DecorationRangeBehavior,
  type DecorationRenderOptions,
  type TextEditorDecorationType,
  ThemeColor,
  window,
} from "vscode";
import type { HighlightClass } from "../protocol/protocol.js";
import { highlightClasses, type Settings } from "./settings.js";

/** The line under each class, distinct without colour. */
const lines: Record<Exclude<HighlightClass, "boilerplate">, { style: string; width: number }> = {
  official: { style: "solid", width: 2 },
  agency: { style: "dashed", width: 2 },
  slogan: { style: "double", width: 3 },
  byline: { style: "dotted", width: 2 },
  person: { style: "solid", width: 1 },
  candidate: { style: "dotted", width: 1 },
};

/**
 * The decoration types of a class. Two where mentions can touch (two names run together in a headline):
 * the editor melts touching ranges of one type into one, so neighbours take turns.
 */
export type DecorationTypes = Record<HighlightClass, readonly TextEditorDecorationType[]>;

/** Whoever chose high contrast must be able to read dimmed text as well. */
const leastOpacityInHighContrast = 0.8;

export function createDecorationTypes(settings: Settings): DecorationTypes {
  const types: Partial<Record<HighlightClass, readonly TextEditorDecorationType[]>> = {};
  for (const name of highlightClasses) {
    const options = look(name, settings);
    const create = () => window.createTextEditorDecorationType(options);
    types[name] = name === "boilerplate" ? [create()] : [create(), create()];
  }
  return types as DecorationTypes;
}

/** Whether types made for one must be made anew for the other. */
export function looksAlike(a: Settings, b: Settings): boolean {
  return (
    a["highlights.style"] === b["highlights.style"] &&
    a["highlights.boilerplateOpacity"] === b["highlights.boilerplateOpacity"]
  );
}

export function isHighContrast({ kind }: ColorTheme): boolean {
  return kind === ColorThemeKind.HighContrast || kind === ColorThemeKind.HighContrastLight;
}

export function disposeAll(types: DecorationTypes): void {
  for (const type of Object.values(types).flat()) type.dispose();
}

function look(name: HighlightClass, settings: Settings): DecorationRenderOptions {
  const rangeBehavior = DecorationRangeBehavior.ClosedClosed;
  if (name === "boilerplate") {
    const least = isHighContrast(window.activeColorTheme) ? leastOpacityInHighContrast : 0;
    return { rangeBehavior, opacity: String(Math.max(least, settings["highlights.boilerplateOpacity"])) };
  }
  const { style, width } = lines[name];
  const filled = settings["highlights.style"] === "fillAndUnderline" && name !== "candidate";
  return {
    rangeBehavior,
    borderStyle: style,
    borderWidth: `0 0 ${width}px 0`,
    borderColor: new ThemeColor(`tifa.${name}.underline`),
    borderRadius: "3px",
    ...(filled ? { backgroundColor: new ThemeColor(`tifa.${name}.background`) } : {}),
  };
}
