import { commands, l10n, ThemeIcon } from "vscode";
import { type CommandTarget, type MentionState, noteCommand, type Scope } from "../../protocol/annotation.js";
import { listedTypes } from "../article-items.js";
import { shorten } from "../shorten.js";
import { type Annotations, refOf } from "./annotations.js";
import { changeAspect, changeSpan, meansAnotherSpan } from "./change-mention.js";
import { type Choice, choose, type Heading } from "./choose.js";
import { markSelection } from "./mark-selection.js";
import { typeIcon, typeName } from "./mark-types.js";
import { isCursor, mentionOf, mentionsOf, type Subject, wordsOf } from "./subject.js";

type Run = () => Promise<boolean>;
type Lines = readonly (Choice<Run> | Heading)[];

/** Offers in one list all that can be done with the mention at the cursor, or with the selected words. Resolves to whether it is done. */
export async function decideByPick(annotations: Annotations, subject: Subject): Promise<boolean> {
  const selects = !subject.mention && !isCursor(subject) && (await mentionsOf(annotations, subject)).length === 0;
  if (selects) {
    const run = await choose(titleFor(wordsOf(subject)), await linesForWords(annotations, subject));
    return run ? run() : false;
  }
  const mention = await mentionOf(annotations, subject, true);
  const run = mention && (await choose(titleFor(mention.text), linesForMention(annotations, subject, mention)));
  return run ? run() : false;
}

function titleFor(words: string): string {
  return l10n.t("What of “{0}”?", shorten(words, 20));
}

function linesForMention(annotations: Annotations, subject: Subject, mention: MentionState): Lines {
  const decide = (kind: "accept" | "reject", scope: Scope, label: string): Choice<Run> => ({
    value: () => annotations.annotate(subject.uri, { kind, mention: refOf(mention), scope }),
    label,
    iconPath: new ThemeIcon(kind === "accept" ? "check" : "close"),
  });
  const change = (aspect: "type" | "entity" | "role", label: string, description?: string): Choice<Run> => ({
    value: () => changeAspect(annotations, subject, mention, aspect),
    label,
    description,
    iconPath: new ThemeIcon("edit"),
  });
  const accepting = [
    decide("accept", "mention", l10n.t("Accept here")),
    decide("accept", "article", l10n.t("Accept in this article")),
    decide("accept", "workspace", l10n.t("Accept in every article")),
  ];
  if (mention.status === "rejected") return [...accepting, noteLine(subject, mention)];
  return [
    ...accepting,
    decide("reject", "mention", l10n.t("Reject here")),
    decide("reject", "article", l10n.t("Reject in this article")),
    decide("reject", "workspace", l10n.t("Reject in every article")),
    { heading: "" },
    change("type", l10n.t("Change the class…")),
    change("entity", l10n.t("Change the entity…"), mention.entity),
    ...(mention.type === "official" ? [change("role", l10n.t("Change the post…"), mention.role)] : []),
    { heading: "" },
    noteLine(subject, mention),
  ];
}

async function linesForWords(annotations: Annotations, subject: Subject): Promise<Lines> {
  const own = await annotations.ownClasses();
  const span: Choice<Run> = {
    value: () => changeSpan(annotations, subject),
    label: l10n.t("Make it the span of the mention"),
    iconPath: new ThemeIcon("arrow-both"),
  };
  return [
    ...((await meansAnotherSpan(annotations, subject)) ? [span, { heading: "" }] : []),
    ...[...listedTypes, ...own.map(({ id }) => id)].map((type) => ({
      value: () => markSelection(annotations, subject, type),
      label: l10n.t("Mark as: {0}", typeName(type, own)),
      iconPath: typeIcon(type, own),
    })),
    {
      value: () => markSelection(annotations, subject),
      label: l10n.t("Mark as another class…"),
      iconPath: new ThemeIcon("add"),
    },
    { heading: "" },
    noteLine(subject),
  ];
}

function noteLine({ uri, range }: Subject, mention?: MentionState): Choice<Run> {
  const target: CommandTarget = { uri, range: mention?.range ?? range };
  return {
    value: async () => {
      await commands.executeCommand(noteCommand, target);
      return false;
    },
    label: l10n.t("Add a note…"),
    iconPath: new ThemeIcon("note"),
  };
}
