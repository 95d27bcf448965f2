import { Uri } from "vscode";

/** Whether an address of the server's is this one: the two may write the same characters differently. */
export function sameAddress(address: Uri, uri: string): boolean {
  return address.toString() === uri || address.toString() === Uri.parse(uri).toString();
}
