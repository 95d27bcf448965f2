/** A line of a file, without its line end. */
export interface Line {
  readonly text: string;
  /** The UTF-16 offset of its first character. */
  readonly start: number;
  /** Zero-based. */
  readonly number: number;
}

export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let start = source.startsWith("\uFEFF") ? 1 : 0;
  for (let number = 0; start <= source.length; number++) {
    const end = source.indexOf("\n", start);
    const text = source.slice(start, end < 0 ? undefined : end);
    lines.push({ text: text.endsWith("\r") ? text.slice(0, -1) : text, start, number });
    if (end < 0) break;
    start = end + 1;
  }
  return lines;
}

/**
 * What a line is to git's conflict markers: the `<<<<<<<` that opens a whole block, another marker of one, a
 * line of the common ancestor's version, or a marker that belongs to no block; undefined for any other line.
 */
export type ConflictRole = "opening" | "marker" | "ancestor" | "stray" | undefined;

const markers = { "<": "open", "|": "ancestor", "=": "middle", ">": "close" } as const;
type Marker = (typeof markers)[keyof typeof markers];

/** The role of each line. The lines of both sides have none: both are read. */
export function findConflicts(lines: readonly Line[]): ConflictRole[] {
  const roles: ConflictRole[] = lines.map((line) => (markerOf(line) ? "stray" : undefined));
  for (let i = 0; i < lines.length; i++) {
    if (markerOf(lines[i]) !== "open") continue;
    const middle = nextMarker(lines, i + 1, ["ancestor"]);
    const close = nextMarker(lines, middle + 1, []);
    if (markerOf(lines[middle]) !== "middle" || markerOf(lines[close]) !== "close") continue;
    let ancestor = false;
    for (let k = i; k <= close; k++) {
      const marker = markerOf(lines[k]);
      if (marker) {
        roles[k] = marker === "open" ? "opening" : "marker";
        ancestor = marker === "ancestor";
      } else if (ancestor) roles[k] = "ancestor";
    }
    i = close;
  }
  return roles;
}

/** The index of the next marker from `from` that is not one of those passed over; the number of lines without one. */
function nextMarker(lines: readonly Line[], from: number, over: readonly Marker[]): number {
  for (let i = from; i < lines.length; i++) {
    const marker = markerOf(lines[i]);
    if (marker && !over.includes(marker)) return i;
  }
  return lines.length;
}

function markerOf(line: Line | undefined): Marker | undefined {
  const match = line && /^([<|=>])\1{6}(?: .*)?$/.exec(line.text);
  return match ? markers[match[1] as keyof typeof markers] : undefined;
}
