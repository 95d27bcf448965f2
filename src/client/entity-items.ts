import { l10n, ThemeColor, ThemeIcon, type TreeItem, TreeItemCollapsibleState } from "vscode";
import type { EntityGroup, EntityNode, MentionNode } from "../protocol/protocol.js";
import type { ClassGroup } from "./entity-order.js";
import { swatch } from "./swatch.js";

/** The nodes of the entities view: a class of entities, an entity, a mention of it. Each knows its parent. */
export type EntityViewNode =
  | { readonly kind: "class"; readonly uri: string; readonly group: ClassGroup; readonly children: EntityViewNode[] }
  | {
      readonly kind: "entity";
      readonly uri: string;
      readonly entity: EntityNode;
      readonly parent: EntityViewNode;
      readonly children: EntityViewNode[];
    }
  | { readonly kind: "mention"; readonly uri: string; readonly mention: MentionNode; readonly parent: EntityViewNode };

type Group = EntityGroup["type"];

export const classIcons: Record<Group, string> = {
  official: "account",
  agency: "organization",
  slogan: "megaphone",
  byline: "edit",
  person: "person",
  candidate: "question",
};

export function nodesOf(uri: string, groups: readonly ClassGroup[]): EntityViewNode[] {
  return groups.map((group) => {
    const parent: EntityViewNode = { kind: "class", uri, group, children: [] };
    parent.children.push(
      ...group.entities.map((entity) => {
        const node: EntityViewNode = { kind: "entity", uri, entity, parent, children: [] };
        node.children.push(
          ...entity.mentions.map((mention): EntityViewNode => ({ kind: "mention", uri, mention, parent: node })),
        );
        return node;
      }),
    );
    return parent;
  });
}

export function itemOf(node: EntityViewNode): TreeItem {
  switch (node.kind) {
    case "class":
      return classItem(node.uri, node.group);
    case "entity":
      return entityItem(node.uri, node.entity, node.parent);
    case "mention":
      return mentionItem(node.uri, node.mention, node.parent);
  }
}

export function classLabel(type: Group): string {
  switch (type) {
    case "official":
      return l10n.t("Officials");
    case "agency":
      return l10n.t("Agencies");
    case "slogan":
      return l10n.t("Slogans (提法)");
    case "byline":
      return l10n.t("Bylines");
    case "person":
      return l10n.t("People");
    case "candidate":
      return l10n.t("Possible slogans");
  }
}

function classItem(uri: string, group: ClassGroup): TreeItem {
  const { type, own, entities } = group;
  const label = own ? own.name : classLabel(group.type);
  return {
    // With an id of its own a node stays open or closed through edits.
    id: `${uri}#${type}`,
    label,
    description: String(entities.length),
    iconPath: own ? swatch(own.color) : new ThemeIcon(classIcons[group.type], new ThemeColor(`tifa.${type}.underline`)),
    collapsibleState: TreeItemCollapsibleState.Expanded,
    contextValue: own ? "ownClass" : "class",
    accessibilityInformation: { label: l10n.t("{0}, entities: {1}", label, entities.length) },
  };
}

function entityItem(uri: string, { id, name, detail, mentions }: EntityNode, parent: EntityViewNode): TreeItem {
  const type = parent.kind === "class" ? parent.group.type : "";
  const count = mentions.length;
  return {
    id: `${uri}#${type}#${id}`,
    label: name,
    description: detail ? `${count} · ${detail}` : String(count),
    tooltip: detail ? `${name}\n${detail}` : name,
    collapsibleState: TreeItemCollapsibleState.Collapsed,
    contextValue: isOwn(parent) ? "ownEntity" : "entity",
    accessibilityInformation: {
      label: detail
        ? l10n.t("{0}, mentions: {1}, {2}", name, count, detail)
        : l10n.t("{0}, mentions: {1}", name, count),
    },
  };
}

/** How much is shown before a mention, in characters: more would push it out of a narrow view. */
const lead = 6;

function mentionItem(uri: string, { range, before, text, after }: MentionNode, parent: EntityViewNode): TreeItem {
  const line = range.start.line + 1;
  const characters = [...before];
  const shown = characters.length > lead ? `…${characters.slice(-lead).join("")}` : before;
  return {
    label: { label: shown + text + after, highlights: [[shown.length, shown.length + text.length]] },
    description: String(line),
    tooltip: before + text + after,
    collapsibleState: TreeItemCollapsibleState.None,
    contextValue: isOwn(parent) ? "ownMention" : "mention",
    command: { command: "tifa.revealMention", title: l10n.t("Go to Mention"), arguments: [uri, range] },
    accessibilityInformation: { label: l10n.t("Line {0}: {1}", line, before + text + after) },
  };
}

/** Whether what stands below a node is of a class of the reader's own, of which there are no profiles. */
function isOwn(node: EntityViewNode): boolean {
  return node.kind === "class" ? node.group.own !== undefined : isOwn(node.parent);
}
