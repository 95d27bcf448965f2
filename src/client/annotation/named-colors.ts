import type { Localizer } from "../localizer.js";

/** The colours that classes without one get, by name: apart from each other for readers with colour-blindness too. */
export function namedColors(l10n: Localizer) {
  return [
    { value: "#0072b2", label: l10n.t("Blue") },
    { value: "#d55e00", label: l10n.t("Vermilion") },
    { value: "#009e73", label: l10n.t("Green") },
    { value: "#cc79a7", label: l10n.t("Pink") },
    { value: "#e69f00", label: l10n.t("Orange") },
    { value: "#56b4e9", label: l10n.t("Sky blue") },
    { value: "#8c6d31", label: l10n.t("Brown") },
    { value: "#7f3c8d", label: l10n.t("Purple") },
  ];
}
