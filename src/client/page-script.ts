/**
 * The script of a page: a link tells the extension its number, and the place that was scrolled to is kept
 * while the page is hidden. Numbers are all that a page can send, so nothing in it can name a place or command.
 */
export const pageScript = `
const editor = acquireVsCodeApi();
const kept = editor.getState();
const title = document.title;
if (kept && kept.title === title) window.scrollTo(0, kept.scroll);
addEventListener("scroll", () => editor.setState({ title, scroll: window.scrollY }), { passive: true });
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("[data-link]");
  if (!link) return;
  // The editor would take the address for a place in the page.
  event.preventDefault();
  event.stopPropagation();
  editor.postMessage({ link: Number(link.dataset.link) });
}, true);
document.addEventListener("change", (event) => {
  const box = event.target;
  if (box instanceof HTMLSelectElement) editor.postMessage({ link: Number(box.value) });
});
`;
