/** Whether a path, relative and with forward slashes, is matched. */
export type GlobTest = (path: string) => boolean;

/**
 * A test for glob patterns as editors' settings have them: `*`, `?`, `**`, `{a,b}` and `[a-z]`. A pattern that
 * matches a folder matches all that is in it. A pattern that makes no sense matches nothing.
 */
export function globTest(patterns: readonly string[]): GlobTest {
  const expressions = patterns.flatMap((pattern) => expressionOf(pattern) ?? []);
  return (path) => expressions.some((expression) => expression.test(path));
}

function expressionOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^${sourceOf(pattern.replace(/^\.?\/|\/$/g, ""))}(?:/|$)`, "u");
  } catch {
    return undefined;
  }
}

function sourceOf(pattern: string): string {
  let source = "";
  let braces = 0;
  for (let i = 0; i < pattern.length; ) {
    const rest = pattern.slice(i);
    const [set] = /^\[!?[^\]/]+\]/.exec(rest) ?? [];
    const [stars] = /^\*\*(?:\/|$)/.exec(rest) ?? [];
    if (stars !== undefined) source += stars === "**" ? ".*" : "(?:[^/]+/)*";
    else if (set !== undefined) source += set.replace(/^\[!/, "[^").replace(/\\/g, "\\\\");
    else if (rest[0] === "*") source += "[^/]*";
    else if (rest[0] === "?") source += "[^/]";
    else if (rest[0] === "{") {
      source += "(?:";
      braces++;
    } else if (rest[0] === "}" && braces > 0) {
      source += ")";
      braces--;
    } else if (rest[0] === "," && braces > 0) source += "|";
    else source += (rest[0] ?? "").replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
    i += stars?.length ?? set?.length ?? 1;
  }
  return source;
}
