import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DecidedAnalysis } from "../../../src/core/annotation/decided.js";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { Annotator, type Edit } from "../../../src/core/annotation/make-records.js";
import { type AnnotationStore, withoutRecords, withRecords } from "../../../src/core/annotation/store.js";
import type { Analysis } from "../../../src/core/recognize/analysis.js";
import { analyze } from "../../../src/core/recognize/analyze.js";
import { AnnotationFolder } from "../../../src/node/annotation-store.js";
import { readText } from "../../../src/node/file-workspace.js";
import { hand } from "../annotation/support.js";
import { realLexicon } from "../support/real-lexicon.js";

const samples = fileURLToPath(new URL("../../fixtures/samples", import.meta.url));
export const sampleNames = readdirSync(samples).filter((name) => /\.\w+$/.test(name));

/** A folder of the samples, to be removed by `done`. */
export class SampleFolder {
  readonly root = mkdtempSync(join(tmpdir(), "tifa-samples-"));
  readonly annotations = new AnnotationFolder(this.root);

  constructor() {
    for (const name of sampleNames) cpSync(join(samples, name), join(this.root, name));
  }

  path(name: string): string {
    return join(this.root, name);
  }

  /** The bytes of every article: nothing that Tifa does may change them. */
  articles(): string[] {
    return sampleNames.map((name) => readFileSync(this.path(name)).toString("base64"));
  }

  /** Does one thing after another in an article as a reader would. */
  async annotate(name: string, by: string, steps: readonly Step[], seed = 1): Promise<void> {
    const analysis = await this.analysis(name);
    const pen = hand(by, seed);
    await this.annotations.update({ article: name }, (store) =>
      steps.reduce((now, step) => {
        const decided = applyDecisions(analysis, now.records.values());
        return edited(now, step(new Annotator(decided, pen), decided));
      }, store),
    );
  }

  async analysis(name: string): Promise<Analysis> {
    const source = await readText(this.path(name));
    return analyze({ uri: this.path(name), version: 1, source }, realLexicon());
  }

  done(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

type Step = (annotator: Annotator, decided: DecidedAnalysis) => Edit | undefined;

function edited(store: AnnotationStore, edit: Edit | undefined): AnnotationStore {
  return edit ? withRecords(withoutRecords(store, edit.remove), edit.put) : store;
}

const mention = (decided: DecidedAnalysis, at: number) => {
  const found = decided.analysis.mentions.at(at);
  if (!found) throw new Error(`the article has no mention ${at}`);
  return found;
};

const firstWords = ({ analysis }: DecidedAnalysis) => {
  const start = analysis.article.text.search(/\S{4}/);
  return { start, end: start + 4 };
};

/** Everything a reader can do: accept, reject, change, add, note, answer, relate. */
export const everything: readonly Step[] = [
  (a, now) => a.accept(mention(now, 0)),
  (a, now) => a.reject(mention(now, 1)),
  (a, now) => a.change(mention(now, 1), { entity: "另一个名称" }),
  (a, now) => a.add(firstWords(now), "target"),
  (a, now) => a.note(mention(now, 2).span, "=1+1 <批注>\n第二行", ["复核", "重点"]),
  (a, now) => a.relate(mention(now, 0), mention(now, 2), "任职于"),
];
