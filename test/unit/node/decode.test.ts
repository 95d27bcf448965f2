import { describe, expect, it } from "vitest";
import { decode } from "../../../src/node/decode.js";

const text = "省委书记林牧川表示，要推动高质量发展。\n2023年3月14日，各地各部门认真贯彻落实。\n";
const utf8 = new TextEncoder().encode(text);
/** Bytes as another program's encoder wrote them. */
const gb18030 = bytesOf("caa1ceafcae9bcc7b1edcabea3acd2aacdc6b6afb8dfd6cac1bfb7a2d5b9a1a3");
const big5 = bytesOf(
  "a6e6ac46aaf8a978aaeda5dca141ac46a9b2b77cbf6eb7a5b1c0b0cab867c0d9b56fae69a141a5fea44fa7efb5bda5c1a5cda141a8c3c47ec4f2a55bb16abb50a4baa661a655acd9a5abaabaa658a740a143",
);

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function utf16(littleEndian: boolean, bom: boolean): Uint8Array {
  const all = bom ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(all.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < all.length; i++) view.setUint16(i * 2, all.charCodeAt(i), littleEndian);
  return bytes;
}

describe("decode", () => {
  it("reads UTF-8 with and without a BOM, and leaves the BOM out", () => {
    expect(decode(utf8)).toEqual({ text, encoding: "utf-8" });
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toEqual({ text, encoding: "utf-8" });
  });

  it.each([
    [true, true, "utf-16le"],
    [false, true, "utf-16be"],
    [true, false, "utf-16le"],
    [false, false, "utf-16be"],
  ] as const)("reads UTF-16 (little-endian %s, BOM %s)", (littleEndian, bom, encoding) => {
    expect(decode(utf16(littleEndian, bom))).toEqual({ text, encoding });
  });

  it("reads GB18030, however short", () => {
    expect(decode(gb18030)).toEqual({ text: "省委书记表示，要推动高质量发展。", encoding: "gb18030" });
    expect(decode(gb18030.slice(0, 8)).text).toBe("省委书记");
  });

  it("reads Big5", () => {
    const read = decode(big5);
    expect(read).toEqual({
      text: "行政長官表示，政府會積極推動經濟發展，全力改善民生，並繼續加強與內地各省市的合作。",
      encoding: "big5",
    });
  });

  it("reads a character that GBK lacks from four bytes of GB18030", () => {
    const bytes = Uint8Array.of(...gb18030, 0x95, 0x32, 0x82, 0x36);
    expect(decode(bytes).text).toBe("省委书记表示，要推动高质量发展。𠀀");
  });

  it("never throws, whatever the bytes", () => {
    expect(decode(new Uint8Array(0)).text).toBe("");
    for (let seed = 1; seed < 200; seed++) {
      let state = seed;
      const bytes = Uint8Array.from({ length: seed * 3 }, () => {
        state = (state * 48271) % 2147483647;
        return state & 255;
      });
      expect(typeof decode(bytes).text).toBe("string");
    }
  });
});
