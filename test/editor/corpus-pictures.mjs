// The pictures of what Tifa tells across articles, taken in a folder of generated ones:
//   node test/host/screenshots.mjs test/editor/corpus-pictures.mjs --out media
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../out/pictures/articles", import.meta.url));
const generator = fileURLToPath(new URL("../../bench/generate-corpus.mjs", import.meta.url));

rmSync(folder, { recursive: true, force: true });
execFileSync(process.execPath, [generator, "--count", "240", "--seed", "1", "--out", folder]);

/** @type {import('../host/screenshots.mjs').Scenario} */
export default {
  workspace: folder,
  settings: {
    "editor.fontSize": 15,
    "editor.minimap.enabled": false,
    "breadcrumbs.enabled": false,
    "window.commandCenter": false,
    "tifa.articles.groupBy": "entity",
  },
  async run(workbench) {
    const { page } = workbench;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator(".activitybar .action-label[aria-label*=Tifa]").first().click();
    const pane = page.locator(".pane", { has: page.locator(".pane-header[aria-label^=Articles]") });
    const row = (/** @type {string} */ text) => pane.locator(".monaco-list-row", { hasText: text }).first();
    await row("Officials").waitFor({ timeout: 60_000 });
    await workbench.wait(3000);
    const person = pane.locator(".monaco-list-row[aria-level='2']").first();
    await person.click();
    await page.keyboard.press("ArrowRight");
    await workbench.wait(800);
    await pane.locator(".monaco-list-row[aria-level='3']").first().click();
    await workbench.wait(3500);
    await rest(workbench);
    await workbench.save("screenshot-articles");

    await person.click({ button: "right" });
    await page.getByRole("menuitem", { name: "Open Profile" }).waitFor();
    // A menu takes no click in its first moments.
    await workbench.wait(700);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await shown(workbench, "Posts over time");
    await workbench.save("screenshot-profile");

    await workbench.command("Tifa: Show Trends");
    await shown(workbench, "Between two periods");
    await workbench.save("screenshot-trends");

    // The slogans stand below hundreds of officials, which go away.
    await person.click();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    await workbench.wait(500);
    await row("Slogans").click();
    await workbench.wait(2000);
    await pane.locator(".monaco-list-row[aria-level='2']").first().click({ button: "right" });
    await page.getByRole("menuitem", { name: "Open Profile" }).waitFor();
    // A menu takes no click in its first moments.
    await workbench.wait(700);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await shown(workbench, "Contexts");
    await workbench.save("screenshot-slogan");

    await page.keyboard.press("F1");
    await page.keyboard.type("Tifa: Compare Articles");
    await page.keyboard.press("Enter");
    for (const day of ["2021-07", "2023-10"]) {
      await workbench.wait(1200);
      await page.keyboard.type(day);
      await workbench.wait(400);
      await page.keyboard.press("Enter");
    }
    await shown(workbench, "Only in the earlier");
    await workbench.save("screenshot-comparison");
  },
};

/** Waits until a page of Tifa shows these words, which stand in a frame within a frame. */
async function shown(/** @type {import('../host/workbench.mjs').Workbench} */ workbench, /** @type {string} */ words) {
  const isShown = async () => {
    const frames = workbench.page.frames().filter((frame) => frame.name() === "active-frame" || frame.parentFrame());
    const found = await Promise.all(
      frames.map((frame) =>
        frame
          .getByText(words)
          .first()
          .isVisible()
          .catch(() => false),
      ),
    );
    return found.some(Boolean);
  };
  for (const end = Date.now() + 20_000; !(await isShown()); await workbench.wait(200)) {
    if (Date.now() > end) throw new Error(`No page shows “${words}”.`);
  }
  await workbench.wait(700);
  await rest(workbench);
}

/** Puts the mouse where it raises no hover. */
async function rest(/** @type {import('../host/workbench.mjs').Workbench} */ { page }) {
  await page.mouse.move(700, 790);
  await page.waitForTimeout(500);
}
