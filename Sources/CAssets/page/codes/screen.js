// @ts-check
import { command, runCommand } from "../core/commands.js";
import { ask } from "../core/dialog.js";
import { el, replace } from "../core/elements.js";
import { keyLabel } from "../core/keys.js";
import { pickCode } from "../core/picker.js";
import { currentRoute, go, linkTo } from "../core/route.js";
import { codeAt, session } from "../core/session.js";
import { fail } from "../core/status.js";
import { t } from "../core/words.js";
import { codeDetail } from "./detail.js";
import { addCode, mergeCode, moveCode, renameCode, retireCode } from "./edits.js";
import { splitCode } from "./split.js";
import { definitionOf } from "./steps.js";
import { codeTree } from "./tree.js";

/** @typedef {import("../core/types.js").Code} Code */

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

/** The steps that a selected code allows. Letters alone find codes in the tree, so the keys have Shift. */
const steps = /** @type {{id: string, name: string, keys: string[], run: (code: Code) => unknown}[]} */ ([
    { id: "add-below", name: t("Add below"), keys: ["Shift-b"], run: (code) => follow(addCode(code.path)) },
    { id: "rename", name: t("Rename"), keys: ["Shift-r", "F2"], run: (code) => follow(renameCode(code)) },
    { id: "move", name: t("Move"), keys: ["Shift-m"], run: (code) => follow(moveCode(code.path)) },
    { id: "merge", name: t("Merge"), keys: ["Shift-g"], run: (code) => follow(mergeCode(code.path)) },
    { id: "split", name: t("Split"), keys: ["Shift-s"], run: (code) => follow(splitCode(code)) },
    { id: "retire", name: t("Retire"), keys: ["Delete"], run: (code) => follow(retireCode(code)) },
    { id: "quotes", name: t("Show quotes"), keys: ["Shift-q"], run: (code) => go("quotes", { code: code.path }) },
    { id: "edit", name: t("Edit the definition"), keys: ["Shift-e"], run: () => detail?.focus() },
    { id: "color", name: t("Change the colour"), keys: ["Shift-c"], run: () => detail?.color.focus() },
    { id: "indicators", name: t("Edit the indicators"), keys: ["Shift-i"], run: () => detail?.indicators.focus() },
    { id: "suggest", name: t("Suggest indicators"), keys: ["Shift-w"], run: () => detail?.suggestions.load() },
]);
/** How many steps have buttons. */
const buttonCount = 6;

command({ id: "codes.find", name: t("Find a code"), keys: ["/"], screens: ["codes"], run: find });
command({ id: "codes.add", name: t("New code"), keys: ["Shift-n"], screens: ["codes"], run: () => follow(addCode(codeAt(selected)?.parent ?? null)) });
for (const { id, name, keys, run } of steps) {
    const when = () => codeAt(selected) !== undefined;
    command({ id: `codes.${id}`, name, keys, screens: ["codes"], when, run: () => run(/** @type {Code} */ (codeAt(selected))) });
}
command({ id: "codes.tree", name: t("Go to the tree"), keys: ["Shift-t"], screens: ["codes"], run: () => tree.focus() });

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
    const buttons = [stepButton("add", t("New code"), "Shift-n"), ...steps.slice(0, buttonCount).map(({ id, name, keys }) => stepButton(id, name, keys[0]))];
    const side = el("div", { class: "side" }, el("p", { class: "hint legend", "aria-hidden": "true" }, t("by hand"), " ", el("em", {}, t("automatic"))), tree.element, el("p", { class: "hint" }, t("Letters find a code, Enter edits it, Escape comes back. Drag a code to move it.")));
    const bar = el("div", { class: "cluster steps", role: "toolbar", "aria-label": t("Steps on the code") }, buttons);
    root.append(el("h1", { class: "visually-hidden" }, t("Codes")), el("div", { class: "two-panes" }, side, el("div", { class: "content" }, bar, changedNote, pane)));
    tree.update(session.codebook.get().codes);
    session.codebook.subscribe(({ codes }) => {
        tree.update(codes);
        const code = codeAt(selected);
        if (!code) select(codes[0]?.path ?? "");
        else if (definitionOf(code) === drawn) detail?.update(code);
        else if (detail?.isChanged()) warn();
        else draw();
    });
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} key
 */
function stepButton(id, name, key) {
    return el("button", { onclick: () => runCommand(`codes.${id}`), "aria-keyshortcuts": key.replace("-", "+") }, name, " ", el("kbd", { "aria-hidden": "true" }, keyLabel(key)));
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

async function find() {
    const picked = await pickCode({ title: t("Find a code"), all: true });
    if (picked) tree.select(picked.path);
}
