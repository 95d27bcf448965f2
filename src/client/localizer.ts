/** What `vscode.l10n` does for texts, so that what writes them can be run without an editor. */
export interface Localizer {
  t(message: string, ...values: (string | number)[]): string;
}
