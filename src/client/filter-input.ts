import { l10n, window } from "vscode";
import type { EntityView } from "./entity-view.js";

/** Filters the entities view while its reader types; Escape brings the former filter back. */
export function filterEntities(view: EntityView): void {
  const former = view.filter;
  let accepted = false;
  const input = window.createInputBox();
  input.title = l10n.t("Filter Entities");
  input.prompt = l10n.t("Words of a name, a post or a mention; empty to show all");
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
