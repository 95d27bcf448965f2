import type { AnnotationAction, Scope } from "../../protocol/annotation.js";
import { type Annotations, refOf } from "./annotations.js";
import { mentionOf, type Subject } from "./subject.js";

export type Verdict = Extract<AnnotationAction, { readonly scope: Scope }>["kind"];

/** Accepts or rejects the mention at a place. A rejected one that is accepted is taken back. Resolves to whether it was. */
export async function decide(
  annotations: Annotations,
  subject: Subject,
  kind: "accept" | "reject",
  scope: Scope,
): Promise<boolean> {
  const mention = await mentionOf(annotations, subject, kind === "accept");
  return mention !== undefined && annotations.annotate(subject.uri, { kind, mention: refOf(mention), scope });
}
