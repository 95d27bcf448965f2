import {
  ConfigurationTarget,
  commands,
  type Disposable,
  l10n,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { HighlightClass, Range } from "../protocol/protocol.js";
import { annotationCommands } from "./annotation/annotation-commands.js";
import type { Annotations } from "./annotation/annotations.js";
import type { Reviewing } from "./annotation/reviewing.js";
import { type Subject, subjectOf } from "./annotation/subject.js";
import { type CorpusParts, corpusCommands } from "./corpus-commands.js";
import type { EntityTrees } from "./entity-trees.js";
import type { EntityView } from "./entity-view.js";
import { exchangeCommands } from "./exchange/exchange-commands.js";
import { explainMention } from "./explain.js";
import { filterAsTyped } from "./filter-as-typed.js";
import { isPolicyArticle } from "./language.js";
import type { LanguageDetection } from "./language-detection.js";
import type { LanguageServer } from "./language-server.js";
import { addToLexicon, openLexicon } from "./lexicon-file.js";
import type { Log } from "./log.js";
import { revealMention, stepMention } from "./mention-navigation.js";
import { type NotesParts, notesCommands } from "./notes/notes-commands.js";
import {
  type ArticleGrouping,
  classSettings,
  defaults,
  type SettingName,
  type SortOrder,
  section,
} from "./settings.js";

export interface Parts extends CorpusParts, NotesParts {
  readonly detection: LanguageDetection;
  readonly server: LanguageServer;
  readonly trees: EntityTrees;
  readonly view: EntityView;
  readonly annotations: Annotations;
  readonly reviewing: Reviewing;
  readonly log: Log;
  readonly extensionUri: Uri;
}

const toggles: Record<string, HighlightClass> = {
  "tifa.toggleOfficials": "official",
  "tifa.toggleAgencies": "agency",
  "tifa.toggleSlogans": "slogan",
  "tifa.toggleBylines": "byline",
  "tifa.togglePeople": "person",
  "tifa.toggleCandidates": "candidate",
  "tifa.toggleBoilerplate": "boilerplate",
};

const groupings: Record<string, ArticleGrouping> = {
  "tifa.articlesByDate": "date",
  "tifa.articlesBySource": "source",
  "tifa.articlesByEntity": "entity",
};

const orders: Record<string, SortOrder> = {
  "tifa.sortByPlace": "place",
  "tifa.sortByCount": "count",
  "tifa.sortByName": "name",
};

export function registerCommands(parts: Parts): Disposable[] {
  const { detection, server, trees, view, annotations, reviewing, log, extensionUri, ...corpusParts } = parts;
  const register = (id: string, run: (...args: never[]) => unknown) =>
    commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await (run as (...args: unknown[]) => unknown)(...args);
      } catch (error) {
        void log.fail(
          l10n.t("The command did not succeed: {0}", error instanceof Error ? error.message : String(error)),
          error,
        );
        return undefined;
      }
    });
  const inArticle = (id: string, run: (editor: TextEditor) => unknown) =>
    register(id, () => {
      const editor = window.activeTextEditor;
      return editor && isPolicyArticle(editor.document) ? run(editor) : noArticle();
    });
  const about = (id: string, run: (subject: Subject) => unknown) =>
    register(id, (target?: unknown) => {
      const subject = subjectOf(target);
      return subject ? run(subject) : noArticle();
    });
  const across = corpusCommands(corpusParts);
  const deciding = annotationCommands(annotations, reviewing);
  const noting = notesCommands(parts);
  return [
    ...Object.entries(across.anywhere).map(([id, run]) => register(id, run)),
    ...Object.entries(across.inArticle).map(([id, run]) => inArticle(id, run)),
    ...Object.entries(deciding.anywhere).map(([id, run]) => register(id, run)),
    ...Object.entries(deciding.about).map(([id, run]) => about(id, run)),
    ...Object.entries(noting.anywhere).map(([id, run]) => register(id, run)),
    ...Object.entries(noting.about).map(([id, run]) => about(id, run)),
    ...Object.entries(exchangeCommands(parts)).map(([id, run]) => register(id, run)),
    ...Object.entries(groupings).map(([id, grouping]) => register(id, () => write("articles.groupBy", grouping))),
    register("tifa.toggleHighlights", () => toggle("highlights.enabled")),
    ...Object.entries(toggles).map(([id, name]) => register(id, () => toggle(classSettings[name]))),
    ...Object.entries(orders).map(([id, order]) => register(id, () => write("entities.sortOrder", order))),
    register("tifa.filterEntities", () =>
      filterAsTyped(view, l10n.t("Filter Entities"), l10n.t("Words of a name, a post or a mention; empty to show all")),
    ),
    register("tifa.clearEntityFilter", () => view.setFilter("")),
    register("tifa.revealMention", (uri: string, range: Range) => revealMention(uri, range)),
    inArticle("tifa.nextMention", (editor) => stepMention(trees, editor, 1)),
    inArticle("tifa.previousMention", (editor) => stepMention(trees, editor, -1)),
    inArticle("tifa.explainMention", (editor) => explainMention(server, editor)),
    register("tifa.openAsArticle", () => openAsArticle(detection)),
    register("tifa.openLexicon", () => openLexicon(extensionUri)),
    register("tifa.addToLexicon", (target?: unknown) => addToLexicon(server, target)),
    register("tifa.showLog", () => log.channel.show()),
    register("tifa.restartServer", () => server.restart()),
  ];
}

function noArticle(): void {
  void window.showInformationMessage(l10n.t("Open a policy article first, then run this command."));
}

async function openAsArticle(detection: LanguageDetection): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await detection.claimByHand(document);
  else
    void window.showInformationMessage(
      l10n.t("Open a file first, then run this command to read it as a policy article."),
    );
}

async function toggle(name: SettingName): Promise<void> {
  await write(name, !workspace.getConfiguration(section).get(name, defaults[name]));
}

/** Where a setting is already set for the workspace it is changed there, else for the user. */
async function write(name: SettingName, value: boolean | string): Promise<void> {
  const configuration = workspace.getConfiguration(section);
  const inWorkspace = configuration.inspect(name)?.workspaceValue !== undefined;
  await configuration.update(name, value, inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
}
