import type { Analysis } from "../core/recognize/analysis.js";
import type { Entity } from "../core/recognize/entity.js";
import type { Mention } from "../core/recognize/mention.js";
import type { Locale } from "../service/locale.js";
import { messagesFor } from "../service/messages.js";
import { columns, padColumns, printable } from "./printable.js";

const order = ["official", "agency", "slogan", "candidate", "byline", "person"] as const;
/** Longer names do not push the posts of all others to the right. */
const widestName = 28;

/** A table per class: how often each entity is mentioned, its name, and its posts or full name. */
export function formatSummary(analysis: Analysis, mentions: readonly Mention[], locale: Locale): string {
  const words = messagesFor(locale).types;
  const tables = order.flatMap((kind) => {
    const counts = new Map<string, { count: number; shown: string }>();
    for (const mention of mentions) {
      if ((mention.candidate ? "candidate" : mention.type) !== kind) continue;
      const known = counts.get(mention.entityId);
      if (known) known.count++;
      else counts.set(mention.entityId, { count: 1, shown: kind === "agency" ? mention.text : "" });
    }
    if (counts.size === 0) return [];
    const rows = [...counts].flatMap(([id, { count, shown }]) => {
      const entity = analysis.entities.get(id);
      return entity
        ? [{ count, name: printable(shown || entity.name), detail: printable(detailOf(entity, shown)) }]
        : [];
    });
    const width = Math.min(widestName, Math.max(...rows.map(({ name }) => columns(name))));
    const lines = rows.map(
      ({ count, name, detail }) =>
        `${String(count).padStart(4)}  ${detail ? `${padColumns(name, width)}  ${detail}` : name}`,
    );
    return [`${words[kind]} (${rows.length})\n${lines.join("\n")}`];
  });
  return tables.join("\n\n");
}

function detailOf(entity: Entity, shown: string): string {
  if (entity.type === "agency") return entity.name === shown ? "" : entity.name;
  return entity.posts.map((post) => post.title).join("；");
}
