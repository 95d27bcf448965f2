import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const client = join(root, "src/client");

/** The English texts that the client's sources hand to VS Code for translation. */
function textsOfCode(): string[] {
  const sources = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return sources.flatMap((name) =>
    [...readFileSync(join(client, name), "utf8").matchAll(/\bl10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map(
      ([, text]) => JSON.parse(`"${text}"`) as string,
    ),
  );
}

describe("the client's texts", () => {
  const chinese = JSON.parse(readFileSync(join(root, "l10n/bundle.l10n.zh-cn.json"), "utf8")) as Record<string, string>;

  it("are all there in Chinese, and no others", () => {
    const texts = [...new Set(textsOfCode())].sort();
    expect(texts.length).toBeGreaterThan(30);
    expect(texts).toEqual(Object.keys(chinese).sort());
  });

  it("keep their places for values", () => {
    const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();
    for (const [english, translated] of Object.entries(chinese))
      expect(places(translated), english).toEqual(places(english));
  });
});
