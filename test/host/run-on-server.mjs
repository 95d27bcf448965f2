import { mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { format } from "node:util";
import { launchBrowser, openPage } from "./browser.mjs";
import { HostError } from "./command-line.mjs";
import { temporaryFolder, within } from "./processes.mjs";
import { VSCodeServer } from "./server.mjs";

/** @typedef {import('./editor-tests.mjs').SuiteRun} SuiteRun */

/**
 * Runs a suite in the npm-held VS Code, in a headless browser.
 *
 * @param {SuiteRun} run
 * @returns {Promise<number>} 0 when its `run` resolved, 1 when it rejected
 * @throws {HostError} when it does not end in time
 */
export async function runOnServer({
  development,
  suite,
  workspace,
  vsix,
  settings,
  timeout,
  report,
  screenshots,
  locale,
}) {
  const pictures = screenshots === undefined ? undefined : resolve(screenshots);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
  }
  const server = new VSCodeServer({
    settings,
    allowPayload: true,
    ...(pictures ? { environment: { SCREENSHOTS_DIR: pictures } } : {}),
  });
  if (vsix) {
    await server.installVsix(vsix);
  }
  await server.start();
  const browser = await launchBrowser({ fonts: pictures !== undefined });
  const page = await openPage(browser, { locale });
  /** @type {(code: number) => void} */
  let exit = () => {};
  /** @type {Promise<number>} */
  const ended = new Promise((resolveCode, reject) => {
    page.on("crash", () => reject(new HostError("The browser page crashed: run again, with more memory free.")));
    void server.ended.then(() =>
      reject(new HostError(`The VS Code server ended during the suite: ${server.lastWords()}`)),
    );
    exit = resolveCode;
  });
  // A failure can come before it is waited for.
  ended.catch(() => {});
  await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => exit(code));
  await page.exposeFunction(
    "codeAutomationLog",
    async (/** @type {string} */ _type, /** @type {unknown[]} */ parts) => {
      const line = report.accept(format(...parts));
      const name = /^\[screenshot\] ([\w.-]+)$/.exec(line)?.[1];
      if (pictures && name) {
        await page.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
      }
    },
  );
  await page.goto(
    server.address(workspace, [
      ["extensionDevelopmentPath", server.remoteUri(linkTo(development))],
      ["extensionTestsPath", server.remoteUri(suite)],
      ["skipWelcome", "true"],
    ]),
  );
  try {
    return await within(
      ended,
      timeout,
      () => new HostError(`The editor suite did not end within ${timeout / 1000} s (${report}).`),
    );
  } catch (error) {
    if (pictures) {
      await page.screenshot({ path: join(pictures, "unfinished.png") }).catch(() => {});
    }
    throw error;
  } finally {
    await browser.close();
    server.stop();
  }
}

/**
 * The workbench prefers themes that lie in the folder of the extension under development to the theme of the settings,
 * and VS Code's own lie in the repository's, with the server: so it is told another path to that folder.
 *
 * @param {string} folder
 * @returns {string} a link to it in a temporary folder
 */
function linkTo(folder) {
  const link = join(temporaryFolder("vscode-host-extension-"), "extension");
  symlinkSync(folder, link, "dir");
  return link;
}
