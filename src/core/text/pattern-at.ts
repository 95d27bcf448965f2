/**
 * How many UTF-16 code units a sticky pattern matches at an offset; 0 where it does not. Unlike a match on a
 * slice it makes no string and no array.
 */
export function lengthAt(sticky: RegExp, text: string, offset: number): number {
  sticky.lastIndex = offset;
  return sticky.test(text) ? sticky.lastIndex - offset : 0;
}
