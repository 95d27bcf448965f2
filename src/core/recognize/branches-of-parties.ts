import type { Draft, Reading } from "./reading.js";

const committee = /^(?:\p{Script=Han}{2,10}?)?(?:省|市|县|区|州|自治区)?(?:委员会|委会|委|工委|总支|支部|支社|省委会|市委会)(?!员|托|派|任)/u;
const joinedLeague = /(?:团|共青团)(?:省|市|县|区|州|自治区)委(?!员)/g;

/**
 * Provincial and city branches of parties and mass organisations: 民盟湖南省委 is not 湖南省委, 团省委 is
 * not 省委.
 */
export function proposePartyBranches(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const { text, scan } = reading;
  for (const token of scan.all("agency")) {
    const { type } = token.sense.entry;
    if (type !== "democratic-party" && token.sense.entry.name !== "中国共产主义青年团") continue;
    const places = scan.startingAt(token.end).filter((t) => t.sense.kind === "place");
    const after = places.length > 0 ? places.map((t) => t.end) : [token.end];
    for (const at of after) {
      const match = committee.exec(text.slice(at, at + 8));
      if (!match || (places.length === 0 && !/^(?:省|市|县|区|州|自治区)/.test(match[0]))) continue;
      if (places.length > 0 && match[0].length > 4) continue;
      drafts.push({ type: "agency", start: token.start, end: at + match[0].length, rule: "party-branch", score: 0.96 });
    }
  }
  for (const span of reading.spans) {
    for (const match of text.slice(span.start, span.end).matchAll(joinedLeague)) {
      const start = span.start + match.index;
      drafts.push({ type: "agency", start, end: start + match[0].length, rule: "party-branch", score: 0.96 });
    }
  }
  return drafts;
}
