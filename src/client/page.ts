import { Html, html } from "./html.js";
import { pageScript } from "./page-script.js";
import { pageStyle } from "./page-style.js";

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** The display language, such as `en` or `zh-cn`. */
  readonly language: string;
}

/**
 * A whole document for a webview. Its policy lets nothing in: no address is ever asked for anything, and
 * only the style and the script that bear the nonce, both of which are constants, are used.
 */
export function documentOf({ title, body, language }: Page, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${new Html(pageStyle)}</style>
</head>
<body>
<main>${body}</main>
<script nonce="${nonce}">${new Html(pageScript)}</script>
</body>
</html>`.text;
}
