import { type ExtensionContext, env } from "vscode";
import { ActiveArticle } from "./active-article.js";
import { registerCommands } from "./commands.js";
import { EntityTrees } from "./entity-trees.js";
import { EntityView } from "./entity-view.js";
import { Highlights } from "./highlights.js";
import { LanguageDetection } from "./language-detection.js";
import { type Host, LanguageServer } from "./language-server.js";
import { createLog } from "./log.js";
import { Status } from "./status.js";

/** What `activate` returns: the parts whose work cannot be seen through VS Code's own interface. For tests. */
export interface TifaApi {
  readonly detection: LanguageDetection;
  readonly highlights: Highlights;
  readonly server: LanguageServer;
  readonly trees: EntityTrees;
  readonly view: EntityView;
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
      server = new LanguageServer(host, context.extensionUri, env.language, log);
      const highlights = new Highlights();
      const trees = new EntityTrees(server);
      const article = new ActiveArticle();
      const view = new EntityView(article, trees);
      const status = new Status(server);
      const detection = new LanguageDetection(context.workspaceState, log);
      context.subscriptions.push(
        log.channel,
        server,
        server.onHighlights((params) => highlights.accept(params)),
        highlights,
        trees,
        article,
        view,
        status,
        detection,
        ...registerCommands({ detection, server, trees, view, log }),
      );
      server.startIfNeeded();
      return { detection, highlights, server, trees, view, activationTime: performance.now() - started };
    },
    async deactivate(): Promise<void> {
      await server?.stop();
    },
  };
}
