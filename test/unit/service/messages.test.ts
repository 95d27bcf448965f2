import { expect, it } from "vitest";
import { localeOf } from "../../../src/service/locale.js";
import { type Messages, messagesFor } from "../../../src/service/messages.js";
import { defaultSettings, readSettings } from "../../../src/service/settings.js";

function sentences(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, (value as (...values: unknown[]) => string)(2, 3)]];
  return Object.entries(value as object).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
}

it("says everything in both languages, in each with its own words", () => {
  const [en, zh] = (["en", "zh"] as const).map((locale) => sentences(messagesFor(locale) satisfies Messages, ""));
  const chinese = new Map(zh);
  for (const [path, text] of en ?? []) {
    expect(text, path).not.toMatch(/\p{Script=Han}/u);
    if (text.trim().length > 2) expect(chinese.get(path), path).toMatch(/\p{Script=Han}|^2–3$/u);
  }
  expect(zh?.length).toBe(en?.length);
});

it.each([
  ["zh-cn", "zh"],
  ["zh_CN.UTF-8", "zh"],
  ["zh", "zh"],
  ["en", "en"],
  ["de", "en"],
  ["zhx", "en"],
  [undefined, "en"],
] as const)("reads the locale %s as %s", (tag, locale) => {
  expect(localeOf(tag)).toBe(locale);
});

it("takes the default for a setting that is missing or of the wrong type", () => {
  for (const raw of [
    undefined,
    null,
    3,
    "x",
    [],
    {},
    { problems: "yes", maxFileSize: -1, checks: "loud" },
    { maxFileSize: Number.NaN },
  ]) {
    expect(readSettings(raw)).toEqual(defaultSettings);
  }
  const given = { problems: false, maxFileSize: 0.5, checks: "warning" };
  expect(readSettings(given)).toEqual({ ...defaultSettings, ...given });
});
