import type { Draft, Reading } from "./reading.js";

/** An organ of a province, with the province in front: 澜江省委, 广西壮族自治区人民政府. */
const organOfProvince =
  /^(?:中共)?(\p{Script=Han}{2,8}?(?:省|自治区))(?=委|政府|人民|人大|政协|党委|纪委|\p{Script=Han}{2,14}[厅局委办])/u;
/** What an organ says of its province weighs more than a mention of a place, where one may only have travelled. */
const organWeight = 6;

/** The provinces that an article is about, most named first: short forms such as 省委 stand for the first that fits. */
export function provincesOf(reading: Reading, drafts: readonly Draft[]): string[] {
  const counts = new Map<string, number>();
  const count = (name: string, weight: number) => counts.set(name, (counts.get(name) ?? 0) + weight);
  for (const token of reading.scan.all("place")) {
    const { entry } = token.sense;
    // 四川 inside 四川省 is the same mention of the province.
    if (reading.scan.longestAt(token.start, "place") !== token) continue;
    if (entry.level === "province") count(entry.name, 2);
    else if (entry.level === "prefecture" && entry.parent) count(entry.parent, 1);
  }
  for (const draft of drafts) {
    if (draft.type !== "agency") continue;
    const province = organOfProvince.exec(reading.text.slice(draft.start, draft.end))?.[1];
    if (province) count(province, organWeight);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** The full name of a local organ that an article shortens: 省委 in Jilin is 中共吉林省委员会. */
export function fullOrganName(reading: Reading, draft: Draft, text: string, provinces: readonly string[]): string {
  if (!/^(?:local-|party-committee|committee-|organ-|bare-|prefix-)/.test(draft.rule)) return text;
  const name = withProvince(text, provinces) ?? withRank(reading, draft, text);
  const committee = /^(?:中共)?(.+?[省市县区州盟旗])委$/.exec(name);
  if (committee && draft.rule === "party-committee") return `中共${committee[1]}委员会`;
  return name.replace(/([省市县区州盟旗])政府$/, "$1人民政府");
}

/** 省委 with the first province that is one: Beijing, where one may have travelled, has no 省委. */
function withProvince(text: string, provinces: readonly string[]): string | undefined {
  for (const rank of ["省", "自治区"]) {
    if (!text.startsWith(rank)) continue;
    const province = provinces.find((name) => name.endsWith(rank));
    return province ? province + text.slice(rank.length) : text;
  }
  return undefined;
}

/** 吉林人大 is 吉林省人大: a place named without its rank gets it. */
function withRank(reading: Reading, draft: Draft, text: string): string {
  const place = reading.scan.longestAt(draft.start, "place");
  if (place?.sense.form !== "short" || place.end >= draft.end) return text;
  const rest = text.slice(place.end - draft.start);
  const mark = place.sense.entry.name.slice(place.end - place.start);
  return rest.startsWith(mark) ? text : place.sense.entry.name + rest;
}
