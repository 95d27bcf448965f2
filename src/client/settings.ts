import type { ConfigurationScope, WorkspaceConfiguration } from "vscode";
import type { HighlightClass } from "../protocol/protocol.js";

/** The section of all settings. */
export const section = "tifa";

export const sortOrders = ["place", "count", "name"] as const;
export type SortOrder = (typeof sortOrders)[number];

export const articleGroupings = ["date", "source", "entity"] as const;
export type ArticleGrouping = (typeof articleGroupings)[number];

export const highlightStyles = ["fillAndUnderline", "underline"] as const;
export type HighlightStyle = (typeof highlightStyles)[number];

/** The setting that shows or hides each class of highlights. */
export const classSettings = {
  official: "highlights.officials",
  agency: "highlights.agencies",
  slogan: "highlights.slogans",
  byline: "highlights.bylines",
  person: "highlights.people",
  candidate: "highlights.candidates",
  boilerplate: "highlights.boilerplate",
} as const satisfies Record<HighlightClass, string>;

export const highlightClasses = Object.keys(classSettings) as readonly HighlightClass[];

/** Every setting that the client reads, with its default. The manifest declares the same. */
export const defaults = {
  detectArticles: true,
  "highlights.enabled": true,
  "highlights.officials": true,
  "highlights.agencies": true,
  "highlights.slogans": true,
  "highlights.bylines": true,
  "highlights.people": true,
  "highlights.candidates": true,
  "highlights.boilerplate": true,
  "highlights.style": "fillAndUnderline" as HighlightStyle,
  "highlights.boilerplateOpacity": 0.6,
  "entities.sortOrder": "place" as SortOrder,
  "entities.followCursor": true,
  "articles.groupBy": "date" as ArticleGrouping,
  wordSegmentation: true,
};

export type Settings = typeof defaults;
export type SettingName = keyof Settings;

/** How settings are read: `vscode.workspace.getConfiguration`, or a stand-in. */
export type ConfigurationReader = (section: string, scope?: ConfigurationScope) => Pick<WorkspaceConfiguration, "get">;

/** Reads all settings. A value of the wrong type, which a settings file can hold, counts as absent. */
export function readSettings(read: ConfigurationReader, scope?: ConfigurationScope): Settings {
  const configuration = read(section, scope);
  const value = <T extends string | number | boolean>(name: string, fallback: T): T => {
    const found: unknown = configuration.get(name);
    return typeof found === typeof fallback ? (found as T) : fallback;
  };
  const choice = <T extends string>(name: string, all: readonly T[], fallback: T): T => {
    const found: unknown = configuration.get(name);
    return all.find((one) => one === found) ?? fallback;
  };
  return {
    detectArticles: value("detectArticles", defaults.detectArticles),
    "highlights.enabled": value("highlights.enabled", defaults["highlights.enabled"]),
    "highlights.officials": value("highlights.officials", defaults["highlights.officials"]),
    "highlights.agencies": value("highlights.agencies", defaults["highlights.agencies"]),
    "highlights.slogans": value("highlights.slogans", defaults["highlights.slogans"]),
    "highlights.bylines": value("highlights.bylines", defaults["highlights.bylines"]),
    "highlights.people": value("highlights.people", defaults["highlights.people"]),
    "highlights.candidates": value("highlights.candidates", defaults["highlights.candidates"]),
    "highlights.boilerplate": value("highlights.boilerplate", defaults["highlights.boilerplate"]),
    "highlights.style": choice("highlights.style", highlightStyles, defaults["highlights.style"]),
    "highlights.boilerplateOpacity": clamp(
      value("highlights.boilerplateOpacity", defaults["highlights.boilerplateOpacity"]),
      0.2,
      1,
    ),
    "entities.sortOrder": choice("entities.sortOrder", sortOrders, defaults["entities.sortOrder"]),
    "entities.followCursor": value("entities.followCursor", defaults["entities.followCursor"]),
    "articles.groupBy": choice("articles.groupBy", articleGroupings, defaults["articles.groupBy"]),
    wordSegmentation: value("wordSegmentation", defaults.wordSegmentation),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
