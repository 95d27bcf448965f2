import { l10n } from "vscode";
import {
  type AnnotateResult,
  type AnnotationAction,
  type AnnotationList,
  type AnnotationListParams,
  annotationListRequest,
  type MentionState,
  type MoveAnnotationsParams,
  moveAnnotationsRequest,
  type NotesParams,
  type NoteThreadInfo,
  notesRequest,
} from "../../protocol/annotation.js";
import type { Range } from "../../protocol/protocol.js";
import type { Annotations } from "../annotation/annotations.js";
import { mentionsMeant } from "../annotation/mentions-meant.js";
import type { LanguageServer } from "../language-server.js";

/** The notes, relations and lost annotations that the server keeps, asked for and changed. */
export class Notes {
  constructor(
    private readonly server: LanguageServer,
    private readonly annotations: Annotations,
  ) {}

  /** Tells that annotations, or where they stand, may be others. */
  get onDidChange() {
    return this.server.onAnnotationsChanged;
  }

  /** The threads of an open article, in order of place; undefined without an answer. */
  async threads(uri: string): Promise<readonly NoteThreadInfo[] | undefined> {
    const params: NotesParams = { uri };
    return (await this.server.request<readonly NoteThreadInfo[] | null>(notesRequest, params)) ?? undefined;
  }

  /** Of the whole workspace: with `tags`, only the threads that bear all of them; undefined without an answer. */
  async list(tags: readonly string[] = []): Promise<AnnotationList | undefined> {
    const params: AnnotationListParams = tags.length > 0 ? { tags } : {};
    return (await this.server.request<AnnotationList | null>(annotationListRequest, params)) ?? undefined;
  }

  /** The mention at a place of an open article; a rejected one is none. */
  async mentionAt(uri: string, place: Range): Promise<MentionState | undefined> {
    const touching = await this.annotations.mentionsAt(uri, place);
    return mentionsMeant(
      touching.filter(({ status }) => status !== "rejected"),
      place,
    )[0];
  }

  /** Does what the reader wants and tells what became of it. Resolves to whether it was done. */
  annotate(uri: string, action: AnnotationAction): Promise<boolean> {
    return this.annotations.annotate(uri, action);
  }

  /** Takes the annotations of an article that is gone to the article it has become, and tells whether that was done. */
  async move(params: MoveAnnotationsParams): Promise<boolean> {
    const result = await this.server.request<AnnotateResult | null>(moveAnnotationsRequest, params);
    return this.annotations.tell(
      result ?? { done: false, message: l10n.t("The language server gave no answer; Tifa's log tells why.") },
    );
  }
}
