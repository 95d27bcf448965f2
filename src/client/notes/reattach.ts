import { l10n, type Selection, Uri, window } from "vscode";
import type { AnnotatedArticle, OrphanItem } from "../../protocol/annotation.js";
import type { Range } from "../../protocol/protocol.js";
import { type Choice, choose, type Heading } from "../annotation/choose.js";
import { fileName } from "../article-items.js";
import type { Corpus } from "../corpus.js";
import type { LanguageDetection } from "../language-detection.js";
import { toRange } from "../ranges.js";
import { shorten } from "../shorten.js";
import type { OrphanNode } from "./note-items.js";
import type { Notes } from "./notes.js";
import { openInBackground } from "./open-in-background.js";
import { sameAddress } from "./same-address.js";

export interface ReattachParts {
  readonly notes: Notes;
  readonly corpus: Corpus;
  readonly detection: LanguageDetection;
}

/** Takes a lost annotation to words that its reader chooses: where the same words stand, or those that are selected. */
export async function reattach({ notes, detection }: ReattachParts, { article, orphan }: OrphanNode): Promise<void> {
  const document = await openInBackground(detection, article.uri);
  if (!document) {
    void window.showWarningMessage(l10n.t("{0} cannot be opened; it may have been deleted.", article.path));
    return;
  }
  const editor = await window.showTextDocument(document, { preserveFocus: true, preview: true });
  const { selection } = editor;
  const words = shorten(document.getText(selection));
  const range = await choose<Range | "select">(
    l10n.t("Attach Again: {0}", orphan.quote === "" ? shorten(orphan.text) : `“${shorten(orphan.quote)}”`),
    [...candidateLines(orphan), ...selectionLines(selection, words)],
    orphan.why,
  );
  if (range === "select") {
    await window.showTextDocument(document);
    void window.showInformationMessage(
      l10n.t("Select the words in the article, then choose “Attach Again…” in the Notes view once more."),
    );
  } else if (range) {
    const { id, end } = orphan;
    await notes.annotate(article.uri, { kind: "attach", id, range, ...(end ? { end } : {}) });
  }
}

function candidateLines({ candidates }: OrphanItem): (Choice<Range> | Heading)[] {
  if (candidates.length === 0) return [];
  return [
    { heading: l10n.t("Where the same words stand") },
    ...candidates.map(({ range, line }) => ({
      value: range,
      label: line,
      description: l10n.t("line {0}", range.start.line + 1),
    })),
  ];
}

function selectionLines(selection: Selection, words: string): (Choice<Range | "select"> | Heading)[] {
  const heading = { heading: l10n.t("Other words") };
  if (words === "") return [heading, { value: "select", label: l10n.t("Select the words in the article…") }];
  return [heading, { value: toRange(selection), label: l10n.t("The selection in the editor"), description: words }];
}

/** Takes the annotations of an article that is gone to the one that its reader says it has become. */
export async function moveAnnotations({ notes, corpus }: ReattachParts, from: AnnotatedArticle): Promise<void> {
  const articles = await corpus.articles({});
  const others = articles.filter(({ uri }) => !sameAddress(Uri.parse(uri), from.uri));
  if (others.length === 0) {
    void window.showInformationMessage(l10n.t("There is no other article in this folder to move annotations to."));
    return;
  }
  const name = fileName(from.uri);
  const line = ({ uri, title, day }: (typeof others)[number]): Choice<string> => ({
    value: uri,
    label: title || fileName(uri),
    description: day ?? "",
    detail: Uri.parse(uri).fsPath,
  });
  const alike = others.filter(({ uri }) => fileName(uri) === name);
  const rest = others.filter((article) => !alike.includes(article));
  const to = await choose(
    l10n.t("Move Annotations of {0}", from.path),
    [
      ...(alike.length > 0 ? [{ heading: l10n.t("Of the same file name") }] : []),
      ...alike.map(line),
      ...(alike.length > 0 && rest.length > 0 ? [{ heading: l10n.t("Other articles") }] : []),
      ...rest.map(line),
    ],
    l10n.t("Which article has it become?"),
  );
  if (to !== undefined) await notes.move({ from: from.uri, to });
}
