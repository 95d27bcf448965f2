/** Whether a UTF-16 code unit is a Han character, or half of one outside the basic plane. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0xd840 && code <= 0xd888) ||
    (code >= 0xdc00 && code <= 0xdfff)
  );
}

export function isHanAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && isHan(text.charCodeAt(index));
}

/** The dots that join the parts of a non-Han name. */
export function isNameDot(code: number): boolean {
  return code === 0xb7 || code === 0x30fb || code === 0x2022 || code === 0x2027 || code === 0xff65;
}

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0 || code === 0x09;
}

export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

export function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
