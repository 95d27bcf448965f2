import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { HostError } from "./command-line.mjs";

/** @typedef {import('playwright-core').Page} Page */

const openLimit = 60_000;
const stepLimit = 15_000;

/** A VS Code workbench in a page, worked by keyboard and mouse as a person would. */
export class Workbench {
  /**
   * @param {Page} page for steps that have no method here
   * @param {{ folder: string, suffix: string }} [pictures] where {@link save} puts its files, and how their names end
   */
  constructor(page, pictures) {
    this.page = page;
    this.pictures = pictures;
  }

  /**
   * @param {string} address
   * @throws {HostError} when no workbench with a folder's files comes up
   */
  async open(address) {
    await this.page.goto(address);
    await this.#visible(
      ".monaco-workbench .explorer-folders-view .monaco-list-row",
      "The workbench does not come up",
      openLimit,
    );
  }

  /**
   * Opens a file of the workspace by the Quick Open box.
   *
   * @param {string} name a file name or the end of a path
   */
  async openFile(name) {
    await this.#pick("ControlOrMeta+P", name, basename(name));
    await this.#visible(
      `.editor-group-container.active .tab.active[data-resource-name="${basename(name)}"]`,
      `${name} does not open`,
    );
    await this.#visible(".editor-group-container.active .view-line", `${name} does not open as text`);
  }

  /**
   * Runs a command from the Command Palette.
   *
   * @param {string} title as the palette shows it, with its category: "View: Toggle Word Wrap"
   */
  async command(title) {
    await this.#pick("F1", title, title);
  }

  /**
   * Scrolls a line of the active editor into view and puts the cursor at its start.
   *
   * @param {number} line from 1
   */
  async goToLine(line) {
    await this.page.keyboard.press("Control+G");
    await this.#visible(".quick-input-widget input", "The Go to Line box does not open");
    await this.page.keyboard.type(String(line));
    await this.page.keyboard.press("Enter");
    await this.#quickInputClosed();
  }

  /**
   * Rests the mouse on a text of the active editor until a hover with content shows.
   *
   * @param {string} text that is in view, on one line of the screen
   * @param {number} [occurrence] from 0, in the order of the screen
   */
  async hover(text, occurrence = 0) {
    const { x, y } = await this.locate(text, occurrence);
    await this.page.mouse.move(x - 1, y);
    await this.page.mouse.move(x, y);
    await this.#visible(".monaco-hover:not(.hidden) .hover-contents", `No hover shows at "${text}"`);
  }

  /**
   * @param {string} text that is in view in the active editor, on one line of the screen
   * @param {number} [occurrence] from 0, in the order of the screen
   * @returns {Promise<{ x: number, y: number }>} the middle of the text, in pixels of the page
   */
  async locate(text, occurrence = 0) {
    for (const end = Date.now() + stepLimit; Date.now() < end; await pause(100)) {
      const place = await this.page.evaluate(findOnScreen, { text, occurrence });
      if (place) {
        return place;
      }
    }
    throw new HostError(
      `"${text}" (occurrence ${occurrence}) is not in view in the active editor: scroll to it or pick a text that does not wrap.`,
    );
  }

  /** @param {number} milliseconds */
  async wait(milliseconds) {
    await pause(milliseconds);
  }

  /**
   * Saves a picture of the whole workbench.
   *
   * @param {string} name without folder, theme and extension
   * @returns {Promise<string>} the file
   */
  async save(name) {
    if (!this.pictures) {
      throw new HostError("This workbench has no folder for pictures: give it one.");
    }
    mkdirSync(this.pictures.folder, { recursive: true });
    const path = join(this.pictures.folder, `${name}${this.pictures.suffix}.png`);
    await this.page.screenshot({ path, animations: "disabled" });
    return path;
  }

  /**
   * Takes the entry with the wanted label from a quick input box.
   *
   * @param {string} key opens the box
   * @param {string} query
   * @param {string} label
   */
  async #pick(key, query, label) {
    await this.page.keyboard.press(key);
    await this.#visible(".quick-input-widget input", `The box for "${query}" does not open`);
    await this.page.keyboard.type(query);
    const row = this.page
      .locator(".quick-input-list .monaco-list-row")
      .filter({ has: this.page.locator(".quick-input-list-label-meta, .label-name", { hasText: label }) })
      .first();
    await row.click({ timeout: stepLimit }).catch(() => {
      throw new HostError(`Nothing named "${label}" is offered for "${query}": check the name.`);
    });
    // The mouse must not rest on the workbench, where it could raise a hover of its own.
    await this.page.mouse.move(0, 0);
    await this.#quickInputClosed();
  }

  async #quickInputClosed() {
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden", timeout: stepLimit });
  }

  /**
   * @param {string} selector
   * @param {string} problem
   * @param {number} [limit] milliseconds
   */
  async #visible(selector, problem, limit = stepLimit) {
    try {
      await this.page.locator(selector).first().waitFor({ state: "visible", timeout: limit });
    } catch {
      throw new HostError(`${problem} within ${limit / 1000} s.`);
    }
  }
}

/**
 * Runs in the page.
 *
 * @param {{ text: string, occurrence: number }} wanted
 */
function findOnScreen({ text, occurrence }) {
  const lines = [...document.querySelectorAll(".editor-group-container.active .view-lines .view-line")]
    .map((line) => ({ line, box: line.getBoundingClientRect() }))
    .sort((a, b) => a.box.top - b.box.top);
  let left = occurrence;
  for (const { line } of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push(node);
    }
    // The editor shows a space as a no-break space.
    const shown = nodes
      .map((node) => node.textContent ?? "")
      .join("")
      .replaceAll("\u00a0", " ");
    for (let at = shown.indexOf(text); at >= 0; at = shown.indexOf(text, at + 1)) {
      if (left-- > 0) {
        continue;
      }
      const range = document.createRange();
      let start = 0;
      for (const node of nodes) {
        const end = start + (node.textContent?.length ?? 0);
        if (at >= start && at < end) {
          range.setStart(node, at - start);
        }
        if (at + text.length > start && at + text.length <= end) {
          range.setEnd(node, at + text.length - start);
        }
        start = end;
      }
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
  }
  return undefined;
}
