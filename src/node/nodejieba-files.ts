import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// A CommonJS bundle has no import.meta.url, an ES module no __filename.
export const requireHere = createRequire(typeof __filename === "string" ? __filename : import.meta.url);

/** The dictionary files of nodejieba, as its `load` takes them. */
export interface JiebaFiles {
  readonly dict: string;
  readonly hmmDict: string;
  readonly userDict: string;
  readonly idfDict: string;
  readonly stopWordDict: string;
}

/**
 * Where the installed nodejieba keeps its dictionaries. Throws one clear sentence when the package or a
 * file of it is missing: nodejieba itself would end the process.
 */
export function jiebaFiles(): JiebaFiles {
  const folder = join(packageFolder(), "submodules", "cppjieba", "dict");
  const files = {
    dict: join(folder, "jieba.dict.utf8"),
    hmmDict: join(folder, "hmm_model.utf8"),
    userDict: join(folder, "user.dict.utf8"),
    idfDict: join(folder, "idf.utf8"),
    stopWordDict: join(folder, "stop_words.utf8"),
  };
  for (const file of Object.values(files)) {
    if (!existsSync(file)) throw new Error(`nodejieba's dictionary ${file} is missing; install nodejieba again`);
  }
  return files;
}

function packageFolder(): string {
  try {
    return dirname(requireHere.resolve("nodejieba/package.json"));
  } catch {
    throw new Error("the package nodejieba is not installed");
  }
}
