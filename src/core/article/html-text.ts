import { type CheerioAPI, load } from "cheerio/slim";
import { type FileSpan, fileSpan, type TextSpan, textSpan } from "../text/spans.js";
import type { TextBuilder } from "../text/text-builder.js";
import { addHtmlText } from "./character-references.js";

type HtmlNode = NonNullable<ReturnType<CheerioAPI["root"]>[0]>["children"][number];
type HtmlElement = Extract<HtmlNode, { attribs: unknown }>;

export interface HtmlText {
  /** Stretches of the file that show nothing: comments, styles, scripts. */
  readonly hidden: readonly { readonly at: number; readonly file: FileSpan }[];
  /** What the markup says of a stretch of the visible text, outermost first. */
  readonly hints: readonly { readonly kind: "headline" | "boilerplate" | "credit"; readonly text: TextSpan }[];
}

const blocks = new Set(
  "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);
const hiddenElements = new Set(["script", "style", "noscript", "template", "iframe", "svg", "object", "head"]);
const furniture = new Set(["nav", "footer", "aside", "form", "button", "select"]);
/** Whole words of a class or id that sites give to what surrounds an article. */
const furnitureName =
  /(?:^|[\s_-])(?:append-?qr|qr-?code|qr|share|shares|comment|comments|related|recommend|copyright|disclaimer|statement|footer|nav|navbar|breadcrumb|crumbs|toolbar|tags?-?list|hot-?news|advert|ads?|login|pagination|pager)(?:$|[\s_-])/i;
const editorName = /(?:^|[\s_-])(?:article-editor|editor|zrbj|bianji|author|source|show_author)(?:$|[\s_-])/i;

/** The longest text of an element whose class says that it gives credits, in UTF-16 code units. */
const longestLabel = 160;

/** Appends what a browser would show of the HTML from `start` to the end of the file. Never throws. */
export function readHtml(source: string, start: number, out: TextBuilder): HtmlText {
  const hidden: { at: number; file: FileSpan }[] = [];
  const hints: { kind: "headline" | "boilerplate" | "credit"; text: TextSpan }[] = [];
  const root = load(
    source.slice(start),
    { xml: { xmlMode: false, decodeEntities: false, withStartIndices: true, withEndIndices: true } },
    false,
  ).root()[0];
  // An explicit stack: markup may nest deeper than the call stack goes.
  const stack: (HtmlNode | (() => void))[] = [];
  const pushChildren = (children: readonly HtmlNode[]) => {
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as HtmlNode);
  };
  if (root) pushChildren(root.children);
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (typeof node === "function") {
      node();
      continue;
    }
    const from = start + (node.startIndex ?? 0);
    // An element that nothing closes ends, for the parser, one character behind the file.
    const to = Math.min(source.length, start + (node.endIndex ?? -1) + 1);
    if (node.type === "text") addHtmlText(source, from, to, out);
    else if (!isElement(node) || hiddenElements.has(node.name)) {
      if (to > from) hidden.push({ at: out.length, file: fileSpan(from, to) });
    } else {
      const block = blocks.has(node.name);
      if (block) out.lineBreak(from);
      const kind = hintOf(node);
      const textStart = out.length;
      stack.push(() => {
        // Editors of content systems name the whole body so (TRS_Editor): a label of a few lines at most is believed.
        const believed = kind === "credit" ? out.length - textStart <= longestLabel : kind !== undefined;
        if (kind && believed && out.length > textStart) hints.push({ kind, text: textSpan(textStart, out.length) });
        if (block) out.lineBreak(to);
      });
      pushChildren(node.children);
    }
  }
  return { hidden, hints };
}

function isElement(node: HtmlNode): node is HtmlElement {
  return "attribs" in node;
}

function hintOf(element: HtmlElement): "headline" | "boilerplate" | "credit" | undefined {
  if (element.name === "h1") return "headline";
  if (furniture.has(element.name)) return "boilerplate";
  const names = `${element.attribs.class ?? ""} ${element.attribs.id ?? ""}`.replace(/([a-z])([A-Z])/g, "$1-$2");
  if (furnitureName.test(names)) return "boilerplate";
  if (editorName.test(names)) return "credit";
  return undefined;
}
