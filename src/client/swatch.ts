import { Uri } from "vscode";

const colorPattern = /^#[0-9a-f]{6}$/i;

/** Whether a text is a colour as `#rrggbb`: what is not must never reach a style sheet. */
export function isColor(text: string): boolean {
  return colorPattern.test(text);
}

/** A disc of a colour, as an icon: an icon of a theme takes none but the theme's colours. */
export function swatch(color: string): Uri {
  const fill = isColor(color) ? color : "#808080";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="5" fill="${fill}"/></svg>`;
  return Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
}
