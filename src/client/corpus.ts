import { type CancellationToken, type Disposable, EventEmitter } from "vscode";
import {
  type ArticleItem,
  type ArticlesParams,
  type ArticleWithEntity,
  type ArticleWithEntityParams,
  articlesRequest,
  articleWithEntityRequest,
  type CompareParams,
  type Comparison,
  compareRequest,
  type EntitiesParams,
  type EntityAt,
  type EntityAtParams,
  type EntityItem,
  entitiesRequest,
  entityAtRequest,
  type IndexStatusParams,
  type MeetingItem,
  type MeetingsParams,
  meetingsRequest,
  type Profile,
  type ProfileParams,
  profileRequest,
  type Trends,
  type TrendsParams,
  trendsRequest,
} from "../protocol/corpus.js";
import type { LanguageServer } from "./language-server.js";

/** What the server knows across the articles of the workspace. Without an answer of it, nothing is known. */
export class Corpus implements Disposable {
  readonly #server: LanguageServer;
  readonly #subscription: Disposable;
  readonly #change = new EventEmitter<IndexStatusParams>();
  readonly #progress = new EventEmitter<IndexStatusParams>();
  #status: IndexStatusParams | undefined;

  /** Tells that what was asked before may have another answer now. */
  readonly onDidChange = this.#change.event;
  /** Tells every status, while files are read too. */
  readonly onStatus = this.#progress.event;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#subscription = server.onIndexStatus((status) => this.#accept(status));
  }

  get status(): IndexStatusParams | undefined {
    return this.#status;
  }

  /** Starts the server, and with it the reading of articles, unless it runs. */
  async start(): Promise<void> {
    await this.#server.start();
  }

  async articles(params: ArticlesParams, token?: CancellationToken): Promise<readonly ArticleItem[]> {
    return (await this.#server.request<readonly ArticleItem[] | null>(articlesRequest, params, token)) ?? [];
  }

  async entities(params: EntitiesParams, token?: CancellationToken): Promise<readonly EntityItem[]> {
    return (await this.#server.request<readonly EntityItem[] | null>(entitiesRequest, params, token)) ?? [];
  }

  async meetings(params: MeetingsParams): Promise<readonly MeetingItem[]> {
    return (await this.#server.request<readonly MeetingItem[] | null>(meetingsRequest, params)) ?? [];
  }

  async entityAt(params: EntityAtParams): Promise<EntityAt | undefined> {
    return (await this.#server.request<EntityAt | null>(entityAtRequest, params)) ?? undefined;
  }

  async articleWithEntity(params: ArticleWithEntityParams): Promise<ArticleWithEntity | undefined> {
    return (await this.#server.request<ArticleWithEntity | null>(articleWithEntityRequest, params)) ?? undefined;
  }

  async profile(params: ProfileParams): Promise<Profile | undefined> {
    return (await this.#server.request<Profile | null>(profileRequest, params)) ?? undefined;
  }

  async comparison(params: CompareParams): Promise<Comparison | undefined> {
    return (await this.#server.request<Comparison | null>(compareRequest, params)) ?? undefined;
  }

  async trends(params: TrendsParams): Promise<Trends | undefined> {
    return (await this.#server.request<Trends | null>(trendsRequest, params)) ?? undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#change.dispose();
    this.#progress.dispose();
  }

  #accept(status: IndexStatusParams): void {
    const before = this.#status;
    this.#status = status;
    this.#progress.fire(status);
    if (!before || before.revision !== status.revision || before.state !== status.state) this.#change.fire(status);
  }
}
