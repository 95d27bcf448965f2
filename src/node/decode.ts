import { analyse } from "chardet";

export interface Decoded {
  /** The text without a BOM. */
  readonly text: string;
  /** A label of the WHATWG encoding standard, such as `utf-8` or `gb18030`. */
  readonly encoding: string;
}

/** What the detector says of bytes that an encoding allows but that hold none of its common characters. */
const noEvidence = 10;

/**
 * Decodes a text file: by its BOM, else as UTF-8 where it is valid, else as UTF-16 where every other byte
 * of its ASCII characters is zero, else as GB18030 or Big5. Never throws: bytes that no encoding explains
 * become U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = bomEncoding(bytes) ?? utf16Without(bytes) ?? (isUtf8(bytes) ? "utf-8" : multibyte(bytes));
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function bomEncoding([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** No text in another encoding holds zero bytes, and UTF-16 holds them on one side of its pairs. */
function utf16Without(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd < bytes.length / 200 || even + odd === 0) return undefined;
  if (odd > even * 9) return "utf-16le";
  return even > odd * 9 ? "utf-16be" : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** GB18030 unless there is evidence for Big5: a short text gives none for either. */
function multibyte(bytes: Uint8Array): string {
  const matches = analyse(bytes);
  const confidence = (name: string) => matches.find((match) => match.name === name)?.confidence ?? 0;
  return confidence("Big5") > Math.max(noEvidence, confidence("GB18030")) ? "big5" : "gb18030";
}
