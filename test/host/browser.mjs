import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { HostError, messageOf } from "./command-line.mjs";
import { installBrowser, installFonts } from "./install-host.mjs";
import { hostFolder } from "./install-once.mjs";
import { temporaryFolder } from "./processes.mjs";

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a headless Chromium, which ends with this process.
 *
 * @param {{ fonts?: boolean }} [options] `fonts`: with the pinned fonts and no others, for pictures
 * @returns {Promise<Browser>}
 */
export async function launchBrowser({ fonts = false } = {}) {
  const { chromium } = await loadPlaywright();
  const { executable, libraries } = await installBrowser();
  const environment = {
    ...process.env,
    ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}),
    ...(fonts ? { FONTCONFIG_FILE: writeFontConfig(await installFonts()) } : {}),
  };
  try {
    return await chromium.launch({
      executablePath: executable,
      args: flags,
      env: environment,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw new HostError(`The headless Chromium ${executable} does not start: ${messageOf(error)}`);
  }
}

/**
 * Opens a blank page of the size that pictures have.
 *
 * @param {Browser} browser
 * @param {{ locale?: string }} [options] `locale`: the display language that extensions are told, such as zh-cn; the
 *   workbench's own words stay English, because VS Code's language packs are not on npm
 * @returns {Promise<Page>}
 */
export async function openPage(browser, { locale } = {}) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  if (locale) {
    await page.addInitScript((language) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language }), locale);
  }
  return page;
}

async function loadPlaywright() {
  try {
    return await import("playwright-core");
  } catch {
    throw new HostError('playwright-core is missing: run "npm install" in the repository first.');
  }
}

/**
 * @param {string} fonts a folder
 * @returns {string} a fontconfig file under which every generic family is one of the fonts in the folder
 */
function writeFontConfig(fonts) {
  const file = join(temporaryFolder("vscode-host-fonts-"), "fonts.conf");
  /** @param {string} generic @param {string[]} families */
  const alias = (generic, families) =>
    `<match><test name="family"><string>${generic}</string></test><edit name="family" mode="prepend" binding="strong">${families
      .map((family) => `<string>${family}</string>`)
      .join("")}</edit></match>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<fontconfig>
<dir>${fonts}</dir>
<cachedir>${join(hostFolder, "font-cache")}</cachedir>
${alias("monospace", ["Noto Sans Mono", "Noto Sans SC"])}
${["sans-serif", "serif"].map((generic) => alias(generic, ["Noto Sans SC"])).join("\n")}
<match><edit name="family" mode="append_last"><string>Noto Sans SC</string></edit></match>
</fontconfig>
`,
  );
  return file;
}
