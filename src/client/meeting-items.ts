import { l10n, ThemeColor, ThemeIcon, type TreeItem, TreeItemCollapsibleState } from "vscode";
import type { MeetingItem, PartyItem, Place } from "../protocol/corpus.js";
import { meetingDays } from "./meeting-html.js";

/** The nodes of the group "Meetings" in the entities view. Each knows its parent. */
export type MeetingViewNode =
  | { readonly kind: "meetings"; readonly uri: string; readonly children: MeetingViewNode[] }
  | {
      readonly kind: "meeting";
      readonly meeting: MeetingItem;
      readonly parent: MeetingViewNode;
      readonly children: MeetingViewNode[];
    }
  | { readonly kind: "party"; readonly party: PartyItem; readonly side: string; readonly parent: MeetingViewNode }
  | { readonly kind: "meetingLine"; readonly line: MeetingLine; readonly parent: MeetingViewNode };

/** What was said or signed at a meeting. */
export interface MeetingLine extends Place {
  readonly icon: string;
  readonly label: string;
  readonly text: string;
}

/** The group of an article's meetings that have all of the words; none where there is no such meeting. */
export function meetingNodes(uri: string, meetings: readonly MeetingItem[], filter: string): MeetingViewNode[] {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const group: MeetingViewNode = { kind: "meetings", uri, children: [] };
  for (const meeting of meetings) {
    if (!words.every((word) => wordsOf(meeting).includes(word))) continue;
    const node: MeetingViewNode = { kind: "meeting", meeting, parent: group, children: [] };
    node.children.push(...partsOf(meeting, node));
    group.children.push(node);
  }
  return group.children.length > 0 ? [group] : [];
}

export function isMeetingNode<T extends { readonly kind: string }>(node: T | MeetingViewNode): node is MeetingViewNode {
  return node.kind === "meetings" || node.kind === "meeting" || node.kind === "party" || node.kind === "meetingLine";
}

export function meetingChildren(node: MeetingViewNode): MeetingViewNode[] {
  return node.kind === "meetings" || node.kind === "meeting" ? node.children : [];
}

export function meetingItem(node: MeetingViewNode): TreeItem {
  switch (node.kind) {
    case "meetings": {
      const label = l10n.t("Meetings");
      return {
        id: `${node.uri}#meetings`,
        label,
        description: String(node.children.length),
        iconPath: new ThemeIcon("comment-discussion", new ThemeColor("tifa.official.underline")),
        collapsibleState: TreeItemCollapsibleState.Expanded,
        contextValue: "meetings",
        accessibilityInformation: { label: l10n.t("{0}: {1}", label, node.children.length) },
      };
    }
    case "meeting":
      return oneMeeting(node.meeting);
    case "party": {
      const { name, role, uri, range } = node.party;
      return {
        label: name,
        description: [node.side, role ?? ""].filter(Boolean).join(" · "),
        iconPath: new ThemeIcon(node.party.type === "agency" ? "organization" : "account"),
        collapsibleState: TreeItemCollapsibleState.None,
        contextValue: "party",
        command: goTo(uri, range),
        accessibilityInformation: { label: [node.side, role ?? "", name].filter(Boolean).join(" ") },
      };
    }
    case "meetingLine": {
      const { icon, label, text, uri, range } = node.line;
      return {
        label: text,
        description: label,
        tooltip: text,
        iconPath: new ThemeIcon(icon),
        collapsibleState: TreeItemCollapsibleState.None,
        contextValue: "meetingLine",
        command: goTo(uri, range),
        accessibilityInformation: { label: l10n.t("{0}: {1}", label, text) },
      };
    }
  }
}

function oneMeeting(meeting: MeetingItem): TreeItem {
  const { hosts, cue, guests, place } = meeting;
  const label = [names(hosts), cue, names(guests)].filter(Boolean).join(" ");
  const facts = [meetingDays(meeting), place ?? ""].filter(Boolean).join(" · ");
  const [report] = meeting.reports;
  return {
    label,
    description: facts,
    tooltip: facts === "" ? label : `${label}\n${facts}`,
    collapsibleState: TreeItemCollapsibleState.Collapsed,
    contextValue: "meeting",
    ...(report ? { command: goTo(report.uri, report.range) } : {}),
    accessibilityInformation: { label: [label, facts].filter(Boolean).join(", ") },
  };
}

function partsOf(meeting: MeetingItem, parent: MeetingViewNode): MeetingViewNode[] {
  const { hosts, guests, attendees, statements, agreements } = meeting;
  const people = (parties: readonly PartyItem[], side: string): MeetingViewNode[] =>
    parties.map((party) => ({ kind: "party", party, side, parent }));
  const line = (place: Place, icon: string, label: string, text: string): MeetingViewNode => ({
    kind: "meetingLine",
    line: { uri: place.uri, range: place.range, icon, label, text },
    parent,
  });
  return [
    ...people(hosts, l10n.t("host")),
    ...people(guests, l10n.t("guest")),
    ...statements.map((one) => {
      const who = one.speakers.join("、");
      const label = one.kind === "ask" ? l10n.t("Asked") : l10n.t("Answered");
      return line(one, one.kind === "ask" ? "question" : "reply", [label, who].filter(Boolean).join(" · "), one.text);
    }),
    ...agreements.map((one) => line(one, "law", l10n.t("Signed"), one.title ?? one.text)),
    ...people(attendees, l10n.t("present")),
  ];
}

function names(parties: readonly PartyItem[]): string {
  return parties.map(({ name }) => name).join("、");
}

function wordsOf({ cue, day, place, hosts, guests, attendees, statements, agreements }: MeetingItem): string {
  const parties = [...hosts, ...guests, ...attendees].flatMap(({ name, role }) => [name, role ?? ""]);
  const said = [...statements, ...agreements].map(({ text }) => text);
  return [cue, day ?? "", place ?? "", ...parties, ...said].join("\n").toLocaleLowerCase();
}

function goTo(uri: string, range: Place["range"]) {
  return { command: "tifa.revealMention", title: l10n.t("Go to Mention"), arguments: [uri, range] };
}
