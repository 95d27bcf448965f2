import type { Range } from "../protocol/protocol.js";
import { type Html, type HtmlValue, html } from "./html.js";

/** What a link of a page leads to. */
export type LinkTarget =
  | { readonly kind: "place"; readonly uri: string; readonly range?: Range }
  | { readonly kind: "profile"; readonly id: string }
  | { readonly kind: "choice"; readonly name: string; readonly value: string };

/**
 * The links of a page. The page itself holds only their numbers: what they lead to stays here, out of the
 * reach of anything an article could bring into the page.
 */
export class PageLinks {
  readonly #targets: LinkTarget[] = [];

  get targets(): readonly LinkTarget[] {
    return this.#targets;
  }

  /** The number of a link to a target. */
  number(target: LinkTarget): number {
    return this.#targets.push(target) - 1;
  }

  /** A link, which the keyboard reaches. `label` is read aloud in place of the content. */
  to(target: LinkTarget, content: HtmlValue, label?: string): Html {
    const name = label !== undefined && html` aria-label="${label}"`;
    const number = this.number(target);
    return html`<a class="link" href="#${number}" data-link="${number}"${name}>${content}</a>`;
  }
}
