import type { Region } from "../core/article/article.js";
import type { Analysis } from "../core/recognize/analysis.js";
import { type FileSpan, fileSpan } from "../core/text/spans.js";

/** A stretch that can be folded away: `kind` is LSP's, which editors have commands for. */
export interface Fold {
  readonly span: FileSpan;
  readonly kind: "region" | "comment";
}

/** The front matter, and each run of furniture, styles and comments, in order of place. */
export function folding(analysis: Analysis): Fold[] {
  const { frontMatter, regions } = analysis.article;
  const folds: Fold[] = frontMatter ? [{ span: frontMatter, kind: "region" }] : [];
  const inFileOrder = [...regions].sort((a, b) => a.file.start - b.file.start);
  let run: FileSpan | undefined;
  for (const region of inFileOrder) {
    if (region.kind === "boilerplate") {
      run = run ? fileSpan(run.start, Math.max(run.end, region.file.end)) : region.file;
    } else if (run && isApart(run, region)) {
      folds.push({ span: run, kind: "comment" });
      run = undefined;
    }
  }
  if (run) folds.push({ span: run, kind: "comment" });
  return folds;
}

function isApart(run: FileSpan, region: Region): boolean {
  return region.file.start >= run.end;
}
