import { Uri } from "vscode";

/** Whether an address of the server's is this one: the two may write the same characters differently. */
export function sameAddress(address: Uri, uri: string): boolean {
  return address.toString() === uri || address.toString() === Uri.parse(uri).toString();
}

/** Whether an address is one of the server's; all are where it names none. */
export function isAmong(address: Uri, uris: readonly string[] | undefined): boolean {
  return uris === undefined || uris.some((uri) => sameAddress(address, uri));
}
