export const checkLevels = ["off", "hint", "information", "warning"] as const;
export type CheckLevel = (typeof checkLevels)[number];

/** The settings of section `tifa` that the analysis side reads; the client's own are not among them. */
export interface ServiceSettings {
  /** Whether what is wrong with a file itself is reported. */
  readonly problems: boolean;
  /** How names, posts and organs that are doubtful are reported. */
  readonly checks: CheckLevel;
  /** Files of more characters than this many millions are not analysed. */
  readonly maxFileSize: number;
  /** Who makes annotations here; empty where they are to name nobody. */
  readonly annotator: string;
}

/** The manifest gives the same defaults. */
export const defaultSettings: ServiceSettings = { problems: true, checks: "hint", maxFileSize: 2, annotator: "" };

/** Reads settings as a client sends them; what is missing or of the wrong type has its default. */
export function readSettings(raw: unknown): ServiceSettings {
  const given = typeof raw === "object" && raw !== null ? (raw as Record<string, unknown>) : {};
  const { problems, checks, maxFileSize, annotator } = given;
  return {
    problems: typeof problems === "boolean" ? problems : defaultSettings.problems,
    checks: checkLevels.find((level) => level === checks) ?? defaultSettings.checks,
    maxFileSize: typeof maxFileSize === "number" && maxFileSize > 0 ? maxFileSize : defaultSettings.maxFileSize,
    annotator: typeof annotator === "string" ? annotator.trim() : defaultSettings.annotator,
  };
}
