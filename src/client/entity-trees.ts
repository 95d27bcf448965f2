import { type Disposable, EventEmitter, type Position, type TextDocument, workspace } from "vscode";
import {
  type EntityNode,
  type EntityTree,
  type EntityTreeParams,
  entityTreeRequest,
  type MentionNode,
} from "../protocol/protocol.js";
import { groupsOf } from "./entity-order.js";
import { isPolicyArticle } from "./language.js";
import type { LanguageServer } from "./language-server.js";
import { comparePositions, touches } from "./positions.js";

/** The entity trees of open articles, asked for when wanted and kept until the next analysis. */
export class EntityTrees implements Disposable {
  readonly #server: LanguageServer;
  readonly #trees = new Map<string, Promise<EntityTree | undefined>>();
  readonly #change = new EventEmitter<string>();
  readonly #subscriptions: Disposable[];

  /** Tells the address of a document whose tree, if one was had, is out of date. */
  readonly onDidChange = this.#change.event;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#subscriptions = [
      this.#change,
      server.onHighlights(({ uri }) => this.#drop(uri)),
      workspace.onDidCloseTextDocument((document) => this.#drop(document.uri.toString())),
    ];
  }

  /** Undefined when the document is no article or the server gives no answer. */
  of(document: TextDocument): Promise<EntityTree | undefined> {
    if (document.isClosed || !isPolicyArticle(document)) return Promise.resolve(undefined);
    const uri = document.uri.toString();
    let tree = this.#trees.get(uri);
    if (!tree) {
      const params: EntityTreeParams = { uri };
      tree = this.#server.request<EntityTree | null>(entityTreeRequest, params).then((answer) => answer ?? undefined);
      this.#trees.set(uri, tree);
      // A failure is not worth keeping: the next asker may find the server running.
      void tree.then((answer) => {
        if (!answer && this.#trees.get(uri) === tree) this.#trees.delete(uri);
      });
    }
    return tree;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #drop(uri: string): void {
    this.#trees.delete(uri);
    this.#change.fire(uri);
  }
}

/** The entity that a place lies on, with its mention there. Of two that touch at the place, the one that begins there. */
export function entityAt(tree: EntityTree, place: Position): { entity: EntityNode; mention: MentionNode } | undefined {
  let found: { entity: EntityNode; mention: MentionNode } | undefined;
  const begins = ({ range }: MentionNode) => comparePositions(range.start, place) === 0;
  for (const { entities } of groupsOf(tree)) {
    for (const entity of entities) {
      for (const mention of entity.mentions) {
        if (!touches(mention.range, place)) continue;
        if (!found || (begins(mention) && !begins(found.mention))) found = { entity, mention };
      }
    }
  }
  return found;
}
