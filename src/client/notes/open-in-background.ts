import { type TextDocument, Uri, workspace } from "vscode";
import type { LanguageDetection } from "../language-detection.js";

/** Opens an article without showing it, as an annotation can be changed only in an open one. Undefined where it is gone. */
export async function openInBackground(detection: LanguageDetection, uri: string): Promise<TextDocument | undefined> {
  try {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    await detection.settled();
    return document;
  } catch {
    return undefined;
  }
}
