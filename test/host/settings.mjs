/** The themes that a workbench is looked at in, by the short names that name the pictures. */
export const themes = Object.freeze({
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "hc-dark": "Default High Contrast",
  "hc-light": "Default High Contrast Light",
});

/** User settings that keep the workbench to the extension: nothing that greets, asks, fetches or updates itself. */
export const quietSettings = Object.freeze({
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "git.openRepositoryInParentFolders": "never",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
});

/**
 * @param {string} name a key of {@link themes} or the full name of any theme
 * @returns {string} the value of `workbench.colorTheme`
 */
export function themeNamed(name) {
  return Object.entries(themes).find(([short]) => short === name)?.[1] ?? name;
}
