import { type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import type { Corpus } from "./corpus.js";
import type { Html } from "./html.js";
import { documentOf } from "./page.js";
import { type LinkTarget, PageLinks } from "./page-links.js";
import { toEditorRange } from "./ranges.js";

/** What a page shows, made anew whenever the articles change. */
export interface PageContent {
  readonly title: string;
  readonly body: Html;
}

export interface PageSource {
  /** Two pages of one key are one. */
  readonly key: string;
  /** Writes the page; `choices` are what its reader has chosen in it. Undefined: there is nothing to show any more. */
  write(links: PageLinks, choices: ReadonlyMap<string, string>): Promise<PageContent | undefined>;
}

/** While files are indexed the articles change many times a second, and a page need not. */
const refreshDelay = 400;

interface OpenPage {
  readonly panel: WebviewPanel;
  readonly source: PageSource;
  readonly choices: Map<string, string>;
  body: string;
  targets: readonly LinkTarget[];
  outOfDate: boolean;
}

/** The pages that show what the articles tell together: profiles, trends, comparisons. */
export class Pages implements Disposable {
  readonly #corpus: Corpus;
  readonly #extensionUri: Uri;
  readonly #language: string;
  readonly #openProfile: (id: string) => Promise<void>;
  readonly #pages = new Map<string, OpenPage>();
  readonly #subscription: Disposable;
  #refreshing: ReturnType<typeof setTimeout> | undefined;

  constructor(corpus: Corpus, extensionUri: Uri, language: string, openProfile: (id: string) => Promise<void>) {
    this.#corpus = corpus;
    this.#extensionUri = extensionUri;
    this.#language = language;
    this.#openProfile = openProfile;
    this.#subscription = this.#corpus.onDidChange(() => this.#refreshSoon());
  }

  /** Shows a page, in front if it is open already. Answers whether there was anything to show. */
  async show(source: PageSource): Promise<boolean> {
    const known = this.#pages.get(source.key);
    if (known) {
      known.panel.reveal();
      return true;
    }
    const links = new PageLinks();
    const content = await source.write(links, new Map());
    if (!content) return false;
    // Somebody impatient asked twice.
    if (this.#pages.has(source.key)) return true;
    const panel = window.createWebviewPanel("tifa.page", content.title, ViewColumn.Active, {
      enableScripts: true,
      enableCommandUris: false,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    panel.iconPath = Uri.joinPath(this.#extensionUri, "media", "page.svg");
    const page: OpenPage = { panel, source, choices: new Map(), body: "", targets: [], outOfDate: false };
    this.#pages.set(source.key, page);
    panel.onDidDispose(() => this.#pages.delete(source.key));
    panel.onDidChangeViewState(() => {
      if (panel.visible && page.outOfDate) void this.#refresh(page);
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.follow(source.key, numberOf(message)));
    this.#write(page, content, links);
    return true;
  }

  /** What open pages show, by key. */
  get shown(): ReadonlyMap<
    string,
    { readonly title: string; readonly html: string; readonly targets: readonly LinkTarget[] }
  > {
    return new Map(
      [...this.#pages].map(([key, { panel, targets }]) => [
        key,
        { title: panel.title, html: panel.webview.html, targets },
      ]),
    );
  }

  /** Goes where a link of a page leads; a number that is no link's leads nowhere. */
  async follow(key: string, number: number): Promise<void> {
    const page = this.#pages.get(key);
    const target = page?.targets[number];
    if (!page || !target) return;
    switch (target.kind) {
      case "profile":
        return this.#openProfile(target.id);
      case "place":
        return this.#openPlace(target, page.panel);
      case "choice":
        page.choices.set(target.name, target.value);
        return this.#refresh(page);
    }
  }

  dispose(): void {
    clearTimeout(this.#refreshing);
    this.#subscription.dispose();
    for (const { panel } of [...this.#pages.values()]) panel.dispose();
  }

  /** Beside the page, so that its reader can go on from line to line. */
  async #openPlace({ uri, range }: Extract<LinkTarget, { kind: "place" }>, panel: WebviewPanel): Promise<void> {
    const visible = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri);
    const other = window.tabGroups.all.find(({ viewColumn }) => viewColumn !== panel.viewColumn);
    const viewColumn = visible?.viewColumn ?? other?.viewColumn ?? ViewColumn.Beside;
    try {
      const document = visible?.document ?? (await workspace.openTextDocument(Uri.parse(uri)));
      const selection = range && document.validateRange(toEditorRange(range));
      await window.showTextDocument(document, { viewColumn, ...(selection ? { selection } : {}) });
    } catch {
      void window.showErrorMessage(l10n.t("{0} cannot be opened; it may have been deleted.", Uri.parse(uri).fsPath));
    }
  }

  #refreshSoon(): void {
    clearTimeout(this.#refreshing);
    this.#refreshing = setTimeout(() => {
      for (const page of this.#pages.values()) {
        page.outOfDate = true;
        if (page.panel.visible) void this.#refresh(page);
      }
    }, refreshDelay);
  }

  async #refresh(page: OpenPage): Promise<void> {
    page.outOfDate = false;
    const links = new PageLinks();
    const content = await page.source.write(links, page.choices);
    // What the last article told of is gone: the page stays as it was, rather than vanish before its reader's eyes.
    if (content && this.#pages.get(page.source.key) === page) this.#write(page, content, links);
  }

  #write(page: OpenPage, { title, body }: PageContent, links: PageLinks): void {
    page.targets = links.targets;
    // To set the same page again would make it flicker and lose the focus.
    if (page.body === body.text) return;
    page.body = body.text;
    page.panel.title = title;
    page.panel.webview.html = documentOf({ title, body, language: this.#language }, nonce());
  }
}

function numberOf(message: unknown): number {
  const link: unknown = typeof message === "object" && message !== null && "link" in message ? message.link : undefined;
  return typeof link === "number" ? link : -1;
}

const nonceLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Letters that nobody can guess before the page is written. */
function nonce(): string {
  const numbers = globalThis.crypto.getRandomValues(new Uint8Array(32));
  return [...numbers].map((number) => nonceLetters[number % nonceLetters.length]).join("");
}
