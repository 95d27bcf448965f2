/**
 * The style of pages, in the colours of the reader's theme. Of the dots in the names of contributed colours, the
 * editor makes all or only the first a dash in the variables of a page.
 */
export const pageStyle = `
body { margin: 0; padding: 0; line-height: 1.6; color: var(--vscode-foreground); background: var(--vscode-editor-background); }
main { max-width: 60rem; margin: 0 auto; padding: 1.2rem 2rem 3rem; }
h1 { margin: 0; font-size: 1.7em; font-weight: 600; line-height: 1.3; }
h2 { margin: 2rem 0 0.6rem; padding-bottom: 0.2rem; font-size: 1.15em; font-weight: 600; border-bottom: 1px solid var(--line); }
h3 { margin: 1rem 0 0.3rem; font-size: 1em; font-weight: 600; }
p { margin: 0.3rem 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
.quiet { color: var(--vscode-descriptionForeground); }
.kind { display: inline-block; margin-bottom: 0.3rem; padding-bottom: 1px; border-bottom: 3px solid var(--hue); }
.kind.agency { border-bottom-style: dashed; }
.kind.slogan { border-bottom-style: double; border-bottom-width: 4px; }
.kind.byline { border-bottom-style: dotted; }
.note { margin: 0.8rem 0; padding: 0.4rem 0.8rem; border-left: 3px solid var(--vscode-editorWarning-foreground, currentColor); }
.facts { display: flex; flex-wrap: wrap; gap: 0.2rem 1.6rem; margin: 0.5rem 0; }
.facts dt { color: var(--vscode-descriptionForeground); font-size: 0.92em; }
.facts dd { margin: 0; }
.facts div { min-width: 5rem; }
.chips { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; }
.row { padding: 0.3rem 0; }
.row:has(> .day:first-child) { padding-left: 6.2rem; text-indent: -6.2rem; }
.row + .row, .meeting + .meeting { border-top: 1px solid var(--line); }
.meeting { padding: 0.7rem 0; }
.day { display: inline-block; text-indent: 0; min-width: 6.2rem; font-variant-numeric: tabular-nums; color: var(--vscode-descriptionForeground); }
.sentence { margin-left: 6.2rem; }
.said { margin: 0.25rem 0 0.25rem 6.2rem; padding-left: 0.7rem; border-left: 2px solid var(--line); }
a.link { color: var(--vscode-textLink-foreground); text-decoration: none; }
a.link:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
a.link:focus-visible, select:focus-visible, .scroll:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
.vscode-high-contrast a.link, .vscode-high-contrast-light a.link { text-decoration: underline; }
select { padding: 0.1rem 0.3rem; font: inherit; color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background);
  border: 1px solid var(--vscode-dropdown-border, var(--line)); }
.choices { display: flex; flex-wrap: wrap; gap: 0.4rem 1.6rem; margin: 0.8rem 0; }
.scroll { overflow-x: auto; }
svg { display: block; overflow: visible; }
svg text { fill: var(--vscode-foreground); font-size: 12px; font-family: var(--vscode-font-family); }
svg text.quiet { fill: var(--vscode-descriptionForeground); }
svg .bar { fill: var(--hue); }
svg .grid { stroke: var(--line); }
svg .dot { fill: var(--vscode-editor-background); stroke: var(--hue); stroke-width: 2; }
svg .open { fill: none; stroke: var(--hue); stroke-width: 1.5; stroke-dasharray: 4 3; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; }
th, td { padding: 0.25rem 0.8rem 0.25rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.spark { width: 1%; white-space: nowrap; }
.kwic li { display: grid; grid-template-columns: 6.2rem 1fr auto 1fr; gap: 0 0.4rem; padding: 0.15rem 0; white-space: nowrap; }
.kwic .left { display: flex; justify-content: flex-end; overflow: hidden; }
.kwic .right { overflow: hidden; text-overflow: ellipsis; }
.kwic a.link { font-weight: 600; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
ins, del { color: inherit; text-decoration-thickness: 2px; }
ins { text-decoration-line: underline; text-decoration-color: var(--vscode-charts-green, currentColor); background: var(--vscode-diffEditor-insertedTextBackground); }
del { text-decoration-line: line-through; text-decoration-color: var(--vscode-charts-red, currentColor); background: var(--vscode-diffEditor-removedTextBackground); }
.mark { display: inline-block; min-width: 1.2rem; font-weight: 600; }
details { margin: 0.5rem 0; }
summary { cursor: pointer; color: var(--vscode-textLink-foreground); }
.official, .person, .byline, .agency, .slogan { --hue: var(--vscode-tifa-official-underline, var(--vscode-tifa-official\\.underline, currentColor)); }
.agency { --hue: var(--vscode-tifa-agency-underline, var(--vscode-tifa-agency\\.underline, currentColor)); }
.slogan { --hue: var(--vscode-tifa-slogan-underline, var(--vscode-tifa-slogan\\.underline, currentColor)); }
.byline { --hue: var(--vscode-tifa-byline-underline, var(--vscode-tifa-byline\\.underline, currentColor)); }
.person { --hue: var(--vscode-tifa-person-underline, var(--vscode-tifa-person\\.underline, currentColor)); }
:root { --line: var(--vscode-contrastBorder, var(--vscode-panel-border, #8884)); }
@media (max-width: 40rem) {
  main { padding: 0.8rem 1rem 2rem; }
  .sides { grid-template-columns: 1fr; }
  .sentence, .said { margin-left: 0; }
}
`;
