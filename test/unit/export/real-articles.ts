import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyze } from "../../../src/core/recognize/analyze.js";
import { decode } from "../../../src/node/decode.js";
import { realLexicon } from "../support/real-lexicon.js";
import { type Read, Reader } from "./support.js";

const folders = {
  samples: fileURLToPath(new URL("../../fixtures/samples/", import.meta.url)),
  // Real articles that are not part of the project.
  seeds: fileURLToPath(new URL("../../../../shared/seeds/", import.meta.url)),
};

/** Whole articles as they are recognised, each with what a reader did in it: those of a folder, by name. */
function articlesIn(folder: string): (readonly [name: string, read: Read])[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.(?:txt|html|md|policy)$/.test(name));
  return names.sort().map((name) => [name, annotated(decode(readFileSync(`${folder}${name}`)).text, name)] as const);
}

/** Every sample, and every real article where there are any. */
export function realArticles(): (readonly [name: string, read: Read])[] {
  return [...articlesIn(folders.samples), ...articlesIn(folders.seeds)];
}

export const hasSeeds = existsSync(folders.seeds);
if (!hasSeeds) console.info("The real articles are left out: there is no folder ../shared/seeds.");

/** Accepts, rejects, changes, marks, notes and relates all along an article, the same each time. */
function annotated(source: string, name: string): Read {
  const reader = new Reader(analyze({ uri: `file:///${name}`, version: 1, source }, realLexicon()), "陈 <一>");
  const { mentions, article } = reader.analysis;
  mentions.forEach((mention, i) => {
    reader.do((a) => {
      if (i % 5 === 0) return a.accept(mention);
      if (i % 5 === 1) return a.reject(mention);
      if (i % 5 === 2) return a.change(mention, { entity: `${mention.text}（改）`, role: '牵头 "单位"' });
      return i % 5 === 3 ? a.note(mention.span, `=1+${i} <b>&\n第二行`, ["复核", `第${i}处`]) : undefined;
    });
  });
  const words = [...article.text.matchAll(/\p{Script=Han}{3}(?=[，,。])/gu)].filter((_, i) => i % 4 === 0);
  for (const { index } of words) reader.do((a) => a.add({ start: index, end: index + 3 }, "target"));
  const standing = [...reader.decided.analysis.mentions];
  for (let i = 0; i + 1 < standing.length; i += 7) {
    const [from, to] = [standing[i], standing[i + 1]];
    if (from && to) reader.do((a) => a.relate(from, to, "相关 于"));
  }
  return reader;
}
