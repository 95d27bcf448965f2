import fc from "fast-check";
import type { Anchor } from "../../../src/core/annotation/anchors.js";
import type { AnnotationRecord, Note } from "../../../src/core/annotation/records.js";
import { type AnnotationStore, emptyStore, withRecords } from "../../../src/core/annotation/store.js";

export function note(id: string, text: string, at = "2024-05-01T00:00:00Z"): Note {
  return {
    id,
    kind: "note",
    anchor: { exact: "省委", prefix: "", suffix: "。", start: 0, end: 2 },
    text,
    tags: [],
    at,
  };
}

export function store(...records: readonly AnnotationRecord[]): AnnotationStore {
  return withRecords(emptyStore, records);
}

const words = fc.string({
  unit: fc.constantFrom("省", "委", "𠮷", "\n", '"', "\\", "\u2028", "<", "a", " ", "\ud800"),
  maxLength: 8,
});
const someWords = words.map((text) => `言${text}`);
const anchor: fc.Arbitrary<Anchor> = fc.record({
  exact: someWords,
  prefix: words,
  suffix: words,
  start: fc.nat(999),
  end: fc.nat(999),
});
const type = fc.constantFrom("official", "agency", "slogan", "target");
const scope = fc.constantFrom("mention" as const, "article" as const, "workspace" as const);
const base = {
  id: fc.integer({ min: 0, max: 40 }).map((n) => `x-${n}`),
  at: fc.integer({ min: 0, max: 5 }).map((n) => `2024-05-01T00:00:0${n}Z`),
};

/** Records of every kind, with ids and times that meet often. */
export const record: fc.Arbitrary<AnnotationRecord> = fc.oneof(
  fc.record({
    ...base,
    kind: fc.constant("decision" as const),
    verdict: fc.constantFrom("accept" as const, "reject" as const),
    scope,
    type,
    anchor,
  }),
  fc.record({
    ...base,
    kind: fc.constant("decision" as const),
    verdict: fc.constant("change" as const),
    scope,
    type,
    anchor,
    to: fc.record({ type, anchor }, { requiredKeys: [] }),
  }),
  fc.record({ ...base, kind: fc.constant("addition" as const), scope, type, anchor, by: someWords }),
  fc.record({
    ...base,
    kind: fc.constant("note" as const),
    anchor,
    text: words,
    tags: fc.array(someWords, { maxLength: 3 }),
  }),
  fc.record({
    ...base,
    kind: fc.constant("relation" as const),
    type: someWords,
    from: fc.record({ type, anchor }),
    to: fc.record({ type, anchor }),
  }),
);
