import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "../../../src/service/markdown.js";

/** What a CommonMark renderer shows of escaped text: backslashes before punctuation and the one reference gone. */
function shown(markdown: string): string {
  return markdown.replace(/&#36;/g, "$").replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

describe("escapeMarkdown", () => {
  it.each([
    ["[run](command:workbench.action.quit)", "\\[run\\]\\(command\\:workbench\\.action\\.quit\\)"],
    ["<img src=x onerror=alert(1)>", "\\<img src\\=x onerror\\=alert\\(1\\)\\>"],
    ["![a](https://host/x.png)", "\\!\\[a\\]\\(https\\:\\/\\/host\\/x\\.png\\)"],
    ["https://host www.host.cn a@b.cn", "https\\:\\/\\/host www\\.host\\.cn a\\@b\\.cn"],
    ["**b** `c` ~~d~~ _e_ # f", "\\*\\*b\\*\\* \\`c\\` \\~\\~d\\~\\~ \\_e\\_ \\# f"],
    ["$(alert)", "&#36;\\(alert\\)"],
    ["&lt;b&gt;", "\\&lt\\;b\\&gt\\;"],
    ["a\\[b](c)", "a\\\\\\[b\\]\\(c\\)"],
    ["甲\n\n# 乙\r\n- 丙", "甲 \\# 乙 \\- 丙"],
    ["官\u202E员\u0000\u200B", "官员"],
  ])("leaves nothing of %j but its characters", (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it("escapes every mark of punctuation of any text, and shows that text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."[]()<>!*_`~#&$\\:/.@|-+= 甲乙a1"), maxLength: 100 }),
        (text) => {
          const markdown = escapeMarkdown(text);
          expect(markdown.replace(/&#36;/g, "").replace(/\\[!-/:-@[-`{-~]/g, "")).not.toMatch(/[!-/:-@[-`{-~]/);
          expect(shown(markdown)).toBe(text.replace(/\s+/g, " ").trim());
        },
      ),
    );
  });

  it("cuts a long text without cutting a character or an escape in two", () => {
    const markdown = escapeMarkdown(`${"甲".repeat(159)}😀（乙）`);
    expect(markdown).toBe(`${"甲".repeat(159)}😀…`);
  });
});
