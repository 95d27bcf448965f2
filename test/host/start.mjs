// `npm start`: the extension in a VS Code to try, on desktop where there is one, else in a browser.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { launchBrowser, openPage } from "./browser.mjs";
import { HostError, parseOptions, repository, requireFolder, runCommand } from "./command-line.mjs";
import { findCodeCommand, hasDisplay } from "./desktop.mjs";
import { buildIfStale, linkExtension, readManifest } from "./extension.mjs";
import { VSCodeServer } from "./server.mjs";
import { Workbench } from "./workbench.mjs";

const usage = `Usage: node test/host/start.mjs [FOLDER] [options]
  FOLDER           the folder to open (the extension's test/fixtures/samples)
  --server         in a browser, even where desktop VS Code is installed
  --check          start, open a file in a headless browser, see the extension activated, and end
  --extension DIR  the extension (this repository)`;

const activationLimit = 60_000;
const failureLimit = 3_000;

await runCommand(import.meta.url, async () => {
  const { values, positionals } = parseOptions(
    {
      allowPositionals: true,
      options: {
        server: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        extension: { type: "string", default: repository },
      },
    },
    usage,
  );
  if (positionals.length > 1) {
    throw new HostError(usage);
  }
  const extension = requireFolder(values.extension, "extension");
  const folder = requireFolder(positionals[0] ?? join(extension, "test/fixtures/samples"), "folder");
  buildIfStale(extension);
  const code = findCodeCommand();
  if (code && hasDisplay() && !values.server && !values.check) {
    await openDesktop(code, extension, folder);
    console.log(`Opened ${folder} in a new window of VS Code.`);
    return;
  }
  const server = new VSCodeServer({ marketplace: !values.check });
  linkExtension(extension, server.extensionsFolder);
  await server.start();
  if (values.check) {
    await check(server, extension, folder);
    console.log(`VS Code opens ${folder} with ${readManifest(extension).id} active.`);
    return;
  }
  // Ctrl+C is how this command is meant to end, so it is no failure.
  process.prependListener("SIGINT", () => process.exit(0));
  console.log(`VS Code is running with the extension. Open this address in a browser:

  ${server.address(folder)}

Press Ctrl+C here to stop it.`);
  await server.ended;
  throw new HostError(`The VS Code server ended by itself (${server.lastWords()}): start it again.`);
});

/**
 * @param {string} code
 * @param {string} extension
 * @param {string} folder
 * @returns {Promise<void>}
 */
function openDesktop(code, extension, folder) {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new HostError(`${code} could not open a window: try again with --server.`));
    // Through a shell on Windows, where `code` is a batch file.
    const windows = process.platform === "win32";
    const quoted = [code, "--new-window", `--extensionDevelopmentPath=${extension}`, folder].map((part) =>
      windows ? `"${part}"` : part,
    );
    const child = spawn(quoted[0], quoted.slice(1), { stdio: ["ignore", "inherit", "inherit"], shell: windows });
    child.on("error", failed);
    child.on("exit", (status) => (status === 0 ? resolve() : failed()));
  });
}

/**
 * @param {VSCodeServer} server
 * @param {string} extension
 * @param {string} folder
 */
async function check(server, extension, folder) {
  const browser = await launchBrowser();
  const workbench = new Workbench(await openPage(browser));
  await workbench.open(server.address(folder));
  const file = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((name) =>
    /\.(html?|txt|md)$/.test(name),
  );
  if (file) {
    await workbench.openFile(basename(file));
  }
  await seeActivated(server, readManifest(extension).id);
  await browser.close();
}

/**
 * @param {VSCodeServer} server
 * @param {string} id
 * @throws {HostError} when the extension is not activated, or fails soon after
 */
async function seeActivated(server, id) {
  for (const end = Date.now() + activationLimit; !isActivating(server, id); await pause(200)) {
    if (Date.now() > end) {
      throw new HostError(`VS Code started, but did not activate ${id} within ${activationLimit / 1000} s.`);
    }
  }
  // VS Code logs when it begins to activate an extension and when that fails, but not when it is done.
  await pause(failureLimit);
  const failure = new RegExp(`Activating extension ${id} failed.*\\n.*`).exec(server.extensionHostLog());
  if (failure) {
    throw new HostError(failure[0]);
  }
}

/**
 * @param {VSCodeServer} server
 * @param {string} id
 */
function isActivating(server, id) {
  return server.extensionHostLog().includes(`_doActivateExtension ${id},`);
}
