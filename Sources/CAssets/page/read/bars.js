// @ts-check
import { codeColor, codeName, el, replace, runCommand, session, t } from "../core/index.js";
import { codeSelection, selectedWords } from "./coding.js";
import { pinChanges, pins } from "./pins.js";

/** Returns the buttons that open the side panes on narrow windows, as drawers. */
export function drawers() {
  const button = (pane, name) => el("button", { "aria-expanded": false, "data-pane": pane, onclick: () => toggleDrawer(pane) }, name);
  return el("div", { class: "drawers" }, button("left", t("Codes")), button("here", t("Here")));
}

/** Opens a drawer, or closes it if it is open. Without a name it closes all. */
export function toggleDrawer(pane = "") {
  const root = document.querySelector(".screen.read");
  const open = root?.getAttribute("data-drawer") === pane ? "" : pane;
  root?.setAttribute("data-drawer", open);
  for (const button of document.querySelectorAll(".drawers button")) {
    button.setAttribute("aria-expanded", String(button.getAttribute("data-pane") === open));
  }
}

const bar = el("div", { class: "selection-bar", role: "toolbar", "aria-label": t("Code the words with"), hidden: true });

/** Returns the toolbar with the pinned codes, which a style sheet shows on touch screens and narrow windows. */
export function selectionBar() {
  session.codebook.subscribe(drawBar);
  pinChanges.subscribe(drawBar);
  // A tap must not end the selection.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  drawBar();
  return bar;
}

/** Objects with digits as names have them in order. */
function drawBar() {
  const button = (path) =>
    el("button", { "--code": codeColor(path), onclick: () => void codeSelection(path) }, el("span", { class: "swatch" }), codeName(path));
  replace(bar, Object.values(pins()).map(button), el("button", { onclick: () => runCommand("read.palette") }, t("All codes…")));
}

/** Shows the toolbar while words are selected. */
export function updateBar() {
  bar.hidden = selectedWords() === null;
}
