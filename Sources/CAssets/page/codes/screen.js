// @ts-check
import { ask } from "../core/dialog.js";
import { el, replace } from "../core/elements.js";
import { currentRoute, linkTo } from "../core/route.js";
import { codeAt, session } from "../core/session.js";
import { fail } from "../core/status.js";
import { t } from "../core/words.js";
import { addCodeCommands, stepBar } from "./commands.js";
import { codeDetail } from "./detail.js";
import { moveCode } from "./edits.js";
import { definitionOf } from "./steps.js";
import { codeTree } from "./tree.js";

let selected = "";
/** The definition that the pane shows. */
let drawn = "";
/** @type {ReturnType<typeof codeDetail> | null} */
let detail = null;
const changedNote = el("p", { class: "trouble", role: "status" });
const pane = el("div", { onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && tree.focus() });
const tree = codeTree({
    onselect: (path) => void leave(path).catch(fail),
    onopen: () => detail?.focus(),
    onmove: (code, under) => void follow(moveCode(code, under)).catch(fail),
});

addCodeCommands({ selected: () => selected, detail: () => detail, tree, follow });

/** @type {import("../core/screens.js").Screen} */
export const screen = {
    id: "codes",
    name: t("Codes"),
    key: "2",
    show(root, params) {
        if (!root.firstChild) build(root);
        const first = session.codebook.get().codes[0]?.path ?? "";
        tree.select(params.id && codeAt(params.id) ? params.id : selected || first, false);
        if (!root.contains(document.activeElement)) tree.focus();
    },
};

/** @param {HTMLElement} root */
function build(root) {
    const side = el("div", { class: "side" }, el("p", { class: "hint legend", "aria-hidden": "true" }, t("by hand"), " ", el("em", {}, t("automatic"))), tree.element, el("p", { class: "hint" }, t("Letters find a code, Enter edits it, Escape comes back. Drag a code to move it.")));
    root.append(el("h1", { class: "visually-hidden" }, t("Codes")), el("div", { class: "two-panes" }, side, el("div", { class: "content" }, stepBar(), changedNote, pane)));
    tree.update(session.codebook.get().codes);
    session.codebook.subscribe(({ codes }) => {
        const hadFocus = tree.element.contains(document.activeElement);
        tree.update(codes);
        const code = codeAt(selected);
        if (!code) select(nearest(selected));
        if (hadFocus) tree.focus();
        if (!code) return;
        if (definitionOf(code) === drawn) detail?.update(code);
        else if (detail?.isChanged()) warn();
        else draw();
    });
}

/**
 * Returns the code above one that is no longer there, or else the first.
 * @param {string} path
 * @returns {string}
 */
function nearest(path) {
    const above = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (above && !codeAt(above)) return nearest(above);
    return above || (session.codebook.get().codes[0]?.path ?? "");
}

/** Says that someone else changed the code while its texts here are not saved. */
function warn() {
    const show = el("button", { onclick: () => draw() }, t("Discard mine and show it"));
    replace(changedNote, t("The code was changed in the meantime. Your changes here are not saved."), " ", show);
}

/**
 * Shows another code, unless the user wants to go on with what is not saved.
 * @param {string} path
 */
async function leave(path) {
    if (path === selected) return;
    if (detail?.isChanged()) {
        const answer = await ask({
            title: t("The changes are not saved"),
            buttons: [{ label: t("Discard them"), value: "discard", isDanger: true }, { label: t("Go back"), value: "back", isPrimary: true }],
        });
        if (answer !== "discard") return tree.select(selected);
    }
    select(path);
}

/** @param {string} path */
function select(path) {
    selected = path;
    if (currentRoute().screen === "codes") history.replaceState(null, "", linkTo("codes", { id: path }));
    tree.select(path, false);
    draw();
}

/** Draws the pane of the selected code. The focus stays on the same field. */
function draw() {
    const code = codeAt(selected);
    const controls = "a, button, input, textarea";
    const place = [...pane.querySelectorAll(controls)].findIndex((control) => control === document.activeElement);
    detail = code ? codeDetail(code) : null;
    drawn = definitionOf(code);
    replace(changedNote);
    replace(pane, detail?.element ?? el("p", { class: "empty" }, t("The codebook has no codes. Shift-N adds the first.")));
    if (place >= 0) /** @type {HTMLElement | undefined} */ (pane.querySelectorAll(controls)[place])?.focus();
}

/**
 * Selects the code that a step leads to.
 * @param {Promise<string | null>} step
 */
async function follow(step) {
    const path = await step;
    if (path && codeAt(path)) tree.select(path);
}
