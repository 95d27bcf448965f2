import { colorPattern, type OwnClass } from "../annotation/own-classes.js";

/** The report's style sheet: each class has a tint and an underline of its own, so that colour is not the only sign. */
export function reportStyle(classes: readonly OwnClass[]): string {
  const own = classes.filter(({ color }) => colorPattern.test(color));
  return `${base}${own.map(({ id, color }) => `mark.c-${id},.key.c-${id}{background:${color}2b;border-bottom:2px solid ${color}}\n`).join("")}`;
}

/** The colours and lines of the editor's own highlights, so that the report reads as the article did there. */
function marked(type: string, line: string): string {
  const fill = `color-mix(in srgb,var(--${type}) 14%,transparent)`;
  return `mark.c-${type},.key.c-${type}{background:${fill};border-bottom:${line} var(--${type})}\n`;
}

const base = `
:root{color-scheme:light dark;--line:#8886;--official:#b84a00;--agency:#0063b1;--slogan:#8a2ba8;--byline:#00704f;--person:#00717f}
@media (prefers-color-scheme:dark){:root{--official:#ff9e5e;--agency:#6cb6ff;--slogan:#d7a6ff;--byline:#5fd6a8;--person:#6fd3e8}}
body{font:16px/1.8 "Noto Serif CJK SC","Source Han Serif SC",Songti SC,SimSun,serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3,table,nav,.key,.status{font-family:system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
article+article{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem}
.text p{margin:.4em 0;min-height:1em;white-space:pre-wrap;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.9em}
th,td{text-align:start;padding:.2em .6em;border-bottom:1px solid var(--line);vertical-align:top}
.key{display:inline-block;padding:0 .4em;margin:0 .6em .3em 0}
mark{color:inherit;background:#8882;border-bottom:2px solid #888}
mark.suggested{border-bottom-width:1px}
${marked("official", "2px solid")}${marked("agency", "2px dashed")}${marked("slogan", "3px double")}${marked("byline", "2px dotted")}${marked("person", "1px solid")}mark.c-note{background:#e69f002b;border-bottom:2px solid #e69f00}
.note{border-inline-start:3px solid #e69f00;padding-inline-start:.8em;margin:.8em 0;white-space:pre-wrap}
.status{color:#777;font-size:.85em}
:target{outline:2px solid currentColor}
@media print{body{max-width:none;margin:0}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
