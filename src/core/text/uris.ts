/**
 * One address for one file: editors differ in which characters of a path they escape. All but letters, digits
 * and `-._~/` are escaped, and a drive's letter is small, as VS Code writes addresses. Others stay as they are.
 */
export function canonicalUri(uri: string): string {
  const match = /^file:\/\/([^/?#]*)(\/[^?#]*)?$/i.exec(uri);
  if (!match) return uri;
  const path = (match[2] ?? "/").replace(
    /^\/([A-Za-z])(?::|%3A)(?=\/|$)/i,
    (_, drive: string) => `/${drive.toLowerCase()}:`,
  );
  return `file://${match[1]}${path.split("/").map(canonicalSegment).join("/")}`;
}

function canonicalSegment(segment: string): string {
  return encodeURIComponent(decoded(segment)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Whether a file or folder is, or lies in, a folder. Both addresses are canonical. */
export function isBelow(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** The path of a file from a folder that holds it, decoded, with forward slashes; empty for the folder. */
export function pathWithin(uri: string, folder: string): string {
  return uri.slice(folder.length).split("/").filter(Boolean).map(decoded).join("/");
}
