// Runs the compiled editor suite in a real VS Code: desktop VS Code where it can be had, else the npm-held server.
//
// The suite is a module that exports `run(): Promise<void>`, which rejects when a test fails, and prints mocha's summary.
// In the server with --screenshots it finds SCREENSHOTS_DIR in its environment: it asks for a picture by printing the line
// "[screenshot] NAME" to the console and waits for NAME.png to appear in that folder.
import { join } from "node:path";
import {
  HostError,
  parseOptions,
  parseSeconds,
  repository,
  requireFile,
  requireFolder,
  runCommand,
} from "./command-line.mjs";
import { findDesktop } from "./desktop.mjs";
import { buildIfStale } from "./extension.mjs";
import { runOnDesktop } from "./run-on-desktop.mjs";
import { runOnServer } from "./run-on-server.mjs";
import { themeNamed, themes } from "./settings.mjs";
import { SuiteReport } from "./suite-report.mjs";
import { copyWorkspace, testExtension } from "./workspace.mjs";

const usage = `Usage: node test/host/editor-tests.mjs [options]
  --workspace PATH   folder or .code-workspace file to copy and open (the extension's test/fixtures/samples)
  --vsix FILE        test the packed extension in place of the one in its folder
  --theme NAME       ${Object.keys(themes).join(", ")} or a theme's full name
  --screenshots DIR  make the pictures that the suite asks for (server only)
  --locale LANGUAGE  display language for the extension, such as zh-cn (server only)
  --host HOST        desktop or server (desktop where it can be had)
  --timeout SECONDS  for the whole suite (300)
  --extension DIR    the extension (this repository)
  --verbose          print the workbench's own log lines as well`;

/**
 * @typedef {object} SuiteRun
 * @property {string} development the folder of the extension to load from its sources
 * @property {string} suite absolute, the module that exports `run`
 * @property {string} workspace absolute, a folder or a .code-workspace file
 * @property {string} [vsix] absolute, a packed extension to install
 * @property {Record<string, unknown>} settings user settings
 * @property {number} timeout in milliseconds
 * @property {SuiteReport} report
 * @property {string} [screenshots] absolute, a folder
 * @property {string} [locale]
 */

await runCommand(import.meta.url, async () => {
  const { values } = parseOptions(
    {
      options: {
        workspace: { type: "string" },
        vsix: { type: "string" },
        theme: { type: "string" },
        screenshots: { type: "string" },
        locale: { type: "string" },
        host: { type: "string" },
        timeout: { type: "string" },
        extension: { type: "string", default: repository },
        verbose: { type: "boolean", default: false },
      },
    },
    usage,
  );
  const extension = requireFolder(values.extension, "extension");
  const report = new SuiteReport({ verbose: values.verbose });
  /** @type {SuiteRun} */
  const run = {
    development: values.vsix === undefined ? extension : testExtension(),
    suite: requireFile(join(extension, "out/test/editor/index.js"), "compiled editor suite"),
    workspace: copyWorkspace(values.workspace ?? join(extension, "test/fixtures/samples")),
    vsix: values.vsix === undefined ? undefined : requireFile(values.vsix, "packed extension"),
    settings: values.theme === undefined ? {} : { "workbench.colorTheme": themeNamed(values.theme) },
    timeout: 1000 * parseSeconds(values.timeout, 300, "--timeout"),
    report,
    screenshots: values.screenshots,
    locale: values.locale,
  };
  if (values.vsix === undefined) {
    buildIfStale(extension);
  }
  const needsServer = values.screenshots !== undefined || values.locale !== undefined;
  const desktop = await chooseDesktop(values.host, needsServer);
  const code = report.exitCode(desktop ? await runOnDesktop(desktop, run) : await runOnServer(run));
  console.log(`Editor tests: ${report} (${desktop ? "desktop VS Code" : "npm-held VS Code server"}).`);
  return code;
});

/**
 * @param {string | undefined} host
 * @param {boolean} needsServer
 * @returns {Promise<string | undefined>} the desktop program to run in
 */
async function chooseDesktop(host, needsServer) {
  if (host === "server" || (host === undefined && needsServer)) {
    return undefined;
  }
  if (host === undefined) {
    return findDesktop();
  }
  if (host !== "desktop") {
    throw new HostError(`--host takes desktop or server, not "${host}".`);
  }
  if (needsServer) {
    throw new HostError("--screenshots and --locale work with --host server only.");
  }
  const desktop = await findDesktop();
  if (!desktop) {
    throw new HostError(
      "There is no desktop VS Code here: set VSCODE_EXECUTABLE and a display, or take --host server.",
    );
  }
  return desktop;
}
