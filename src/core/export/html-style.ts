import { colorPattern, type OwnClass } from "../annotation/own-classes.js";

/** The report's style sheet: each class has a tint and an underline of its own, so that colour is not the only sign. */
export function reportStyle(classes: readonly OwnClass[]): string {
  const own = classes.filter(({ color }) => colorPattern.test(color));
  return `${base}${own.map(({ id, color }) => `mark.c-${id},.key.c-${id}{background:${color}2b;border-bottom:2px solid ${color}}\n`).join("")}`;
}

const base = `
:root{color-scheme:light dark;--line:#8886}
body{font:16px/1.8 "Noto Serif CJK SC","Source Han Serif SC",Songti SC,SimSun,serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3,table,nav,.key,.status{font-family:system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
article+article{border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem}
.text p{margin:.4em 0;min-height:1em;white-space:pre-wrap;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.9em}
th,td{text-align:start;padding:.2em .6em;border-bottom:1px solid var(--line);vertical-align:top}
.key{display:inline-block;padding:0 .4em;margin:0 .6em .3em 0}
mark{color:inherit;background:#8882;border-bottom:2px solid #888}
mark.suggested{border-bottom-width:1px}
mark.c-official,.key.c-official{background:#0072b22b;border-bottom:2px solid #0072b2}
mark.c-agency,.key.c-agency{background:#009e732b;border-bottom:2px double #009e73}
mark.c-slogan,.key.c-slogan{background:#d55e002b;border-bottom:2px dashed #d55e00}
mark.c-byline,.key.c-byline{background:#8882;border-bottom:2px dotted #888}
mark.c-person,.key.c-person{background:#cc79a72b;border-bottom:2px dotted #cc79a7}
mark.c-note{background:#e69f002b;border-bottom:2px solid #e69f00}
.note{border-inline-start:3px solid #e69f00;padding-inline-start:.8em;margin:.8em 0;white-space:pre-wrap}
.status{color:#777;font-size:.85em}
:target{outline:2px solid currentColor}
@media print{body{max-width:none;margin:0}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
