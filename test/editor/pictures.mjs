// The pictures of the README and of the walkthrough:
//   node test/host/screenshots.mjs test/editor/pictures.mjs --out media
// One is taken in all themes, the others in one or two: enough to see that they are read in each.
import { join } from "node:path";

const editor = { x: 352, y: 36, width: 720, height: 450 };
const sidebar = { x: 4, y: 36, width: 720, height: 450 };

/** @type {import('../host/screenshots.mjs').Scenario} */
export default {
  settings: {
    "editor.fontSize": 15,
    "editor.minimap.enabled": false,
    "editor.guides.indentation": false,
    "breadcrumbs.enabled": false,
  },
  async run(workbench) {
    const { page } = workbench;
    const theme = workbench.pictures?.suffix.slice(1);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator(".activitybar .action-label[aria-label*=Tifa]").first().click();
    await workbench.openFile("03-harvest-meeting.txt");
    // The second, sharper pass has ended once nothing is repainted any more.
    await workbench.wait(4000);
    const row = page.locator(".pane-body .monaco-list-row", { hasText: "陆启明" }).first();
    await row.click();
    await page.keyboard.press("ArrowRight");
    await workbench.wait(500);
    await rest(workbench);
    await workbench.save("screenshot-entities");
    await crop(workbench, "open", editor);
    await crop(workbench, "entities", sidebar);

    await workbench.hover("千万工程");
    await workbench.wait(600);
    await crop(workbench, "read", { ...editor, x: 556 });
    await rest(workbench);

    const name = await workbench.locate("陆启明", 1);
    await page.mouse.click(name.x, name.y);
    await workbench.wait(900);
    await rest(workbench);
    await crop(workbench, "jump", editor);

    await workbench.openFile("01-energy-talks.txt");
    await workbench.wait(1500);
    await workbench.goToLine(20);
    await workbench.hover("双碳");
    await workbench.wait(600);
    if (theme === "dark") await workbench.save("screenshot-hover");
    await rest(workbench);

    const agency = await workbench.locate("国家能源局", 1);
    await page.mouse.click(agency.x, agency.y);
    await page.keyboard.press("Control+K");
    await page.keyboard.press("y");
    await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await workbench.wait(400);
    if (theme === "light") await workbench.save("screenshot-explain");
    await page.keyboard.press("Escape");

    await page.keyboard.press("Control+Comma");
    await workbench.wait(1200);
    await page.keyboard.type("@ext:tifa.tifa highlights");
    await workbench.wait(1500);
    const settings = await page.locator(".settings-editor .settings-tree-container").boundingBox();
    if (settings) await crop(workbench, "adjust", { ...editor, x: settings.x, y: settings.y });
  },
};

/** Puts the mouse where it raises no hover. */
async function rest(/** @type {import('../host/workbench.mjs').Workbench} */ { page }) {
  await page.mouse.move(700, 790);
  await page.waitForTimeout(700);
}

/**
 * Takes a picture for the walkthrough, which has one for light themes and one for dark.
 *
 * @param {import('../host/workbench.mjs').Workbench} workbench
 * @param {string} name
 * @param {{ x: number, y: number, width: number, height: number }} clip
 */
async function crop({ page, pictures }, name, clip) {
  if (pictures?.suffix !== ".light" && pictures?.suffix !== ".dark") return;
  await page.screenshot({ path: join(pictures.folder, "walkthrough", `${name}${pictures.suffix}.png`), clip });
}
