import {
  type Disposable,
  type Range as EditorRange,
  type TextDocument,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { HighlightClass, HighlightsParams } from "../protocol/protocol.js";
import {
  createDecorationTypes,
  type DecorationTypes,
  disposeAll,
  isHighContrast,
  looksAlike,
} from "./decoration-types.js";
import { isPolicyArticle } from "./language.js";
import { OwnClassPaint, type OwnRanges } from "./own-highlights.js";
import { toEditorRange } from "./ranges.js";
import { classSettings, highlightClasses, readSettings, type Settings } from "./settings.js";
import { takeTurns } from "./take-turns.js";

export type PaintedRanges = Readonly<Record<HighlightClass, readonly EditorRange[]>>;

interface Painted {
  readonly ranges: PaintedRanges;
  readonly own: OwnRanges;
  /** What was painted, by whose settings and with whose types: the same again need not be painted. */
  readonly params: HighlightsParams | undefined;
  readonly settings: Settings;
}

const nothing: PaintedRanges = Object.fromEntries(
  highlightClasses.map((name) => [name, []]),
) as unknown as PaintedRanges;
const noneOwn: OwnRanges = new Map();

/** Paints what the server says of each open article, in every visible editor that shows it. */
export class Highlights implements Disposable {
  readonly #subscriptions: Disposable[];
  readonly #latest = new Map<string, HighlightsParams>();
  #painted = new WeakMap<TextEditor, Painted>();
  #settings = readSettings(workspace.getConfiguration);
  #types: DecorationTypes | undefined;
  readonly #ownClasses = new OwnClassPaint();
  #highContrast = isHighContrast(window.activeColorTheme);

  constructor() {
    this.#subscriptions = [
      window.onDidChangeVisibleTextEditors((editors) => this.#paintAll(editors)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tifa.highlights")) this.#configure();
      }),
      window.onDidChangeActiveColorTheme((theme) => {
        if (isHighContrast(theme) === this.#highContrast) return;
        this.#highContrast = isHighContrast(theme);
        this.#rebuild();
        this.#paintAll(window.visibleTextEditors);
      }),
    ];
  }

  /** Takes the result of an analysis. One of a version older than the last is dropped. */
  accept(params: HighlightsParams): void {
    const latest = this.#latest.get(params.uri);
    if (latest && latest.version > params.version) return;
    // A document that was closed while it was analysed must not come back.
    if (
      !workspace.textDocuments.some((document) => document.uri.toString() === params.uri && isPolicyArticle(document))
    )
      return;
    this.#latest.set(params.uri, params);
    this.#paintAll(window.visibleTextEditors.filter((editor) => editor.document.uri.toString() === params.uri));
    this.#ownClasses.keep(this.#latest.values());
  }

  /** The version of the document that the last analysis is of. */
  version(uri: Uri): number | undefined {
    return this.#latest.get(uri.toString())?.version;
  }

  /** What is painted in the first visible editor of a document; nothing while there is none. */
  ranges(uri: Uri): PaintedRanges {
    const editor = window.visibleTextEditors.find((one) => one.document.uri.toString() === uri.toString());
    return editor ? this.paintedIn(editor) : nothing;
  }

  /** The same of the reader's own classes, by id. */
  ownRanges(uri: Uri): OwnRanges {
    const editor = window.visibleTextEditors.find((one) => one.document.uri.toString() === uri.toString());
    return (editor && this.#painted.get(editor)?.own) ?? noneOwn;
  }

  paintedIn(editor: TextEditor): PaintedRanges {
    return this.#painted.get(editor)?.ranges ?? nothing;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    if (this.#types) disposeAll(this.#types);
    this.#ownClasses.clear();
  }

  #configure(): void {
    const settings = readSettings(workspace.getConfiguration);
    const alike = looksAlike(this.#settings, settings);
    this.#settings = settings;
    if (!alike) this.#rebuild();
    this.#paintAll(window.visibleTextEditors);
  }

  /** Drops the decoration types, and with them all that is painted; the next painting makes new ones. */
  #rebuild(): void {
    if (this.#types) disposeAll(this.#types);
    this.#types = undefined;
    this.#ownClasses.clear();
    this.#painted = new WeakMap();
  }

  /** Also told when a document changes its language: its editors stay, its highlights go. */
  #forget(document: TextDocument): void {
    this.#latest.delete(document.uri.toString());
    this.#paintAll(window.visibleTextEditors.filter((editor) => editor.document === document));
    this.#ownClasses.keep(this.#latest.values());
  }

  #paintAll(editors: readonly TextEditor[]): void {
    for (const editor of editors) this.#paint(editor);
  }

  #paint(editor: TextEditor): void {
    const params = this.#latest.get(editor.document.uri.toString());
    const painted = this.#painted.get(editor);
    if (!params && !painted?.params) return;
    // While a newer text waits for its analysis, the editor itself moves what it shows: nothing is painted, but hidden at once.
    const stale = params !== undefined && params.version < editor.document.version;
    if (painted && painted.settings === this.#settings && (stale || painted.params === params)) return;
    this.#types ??= createDecorationTypes(this.#settings);
    const ranges: Partial<Record<HighlightClass, readonly EditorRange[]>> = {};
    for (const name of highlightClasses) {
      const shown = this.#settings["highlights.enabled"] && this.#settings[classSettings[name]];
      if (stale && shown) {
        ranges[name] = painted?.ranges[name] ?? [];
        continue;
      }
      const wanted = (shown && params?.ranges[name]) || [];
      ranges[name] = wanted.map(toEditorRange);
      const turns = takeTurns(ranges[name], this.#types[name].length);
      this.#types[name].forEach((type, i) => {
        editor.setDecorations(type, turns[i] ?? []);
      });
    }
    this.#painted.set(editor, {
      ranges: ranges as PaintedRanges,
      own: this.#paintOwn(editor, params, stale),
      params: stale ? painted?.params : params,
      settings: this.#settings,
    });
  }

  #paintOwn(editor: TextEditor, params: HighlightsParams | undefined, stale: boolean): OwnRanges {
    const shown = this.#settings["highlights.enabled"];
    if (stale && shown) return this.#painted.get(editor)?.own ?? noneOwn;
    return this.#ownClasses.paint(editor, (shown && params?.own) || [], this.#settings["highlights.style"]);
  }
}
