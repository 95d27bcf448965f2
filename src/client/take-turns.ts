import type { Range as EditorRange } from "vscode";

/** Deals ranges, in order of place, so that no two that touch get the same turn. */
export function takeTurns(ranges: readonly EditorRange[], turns: number): EditorRange[][] {
  const dealt: EditorRange[][] = Array.from({ length: turns }, () => []);
  let turn = 0;
  let previous: EditorRange | undefined;
  for (const range of ranges) {
    turn = previous?.end.isEqual(range.start) ? (turn + 1) % turns : 0;
    dealt[turn]?.push(range);
    previous = range;
  }
  return dealt;
}
