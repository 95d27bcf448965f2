import fc from "fast-check";
import { expect, it } from "vitest";
import { LineIndex } from "../../src/core/text/line-index.js";
import { lineStartsOf, placeIn } from "../../src/core/text/line-starts.js";

it("line starts give the places that a line index of the text gives", () => {
  const text = fc.array(fc.constantFrom("字", "a", "\n", "\r", "\r\n", "𠮷")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.nat(40), (content, at) => {
      const offset = Math.min(at, content.length);
      expect(placeIn(lineStartsOf(content), offset)).toEqual(new LineIndex(content).placeAt(offset));
    }),
  );
});
