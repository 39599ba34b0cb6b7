// @ts-check
import { el, replace, tint } from "../core/elements.js";
import { runCommand } from "../core/commands.js";
import { codeColor, codeName, session } from "../core/session.js";
import { t } from "../core/words.js";
import { codeSelection, selectedWords } from "./coding.js";
import { pinChanges, pins } from "./pins.js";

/** Returns the buttons that open the side panes on narrow windows, as drawers. */
export function drawers() {
    /** @type {[string, string][]} */
    const panes = [["left", t("Codes")], ["here", t("Here")]];
    const buttons = panes.map(([pane, name]) => el("button", { "aria-expanded": "false", "data-pane": pane, onclick: () => toggleDrawer(pane) }, name));
    return el("div", { class: "drawers" }, buttons);
}

/**
 * Opens a drawer, or closes all of them.
 * @param {string} pane
 */
export function toggleDrawer(pane) {
    const root = document.querySelector(".screen.read");
    const isOpen = root?.getAttribute("data-drawer") === pane || pane === "";
    root?.setAttribute("data-drawer", isOpen ? "" : pane);
    for (const button of document.querySelectorAll(".drawers button")) {
        button.setAttribute("aria-expanded", String(!isOpen && button.getAttribute("data-pane") === pane));
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

function drawBar() {
    const pinned = Object.entries(pins()).sort(([a], [b]) => Number(a) - Number(b));
    replace(
        bar,
        pinned.map(([, path]) =>
            tint(el("button", { onclick: () => void codeSelection(path) }, el("span", { class: "swatch" }), codeName(path)), codeColor(path)),
        ),
        el("button", { onclick: () => runCommand("read.palette") }, t("All codes…")),
    );
}

/** Shows the toolbar while words are selected. */
export function updateBar() {
    bar.hidden = selectedWords() === null;
}
