import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { HostError } from "./command-line.mjs";
import { installServer } from "./install-host.mjs";
import { runProgram, startProgram, temporaryFolder, within } from "./processes.mjs";
import { quietSettings } from "./settings.mjs";

const startLimit = 60_000;

/**
 * @typedef {object} ServerOptions
 * @property {Record<string, unknown>} [settings] user settings on top of the quiet ones
 * @property {Record<string, string>} [environment] added to that of the extension host
 * @property {boolean} [allowPayload] lets an address carry development options, which a built VS Code ignores otherwise
 * @property {boolean} [marketplace] whether extensions can be looked for online; the default is no
 */

/**
 * A VS Code server with a profile of its own in a temporary folder. Prepare `extensionsFolder` before {@link start}.
 * Only those who know the token in its addresses can reach it.
 */
export class VSCodeServer {
  #data = temporaryFolder("vscode-host-");
  #token = randomUUID();
  #output = "";
  #stop = () => {};
  #options;

  /** The host and port, once started. */
  authority = "";

  /** Resolves when the server has ended, by itself or stopped. */
  ended = Promise.resolve();

  /** @param {ServerOptions} options */
  constructor(options) {
    this.#options = options;
    this.extensionsFolder = join(this.#data, "extensions");
    mkdirSync(this.extensionsFolder);
    const user = join(this.#data, "data", "User");
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, "settings.json"), JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));
  }

  /**
   * @param {string} vsix absolute
   * @throws {HostError} when VS Code refuses it
   */
  async installVsix(vsix) {
    const { node, vscode } = await installServer();
    const { code, output } = await runProgram(node, [...this.#arguments(), "--install-extension", vsix], {
      cwd: vscode,
    });
    if (code !== 0) {
      throw new HostError(`VS Code does not install ${vsix}: ${output.trim()}`);
    }
  }

  /** Resolves when the server answers. */
  async start() {
    const { node, vscode } = await installServer();
    const { environment, allowPayload, marketplace } = this.#options;
    const args = ["--host=127.0.0.1", "--port=0", `--connection-token=${this.#token}`];
    if (allowPayload) {
      args.push("--enable-smoke-test-driver");
    }
    const { child, stop } = startProgram(node, [...this.#arguments(), ...args], {
      cwd: vscode,
      stdio: ["ignore", "pipe", "pipe"],
      // The sockets that VS Code leaves in a temporary folder are to go with the rest.
      env: {
        ...process.env,
        TMPDIR: this.#data,
        XDG_RUNTIME_DIR: this.#data,
        ...(marketplace ? {} : { EXTENSIONS_GALLERY: "{}" }),
        ...environment,
      },
    });
    this.#stop = stop;
    this.ended = new Promise((resolve) => child.once("close", () => resolve()));
    const listening = new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding("utf8").on("data", (text) => {
          this.#output += text;
          const port = /Extension host agent listening on (\d+)/.exec(this.#output)?.[1];
          if (port) {
            this.authority = `127.0.0.1:${port}`;
            resolve(undefined);
          }
        });
      }
      const failed = () => reject(new HostError(`The VS Code server does not start: ${this.lastWords()}`));
      child.on("error", failed);
      child.on("exit", failed);
    });
    await within(
      listening,
      startLimit,
      () => new HostError(`The VS Code server is slow to start: ${this.lastWords()}`),
    );
    await this.#answers();
  }

  /**
   * An address that opens a workbench. The folder is named in it and not by the server's --default-folder, under which
   * files are not taken to lie in the workspace.
   *
   * @param {string} workspace absolute, a folder or a .code-workspace file
   * @param {[string, string][]} [payload] options of the workbench
   */
  address(workspace, payload) {
    const kind = workspace.endsWith(".code-workspace") ? "workspace" : "folder";
    const path = encodeURIComponent(workspace).replaceAll("%2F", "/");
    const options = payload ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : "";
    return `http://${this.authority}/?tkn=${this.#token}&${kind}=${path}${options}`;
  }

  /** @param {string} path absolute */
  remoteUri(path) {
    return `vscode-remote://${this.authority}${encodeURI(path)}`;
  }

  /** What the extension hosts have logged so far, such as activations. */
  extensionHostLog() {
    const logs = join(this.#data, "data", "logs");
    return readdirSync(logs, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("remoteexthost.log"))
      .map((file) => readFileSync(join(logs, file), "utf8"))
      .join("\n");
  }

  /** The last line that the server printed, for errors. */
  lastWords() {
    return this.#output.trim().split("\n").at(-1) ?? "";
  }

  stop() {
    this.#stop();
  }

  #arguments() {
    return [
      "out/server-main.js",
      "--accept-server-license-terms",
      "--disable-workspace-trust",
      "--disable-getting-started-override",
      "--telemetry-level=off",
      `--server-data-dir=${this.#data}`,
      `--extensions-dir=${this.extensionsFolder}`,
    ];
  }

  async #answers() {
    for (const end = Date.now() + startLimit; Date.now() < end; await pause(100)) {
      try {
        if ((await fetch(`http://${this.authority}/version`)).ok) {
          return;
        }
      } catch {
        // It listens a moment before it serves.
      }
    }
    throw new HostError(`The VS Code server at ${this.authority} does not answer: ${this.lastWords()}`);
  }
}
