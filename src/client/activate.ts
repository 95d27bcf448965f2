import { type ExtensionContext, env, languages } from "vscode";
import { ActiveArticle } from "./active-article.js";
import { Annotations } from "./annotation/annotations.js";
import { Reviewing } from "./annotation/reviewing.js";
import { ArticlesView } from "./articles-view.js";
import { registerCommands } from "./commands.js";
import { Corpus } from "./corpus.js";
import { openProfile } from "./corpus-commands.js";
import { EntityTrees } from "./entity-trees.js";
import { EntityView } from "./entity-view.js";
import { Highlights } from "./highlights.js";
import { languageId } from "./language.js";
import { LanguageDetection } from "./language-detection.js";
import { type Host, LanguageServer } from "./language-server.js";
import { createLog } from "./log.js";
import { NoteComments } from "./notes/note-comments.js";
import { Notes } from "./notes/notes.js";
import { NotesView } from "./notes/notes-view.js";
import { Pages } from "./pages.js";
import { profileHover } from "./profile-hover.js";
import { Status } from "./status.js";

/** What `activate` returns: the parts whose work cannot be seen through VS Code's own interface. For tests. */
export interface TifaApi {
  readonly detection: LanguageDetection;
  readonly highlights: Highlights;
  readonly server: LanguageServer;
  readonly trees: EntityTrees;
  readonly view: EntityView;
  readonly corpus: Corpus;
  readonly articles: ArticlesView;
  readonly pages: Pages;
  readonly annotations: Annotations;
  readonly reviewing: Reviewing;
  readonly noteComments: NoteComments;
  readonly notesView: NotesView;
  /** Milliseconds that `activate` took. */
  readonly activationTime: number;
}

/** The two functions that VS Code calls, for a host that says how its server is started. */
export function entryFor(host: Host) {
  let server: LanguageServer | undefined;
  return {
    activate(context: ExtensionContext): TifaApi {
      const started = performance.now();
      const log = createLog();
      server = new LanguageServer(host, context.extensionUri, context.storageUri, env.language, log);
      const highlights = new Highlights();
      const trees = new EntityTrees(server);
      const article = new ActiveArticle();
      const corpus = new Corpus(server);
      const view = new EntityView(article, trees, corpus);
      const articles = new ArticlesView(corpus);
      const pages: Pages = new Pages(corpus, context.extensionUri, env.language, (id) =>
        openProfile(corpus, pages, id),
      );
      const status = new Status(server);
      const detection = new LanguageDetection(context.workspaceState, log);
      const annotations = new Annotations(server);
      const reviewing = new Reviewing({ annotations, server, corpus, detection });
      const notes = new Notes(server, annotations);
      const noteComments = new NoteComments(notes, server);
      const notesView = new NotesView(notes, server, corpus);
      context.subscriptions.push(
        log.channel,
        server,
        server.onHighlights((params) => highlights.accept(params)),
        highlights,
        trees,
        article,
        view,
        corpus,
        articles,
        pages,
        status,
        detection,
        reviewing.review,
        noteComments,
        notesView,
        languages.registerHoverProvider({ language: languageId }, profileHover(corpus)),
        ...registerCommands({
          detection,
          server,
          trees,
          view,
          corpus,
          articles,
          pages,
          annotations,
          reviewing,
          notes,
          noteComments,
          notesView,
          log,
          extensionUri: context.extensionUri,
        }),
      );
      server.startIfNeeded();
      return {
        detection,
        highlights,
        server,
        trees,
        view,
        corpus,
        articles,
        pages,
        annotations,
        reviewing,
        noteComments,
        notesView,
        activationTime: performance.now() - started,
      };
    },
    async deactivate(): Promise<void> {
      await server?.stop();
    },
  };
}
