import {
  DecorationRangeBehavior,
  type Range as EditorRange,
  type TextEditor,
  type TextEditorDecorationType,
  window,
} from "vscode";
import type { HighlightsParams, OwnHighlights } from "../protocol/protocol.js";
import { toEditorRange } from "./ranges.js";
import type { Settings } from "./settings.js";
import { isColor } from "./swatch.js";
import { takeTurns } from "./take-turns.js";

/** What is painted of the reader's own classes, by id. */
export type OwnRanges = ReadonlyMap<string, readonly EditorRange[]>;

/** As many as of Tifa's own classes: marks that touch take turns. */
const turns = 2;

/** Paints the reader's own classes: the types of each are made when it is first seen, and go when it is gone. */
export class OwnClassPaint {
  readonly #types = new Map<string, readonly TextEditorDecorationType[]>();

  paint(editor: TextEditor, own: readonly OwnHighlights[], style: Settings["highlights.style"]): OwnRanges {
    const painted = new Map<string, readonly EditorRange[]>();
    const used = new Set<string>();
    for (const one of own.filter(({ color }) => isColor(color))) {
      const ranges = one.ranges.map(toEditorRange);
      const dealt = takeTurns(ranges, turns);
      this.#typesOf(one, style).forEach((type, i) => {
        editor.setDecorations(type, dealt[i] ?? []);
      });
      painted.set(one.id, ranges);
      used.add(keyOf(one));
    }
    for (const [key, types] of this.#types)
      if (!used.has(key)) for (const type of types) editor.setDecorations(type, []);
    return painted;
  }

  /** Drops the types of classes that none of these articles shows any longer. */
  keep(articles: Iterable<HighlightsParams>): void {
    const shown = new Set([...articles].flatMap(({ own }) => (own ?? []).map(keyOf)));
    for (const [key, types] of this.#types) {
      if (shown.has(key)) continue;
      for (const type of types) type.dispose();
      this.#types.delete(key);
    }
  }

  /** Drops all types, and with them all that is painted. */
  clear(): void {
    this.keep([]);
  }

  #typesOf(one: OwnHighlights, style: Settings["highlights.style"]): readonly TextEditorDecorationType[] {
    const known = this.#types.get(keyOf(one));
    if (known) return known;
    const types = Array.from({ length: turns }, () => window.createTextEditorDecorationType(look(one.color, style)));
    this.#types.set(keyOf(one), types);
    return types;
  }
}

/** Two folders may give classes of one id colours of their own. */
function keyOf({ id, color }: OwnHighlights): string {
  return `${id} ${color}`;
}

/** A wavy line, which no class of Tifa's has. */
function look(color: string, style: Settings["highlights.style"]) {
  const filled = style === "fillAndUnderline";
  return {
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    textDecoration: `underline wavy 1px ${color}; text-underline-offset: 3px`,
    borderRadius: "3px",
    ...(filled ? { light: { backgroundColor: `${color}20` }, dark: { backgroundColor: `${color}40` } } : {}),
  };
}
