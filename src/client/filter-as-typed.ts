import { window } from "vscode";

interface Filtered {
  readonly filter: string;
  setFilter(filter: string): void;
}

/** Filters a view while its reader types; Escape brings the former filter back. */
export function filterAsTyped(view: Filtered, title: string, prompt: string): void {
  const former = view.filter;
  let accepted = false;
  const input = window.createInputBox();
  input.title = title;
  input.prompt = prompt;
  input.value = former;
  input.onDidChangeValue((value) => view.setFilter(value));
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!accepted) view.setFilter(former);
    input.dispose();
  });
  input.show();
}
