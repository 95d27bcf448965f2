import { isHan } from "../text/characters.js";

/** ASCII marks that stand for full-width ones between Han characters. */
const wide: Readonly<Record<string, string>> = {
  ",": "，",
  "(": "（",
  ")": "）",
  ":": "：",
  ";": "；",
  "!": "！",
  "?": "？",
};

/**
 * Folds a text for matching, one code unit for one, so that offsets stay: traditional characters to
 * simplified ones, full-width letters and digits to ASCII, ASCII marks behind a Han character to full-width.
 */
export class Folding {
  private readonly table = new Uint16Array(0x10000);

  constructor(pairs: readonly string[]) {
    for (const pair of pairs) this.table[pair.charCodeAt(0)] = pair.charCodeAt(1);
    for (let code = 0xff10; code <= 0xff5a; code++) {
      const ascii = String.fromCharCode(code - 0xfee0);
      if (/[0-9A-Za-z]/.test(ascii)) this.table[code] = ascii.charCodeAt(0);
    }
  }

  /** The folded text, of the same length; the text itself where nothing is to be folded. */
  fold(text: string): string {
    const pieces: string[] = [];
    let done = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const folded = code < 0x40 ? this.mark(text, i) : this.table[code];
      if (!folded) continue;
      pieces.push(text.slice(done, i), typeof folded === "string" ? folded : String.fromCharCode(folded));
      done = i + 1;
    }
    return done === 0 ? text : pieces.join("") + text.slice(done);
  }

  private mark(text: string, index: number): string | undefined {
    const folded = wide[text.charAt(index)];
    if (!folded) return undefined;
    return isHan(text.charCodeAt(index - 1)) || isHan(text.charCodeAt(index + 1)) ? folded : undefined;
  }
}
