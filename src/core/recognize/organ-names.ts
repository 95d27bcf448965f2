import type { Draft, Reading } from "./reading.js";

/**
 * The province that an article is about: the one its headline and body name most, where it is named
 * more often than any other. Short forms such as 省委 stand for that province's organs.
 */
export function provinceOf(reading: Reading): string | undefined {
  const counts = new Map<string, number>();
  const provinceByPlace = new Map<string, string>();
  for (const token of reading.scan.all("place")) {
    const { entry } = token.sense;
    const province = entry.level === "province" ? entry.name : entry.level === "prefecture" ? entry.parent : undefined;
    if (!province) continue;
    provinceByPlace.set(entry.name, province);
    counts.set(province, (counts.get(province) ?? 0) + (entry.level === "province" ? 2 : 1));
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  return first && (!second || first[1] > second[1]) ? first[0] : undefined;
}

/** The full name of a local organ that an article shortens: 省委 in Jilin is 中共吉林省委员会. */
export function fullOrganName(reading: Reading, draft: Draft, text: string, province: string | undefined): string {
  if (!/^(?:local-|party-committee|committee-|organ-|bare-|prefix-)/.test(draft.rule)) return text;
  let name = text;
  if (/^省/.test(name) && province) name = province + name.slice(1);
  else if (/^自治区/.test(name) && province) name = province + name.slice(3);
  else {
    const place = reading.scan.longestAt(draft.start, "place");
    if (place && place.sense.form === "short" && place.end < draft.end) {
      const rest = text.slice(place.end - draft.start);
      const mark = place.sense.entry.name.slice(place.end - place.start);
      name = rest.startsWith(mark) ? text : place.sense.entry.name + rest;
    }
  }
  const committee = /^(?:中共)?(.+?[省市县区州盟旗])委$/.exec(name);
  if (committee && draft.rule === "party-committee") return `中共${committee[1]}委员会`;
  return name.replace(/([省市县区州盟旗])政府$/, "$1人民政府");
}
