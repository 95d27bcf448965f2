import { l10n, window } from "vscode";
import type { AnnotationAction, MentionState } from "../../protocol/annotation.js";
import { type Annotations, refOf } from "./annotations.js";
import { choose } from "./choose.js";
import { pickClass } from "./class-pick.js";
import { mentionsToRespan } from "./mentions-meant.js";
import { pickName } from "./name-pick.js";
import { pickScope } from "./scope-pick.js";
import { chooseMention, isCursor, mentionOf, mentionsOf, type Subject, wordsOf } from "./subject.js";

type Change = Extract<AnnotationAction, { readonly kind: "change" }>["to"];
type Aspect = "type" | "entity" | "role";

/** Asks what is to be different about the mention at a place, and how far that reaches. Resolves to whether it is done. */
export async function changeMention(annotations: Annotations, subject: Subject): Promise<boolean> {
  if (await meansAnotherSpan(annotations, subject)) return changeSpan(annotations, subject);
  const mention = await mentionOf(annotations, subject);
  if (!mention) return false;
  const aspect = await choose<Aspect>(l10n.t("Change “{0}”", mention.text), [
    { value: "type", label: l10n.t("Class…"), description: l10n.t("what it is") },
    { value: "entity", label: l10n.t("Entity…"), description: l10n.t("now: {0}", mention.entity) },
    ...(mention.type === "official" || mention.role !== undefined
      ? [{ value: "role" as const, label: l10n.t("Post…"), description: mention.role ?? l10n.t("now: none") }]
      : []),
  ]);
  return aspect !== undefined && changeAspect(annotations, subject, mention, aspect);
}

export async function changeAspect(
  annotations: Annotations,
  subject: Subject,
  mention: MentionState,
  aspect: Aspect,
): Promise<boolean> {
  const to = await asked(annotations, subject, mention, aspect);
  return to !== undefined && changeTo(annotations, subject, mention, to);
}

/** Gives a mention that shares words with the selection the selection as its span. */
export async function changeSpan(annotations: Annotations, subject: Subject): Promise<boolean> {
  const touching = await annotations.mentionsAt(subject.uri, subject.range);
  const standing = mentionsToRespan(touching, subject.range).filter(({ status }) => status !== "rejected");
  const [only] = standing;
  const mention = standing.length > 1 ? await chooseMention(standing, await annotations.ownClasses()) : only;
  return mention !== undefined && changeTo(annotations, subject, mention, { range: subject.range });
}

/** Whether words are selected that are no mention but share some with one. */
export async function meansAnotherSpan(annotations: Annotations, subject: Subject): Promise<boolean> {
  if (subject.mention || isCursor(subject) || (await mentionsOf(annotations, subject)).length > 0) return false;
  const touching = await annotations.mentionsAt(subject.uri, subject.range);
  return mentionsToRespan(touching, subject.range).some(({ status }) => status !== "rejected");
}

async function changeTo(
  annotations: Annotations,
  subject: Subject,
  mention: MentionState,
  to: Change,
): Promise<boolean> {
  const title = to.range
    ? l10n.t("“{0}” instead of “{1}”", wordsOf(subject), mention.text)
    : l10n.t("Change “{0}”", mention.text);
  const scope = await pickScope(title, mention.text);
  if (!scope) return false;
  return annotations.annotate(subject.uri, { kind: "change", mention: refOf(mention), scope, to });
}

async function asked(
  annotations: Annotations,
  { uri }: Subject,
  mention: MentionState,
  aspect: Aspect,
): Promise<Change | undefined> {
  const title = l10n.t("Change “{0}”", mention.text);
  switch (aspect) {
    case "type": {
      const type = await pickClass(annotations, uri, title, mention.type);
      return type === undefined ? undefined : { type };
    }
    case "entity": {
      const known = await annotations.knownNames({ uri, type: mention.type });
      const entity = await pickName(
        title,
        known.filter((name) => name !== mention.entity),
      );
      return entity === undefined ? undefined : { entity };
    }
    case "role": {
      const role = await window.showInputBox({
        title,
        prompt: l10n.t("The post in which the article shows the person; empty for none"),
        value: mention.role ?? "",
      });
      return role === undefined ? undefined : { role: role.trim() };
    }
  }
}
