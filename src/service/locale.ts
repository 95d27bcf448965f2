/** The languages that readers are spoken to in. */
export type Locale = "en" | "zh";

/** The language for a display language or POSIX locale: `zh-cn`, `zh_CN.UTF-8`, `en`. */
export function localeOf(tag: string | undefined): Locale {
  return /^zh\b|^zh[_-]/i.test(tag ?? "") ? "zh" : "en";
}
