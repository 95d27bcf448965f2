// Takes pictures of the extension at work. A scenario is a module whose default export is a {@link Scenario}.
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launchBrowser, openPage } from "./browser.mjs";
import {
  HostError,
  messageOf,
  parseOptions,
  repository,
  requireFile,
  requireFolder,
  runCommand,
} from "./command-line.mjs";
import { buildIfStale, linkExtension } from "./extension.mjs";
import { VSCodeServer } from "./server.mjs";
import { themeNamed, themes } from "./settings.mjs";
import { Workbench } from "./workbench.mjs";
import { copyWorkspace } from "./workspace.mjs";

/**
 * @typedef {object} Scenario
 * @property {(workbench: Workbench) => Promise<void>} run the steps; saves pictures by `workbench.save(name)`
 * @property {string} [workspace] a folder or .code-workspace file, relative to the scenario; the default is the samples of the extension
 * @property {Record<string, unknown>} [settings] user settings
 * @property {string[]} [themes] short or full names; the default is all four of VS Code's own
 * @property {string} [locale] display language for the extension, such as zh-cn
 */

const usage = `Usage: node test/host/screenshots.mjs SCENARIO.mjs [options]
  --out DIR          where the pictures go (media/screenshots)
  --theme NAME       ${Object.keys(themes).join(", ")} or a theme's full name; may be repeated
  --locale LANGUAGE  display language for the extension, such as zh-cn
  --extension DIR    the extension (this repository)`;

await runCommand(import.meta.url, async () => {
  const { values, positionals } = parseOptions(
    {
      allowPositionals: true,
      options: {
        out: { type: "string" },
        theme: { type: "string", multiple: true },
        locale: { type: "string" },
        extension: { type: "string", default: repository },
      },
    },
    usage,
  );
  if (positionals.length !== 1) {
    throw new HostError(usage);
  }
  const file = requireFile(positionals[0], "scenario");
  const scenario = await loadScenario(file);
  const extension = requireFolder(values.extension, "extension");
  const samples = join(extension, "test/fixtures/samples");
  const workspace = scenario.workspace === undefined ? samples : resolve(dirname(file), scenario.workspace);
  buildIfStale(extension);
  const browser = await launchBrowser({ fonts: true });
  for (const theme of values.theme ?? scenario.themes ?? Object.keys(themes)) {
    const page = await openPage(browser, { locale: values.locale ?? scenario.locale });
    const workbench = new Workbench(page, {
      folder: values.out === undefined ? join(extension, "media/screenshots") : resolve(values.out),
      suffix: `.${theme.toLowerCase().replaceAll(" ", "-")}`,
    });
    const save = workbench.save.bind(workbench);
    workbench.save = async (name) => {
      const picture = await save(name);
      console.log(relative(process.cwd(), picture));
      return picture;
    };
    await photograph(workbench, scenario, { theme, extension, workspace });
    await page.close();
  }
  await browser.close();
});

/**
 * Plays a scenario in one theme, in a VS Code and a copy of the workspace of its own.
 *
 * @param {Workbench} workbench
 * @param {Scenario} scenario
 * @param {{ theme: string, extension: string, workspace: string }} context
 */
async function photograph(workbench, scenario, { theme, extension, workspace }) {
  const server = new VSCodeServer({
    settings: { "editor.cursorBlinking": "solid", ...scenario.settings, "workbench.colorTheme": themeNamed(theme) },
  });
  linkExtension(extension, server.extensionsFolder);
  await server.start();
  try {
    await workbench.open(server.address(copyWorkspace(workspace)));
    await scenario.run(workbench);
  } finally {
    server.stop();
  }
}

/**
 * @param {string} file
 * @returns {Promise<Scenario>}
 */
async function loadScenario(file) {
  /** @type {{ default?: Scenario }} */
  const module = await import(pathToFileURL(file).href).catch((error) => {
    throw new HostError(`The scenario ${file} cannot be loaded: ${messageOf(error)}`);
  });
  if (typeof module.default?.run !== "function") {
    throw new HostError(`The scenario ${file} has no steps: export an object with a "run" function as its default.`);
  }
  return module.default;
}
