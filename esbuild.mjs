// Builds what is shipped into `dist`, or with --test the editor suites into `out/test`.
//   --watch       build again whenever a source changes
//   --production  minified, without source maps
//   --test        the suites that run inside VS Code, in place of what is shipped
import { chmodSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const watch = process.argv.includes("--watch");
const production = process.argv.includes("--production");
const test = process.argv.includes("--test");

/** @type {import("esbuild").BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : "linked",
  // Without their contents, source maps point into the sources that lie beside them.
  sourcesContent: false,
  logLevel: "warning",
  legalComments: "none",
  charset: "utf8",
};

/** @type {import("esbuild").BuildOptions} */
const node = {
  ...shared,
  platform: "node",
  format: "cjs",
  target: "node20",
  mainFields: ["module", "main"],
  external: ["vscode", "nodejieba"],
  // The sources ask `__filename` first where they can be a CommonJS bundle.
  logOverride: { "empty-import-meta": "silent" },
};

/** @type {import("esbuild").BuildOptions} */
const browser = {
  ...shared,
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
  conditions: ["browser"],
};

const shipped = [
  {
    ...node,
    entryPoints: { extension: "src/client/extension.ts", "node-client": "src/client/node-client.ts" },
    outdir: "dist",
    // The extension host answers a `require` for `vscode`, in every bundle.
    supported: { "dynamic-import": false },
    plugins: [separateClient()],
  },
  { ...node, entryPoints: { server: "src/server/node-main.ts" }, outdir: "dist" },
  {
    ...node,
    entryPoints: { cli: "src/cli/main.ts" },
    outdir: "dist",
    banner: { js: "#!/usr/bin/env node" },
    plugins: [executable()],
  },
  {
    ...browser,
    format: "cjs",
    external: ["vscode"],
    entryPoints: { extension: "src/client/web-extension.ts" },
    outdir: "dist/web",
  },
  { ...browser, format: "iife", entryPoints: { server: "src/server/web-main.ts" }, outdir: "dist/web" },
  { ...shared, sourcemap: false, entryPoints: { lexicon: "lexicon.json" }, outdir: "dist", plugins: [lexicon()] },
];

const suites = () => [
  {
    ...node,
    minify: false,
    sourcemap: "inline",
    entryPoints: readdirSync(join(root, "test/editor"))
      .filter((name) => name === "index.ts" || name.endsWith(".test.ts"))
      .map((name) => `test/editor/${name}`),
    outdir: "out/test/editor",
    external: ["vscode", "mocha"],
  },
];

// A suite that is no longer there must not be run.
if (test) rmSync(join(root, "out/test/editor"), { recursive: true, force: true });
for (const options of test ? suites() : shipped) {
  if (watch) await (await context(options)).watch();
  else await build(options).catch(() => process.exit(1));
}

/** Keeps the language client out of the bundle that activation loads: it is required when first needed. */
function separateClient() {
  return {
    name: "separate-client",
    setup(/** @type {import("esbuild").PluginBuild} */ { onResolve }) {
      onResolve({ filter: /\/node-client\.js$/ }, ({ kind }) =>
        kind === "dynamic-import" ? { path: "./node-client.js", external: true } : undefined,
      );
    },
  };
}

/** The lexicon as JSON, compiled by the project's own reader from the YAML files. */
function lexicon() {
  const folder = join(root, "lexicon");
  return {
    name: "lexicon",
    setup(/** @type {import("esbuild").PluginBuild} */ { onResolve, onLoad }) {
      onResolve({ filter: /^lexicon\.json$/ }, ({ path }) => ({ path, namespace: "lexicon" }));
      onLoad({ filter: /.*/, namespace: "lexicon" }, async () => {
        const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
        const watchFiles = names.filter((name) => name.endsWith(".yaml")).map((name) => join(folder, name));
        try {
          const { readLexicon } = await importSource("src/node/lexicon-files.ts");
          return { contents: JSON.stringify(readLexicon(folder)), loader: "copy", watchFiles, watchDirs: [folder] };
        } catch (error) {
          return {
            errors: [{ text: `lexicon/${error instanceof Error ? error.message : error}` }],
            watchFiles,
            watchDirs: [folder],
          };
        }
      });
    },
  };
}

/** Bundles a module of the sources in memory and runs it as if it lay in `dist`. */
async function importSource(/** @type {string} */ path) {
  const { outputFiles } = await build({ ...node, minify: false, sourcemap: false, entryPoints: [path], write: false });
  const file = join(root, "dist", "in-memory.js");
  const module = { exports: {} };
  new Function("module", "exports", "require", "__filename", "__dirname", outputFiles[0].text)(
    module,
    module.exports,
    createRequire(file),
    file,
    dirname(file),
  );
  return module.exports;
}

/** Lets the command line program be started by its name. */
function executable() {
  return {
    name: "executable",
    setup(/** @type {import("esbuild").PluginBuild} */ { onEnd }) {
      onEnd(({ errors }) => {
        if (errors.length === 0) chmodSync(join(root, "dist", "cli.js"), 0o755);
      });
    },
  };
}
