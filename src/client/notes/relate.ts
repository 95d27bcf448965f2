import { l10n, window } from "vscode";
import type { MarkType, MentionRef } from "../../protocol/annotation.js";
import type { EntityTree, MentionNode } from "../../protocol/protocol.js";
import { type Choice, choose, type Heading } from "../annotation/choose.js";
import { mentionsMeant } from "../annotation/mentions-meant.js";
import { isCursor, type Subject } from "../annotation/subject.js";
import { classLabel } from "../entity-items.js";
import type { EntityTrees } from "../entity-trees.js";
import { comparePositions, sameRange } from "../positions.js";
import type { Notes } from "./notes.js";
import { pickRelationType } from "./relation-type.js";

/** A mention with the words around it, and what its class is called. */
interface ListedMention extends MentionRef {
  readonly className: string;
  readonly mention: MentionNode;
}

/** Draws a relation: between the two mentions in the selection, or from the mention at the cursor to one that is chosen. */
export async function relateMentions(notes: Notes, trees: EntityTrees, subject: Subject): Promise<void> {
  const tree = await trees.of(subject.document);
  const all = tree ? mentionsOf(tree) : [];
  const { range } = subject;
  const inside = all
    .filter(
      (one) => comparePositions(range.start, one.range.start) <= 0 && comparePositions(one.range.end, range.end) <= 0,
    )
    .sort(byPlace);
  const pair = isCursor(subject) || inside.length !== 2 ? undefined : inside;
  const at = { start: range.start, end: range.start };
  const from =
    pair?.[0] ?? mentionsMeant(all, at)[0] ?? (await pickMention(all, l10n.t("Relate: From Which Mention?")));
  if (!from) return;
  const others = all.filter((one) => one.type !== from.type || !sameRange(one.range, from.range));
  const to = pair?.[1] ?? (await pickMention(others, l10n.t("Relate “{0}” to…", from.mention.text)));
  if (!to) return;
  const title = l10n.t("Relation: {0} → {1}", from.mention.text, to.mention.text);
  const type = await pickRelationType(title, (await notes.list())?.relationTypes ?? []);
  if (type === undefined) return;
  await notes.annotate(subject.uri, { kind: "relate", from: refOf(from), to: refOf(to), type });
}

function refOf({ range, type }: ListedMention): MentionRef {
  return { range, type };
}

function byPlace(a: ListedMention, b: ListedMention): number {
  return comparePositions(a.range.start, b.range.start);
}

/** The mentions of an article class by class, in order of place. */
function mentionsOf({ groups, own = [] }: EntityTree): ListedMention[] {
  const classes = [
    ...groups.map(({ type, entities }) => ({
      type: type === "candidate" ? "slogan" : type,
      className: classLabel(type),
      entities,
    })),
    ...own.map(({ id, name, entities }) => ({ type: id, className: name, entities })),
  ] satisfies { type: MarkType }[];
  return classes.flatMap(({ type, className, entities }) =>
    entities
      .flatMap(({ mentions }) =>
        mentions.map((mention): ListedMention => ({ type, className, mention, range: mention.range })),
      )
      .sort(byPlace),
  );
}

/** Asks for a mention, class by class. */
function pickMention(mentions: readonly ListedMention[], title: string): Promise<ListedMention | undefined> {
  if (mentions.length === 0) {
    void window.showInformationMessage(l10n.t("This article has no other mention to relate."));
    return Promise.resolve(undefined);
  }
  const classes = new Set(mentions.map(({ className }) => className));
  return choose(
    title,
    [...classes].flatMap((heading): (Choice<ListedMention> | Heading)[] => [
      { heading },
      ...mentions.filter(({ className }) => className === heading).map(lineOf),
    ]),
    l10n.t("Choose a mention, or type some of its words"),
  );
}

function lineOf(value: ListedMention): Choice<ListedMention> {
  const { before, text, after } = value.mention;
  return {
    value,
    label: text,
    description: `${l10n.t("line {0}", value.range.start.line + 1)} · …${before}${text}${after}…`,
  };
}
