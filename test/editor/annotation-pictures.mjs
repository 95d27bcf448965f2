// The pictures of WALKTHROUGH.md, taken in a folder that holds the articles that stand in it:
//   node test/host/screenshots.mjs test/editor/annotation-pictures.mjs --out media
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = fileURLToPath(new URL("../../out/pictures/walkthrough", import.meta.url));
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const walkthrough = readFileSync(new URL("../../WALKTHROUGH.md", import.meta.url), "utf8");

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [, name = "", text = ""] of walkthrough.matchAll(/^`([^`]+\.txt)`\n\n```text\n([\s\S]*?)```$/gm))
  writeFileSync(join(folder, name), text);

/** @type {import('../host/screenshots.mjs').Scenario} */
export default {
  workspace: folder,
  settings: {
    "editor.fontSize": 16,
    "editor.minimap.enabled": false,
    "breadcrumbs.enabled": false,
    "window.commandCenter": false,
    "tifa.annotator": "李闻",
    // VS Code's own list of comments would cover half of the article.
    "comments.openView": "never",
  },
  async run(workbench) {
    const { page } = workbench;
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.locator(".activitybar .action-label[aria-label*=Tifa]").first().click();
    await workbench.openFile("2023-03-14-talks.txt");
    await workbench.wait(4000);

    await workbench.goToLine(1);
    await chord(workbench, "v");
    await workbench.wait(1200);
    await workbench.save("screenshot-review-kinds");
    await page.keyboard.press("Enter");
    await workbench.wait(1200);
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press("a");
      await workbench.wait(700);
    }
    await rest(workbench);
    await workbench.save("screenshot-review");
    await crop(workbench, "review");
    await page.keyboard.press("Escape");
    await workbench.wait(500);

    await select(workbench, "抽水蓄能项目");
    await chord(workbench, "l");
    await workbench.wait(1000);
    await workbench.save("screenshot-mark");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await workbench.wait(500);

    await select(workbench, "绿电走廊");
    await page.keyboard.press("ArrowLeft");
    await chord(workbench, ".");
    await workbench.wait(1000);
    await workbench.save("screenshot-decide");
    await page.keyboard.press("Escape");
    await workbench.wait(500);
    await page.keyboard.press("Control+.");
    await workbench.wait(1500);
    await workbench.save("screenshot-light-bulb");
    await page.keyboard.press("Escape");

    await select(workbench, "抽水蓄能项目");
    await chord(workbench, "n");
    await workbench.wait(1500);
    await page.keyboard.type("去年未提，核对 #待核 #能源");
    await workbench.wait(500);
    await workbench.save("screenshot-note-draft");
    await page.getByRole("button", { name: "Save" }).first().click();
    await workbench.wait(2000);
    await rest(workbench);
    await workbench.save("screenshot-note");
    await crop(workbench, "note");

    await select(workbench, "林牧川");
    await page.keyboard.press("ArrowLeft");
    await chord(workbench, "Shift+R");
    await workbench.wait(1200);
    await workbench.save("screenshot-relate");
    await page.keyboard.type("安定");
    await workbench.wait(400);
    await page.keyboard.press("Enter");
    await workbench.wait(900);
    await workbench.save("screenshot-relation-name");
    await page.keyboard.type("met");
    await workbench.wait(400);
    await page.keyboard.press("Enter");
    await workbench.wait(1500);
    await rest(workbench);
    await workbench.save("screenshot-notes");

    await select(workbench, "绿电走廊");
    await page.keyboard.press("ArrowLeft");
    await chord(workbench, ".");
    await workbench.wait(800);
    await page.keyboard.type("every article");
    await workbench.wait(300);
    await page.keyboard.press("Enter");
    await workbench.wait(1500);
    await workbench.openFile("2023-09-02-inspection.txt");
    await workbench.wait(2500);
    await rest(workbench);
    await workbench.save("screenshot-everywhere");

    const report = await page.context().browser()?.newPage();
    if (!report) throw new Error("The browser is gone.");
    const workspace = newest(join(tmpdir(), "vscode-host-workspace-"));
    const out = join(workspace, "report");
    execFileSync(process.execPath, [cli, "export", "--format", "html", "--out", out, join(workspace, "walkthrough")]);
    const theme = workbench.pictures?.suffix.includes("dark") ? "dark" : "light";
    await report.emulateMedia({ colorScheme: theme });
    await report.setViewportSize({ width: 1280, height: 720 });
    await report.goto(pathToFileURL(join(out, "annotations.html")).href);
    await report.bringToFront();
    if (workbench.pictures)
      await report.screenshot({
        path: join(workbench.pictures.folder, `screenshot-report${workbench.pictures.suffix}.png`),
      });
    await report.close();
  },
};

/** A part of the editor for the walkthrough inside VS Code, in the two themes that it has pictures for. */
async function crop(
  /** @type {import('../host/workbench.mjs').Workbench} */ { page, pictures },
  /** @type {string} */ name,
) {
  if (pictures?.suffix !== ".light" && pictures?.suffix !== ".dark") return;
  const clip = { x: 352, y: 36, width: 720, height: 450 };
  await page.screenshot({ path: join(pictures.folder, "walkthrough", `${name}${pictures.suffix}.png`), clip });
}

/** The newest folder whose path begins so: the copy of the workspace that is open. */
function newest(/** @type {string} */ start) {
  const folders = readdirSync(dirname(start)).filter((name) => name.startsWith(basename(start)));
  const times = folders.map((name) => ({ name, time: statSync(join(dirname(start), name)).mtimeMs }));
  return join(dirname(start), times.sort((a, b) => b.time - a.time)[0]?.name ?? "");
}

/** Selects words of the article, as a double click and a drag would. */
async function select(/** @type {import('../host/workbench.mjs').Workbench} */ workbench, /** @type {string} */ words) {
  const { page } = workbench;
  const { x, y } = await workbench.locate(words);
  const lineHeight = 16;
  const width = [...words].length * lineHeight;
  await page.mouse.move(x - width / 2 + 1, y);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 1, y, { steps: 5 });
  await page.mouse.up();
  await rest(workbench);
}

async function chord(/** @type {import('../host/workbench.mjs').Workbench} */ { page }, /** @type {string} */ key) {
  await page.keyboard.press("Control+k");
  await page.keyboard.press(key);
}

/** Puts the mouse where it raises no hover. */
async function rest(/** @type {import('../host/workbench.mjs').Workbench} */ { page }) {
  await page.mouse.move(700, 700);
  await page.waitForTimeout(500);
}
