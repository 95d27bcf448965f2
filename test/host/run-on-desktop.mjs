import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { HostError, messageOf } from "./command-line.mjs";
import { runProgram, startProgram, temporaryFolder, within } from "./processes.mjs";
import { quietSettings } from "./settings.mjs";

/** @typedef {import('./editor-tests.mjs').SuiteRun} SuiteRun */

/**
 * Runs a suite in desktop VS Code, with a profile of its own.
 *
 * @param {string} executable
 * @param {SuiteRun} run
 * @returns {Promise<number>} the program's exit code
 * @throws {HostError} when it does not start or not end in time
 */
export async function runOnDesktop(executable, { development, suite, workspace, vsix, settings, timeout, report }) {
  const profile = temporaryFolder("vscode-");
  const user = join(profile, "data", "User");
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, "settings.json"), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  const folders = [`--user-data-dir=${join(profile, "data")}`, `--extensions-dir=${join(profile, "extensions")}`];
  if (vsix) {
    await installVsix(executable, [...folders, "--install-extension", vsix]);
  }
  const { child, stop } = startProgram(
    executable,
    [
      workspace,
      ...folders,
      "--no-sandbox",
      "--disable-gpu-sandbox",
      "--disable-updates",
      "--disable-workspace-trust",
      "--skip-welcome",
      "--skip-release-notes",
      `--extensionDevelopmentPath=${development}`,
      `--extensionTestsPath=${suite}`,
    ],
    { stdio: ["ignore", "pipe", "pipe"], env: outerEnvironment() },
  );
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) {
      createInterface({ input: stream }).on("line", (line) => report.accept(line));
    }
  }
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new HostError(`${executable} does not start: ${messageOf(error)}`)));
    child.on("close", (code) => resolve(code ?? 1));
  });
  try {
    return await within(
      ended,
      timeout,
      () => new HostError(`The editor suite did not end within ${timeout / 1000} s (${report}).`),
    );
  } finally {
    stop();
  }
}

/**
 * @param {string} executable
 * @param {string[]} args
 */
async function installVsix(executable, args) {
  const { resolveCliArgsFromVSCodeExecutablePath } = await import("@vscode/test-electron");
  const [cli, ...cliArgs] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const { code, output } = await runProgram(cli, [...cliArgs, ...args], {
    env: outerEnvironment(),
    shell: process.platform === "win32",
  });
  if (code !== 0) {
    throw new HostError(`VS Code does not install the packed extension: ${output.trim()}`);
  }
}

/** This process's environment without what a VS Code around it has set, which a VS Code inside would obey. */
function outerEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_RUN_AS_NODE$)/.test(name)),
  );
}
