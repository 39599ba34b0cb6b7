// @ts-check
import { fit } from "../core/chooser.js";
import { el, replace, tint } from "../core/elements.js";
import { keyOf } from "../core/keys.js";
import { newCode } from "../core/picker.js";
import { codeColor, session } from "../core/session.js";
import { keep, kept } from "../core/store.js";
import { t } from "../core/words.js";
import { codeSelection, wordsToCode } from "./coding.js";
import { digits, pin, pinChanges, pins } from "./pins.js";

/** @typedef {import("../core/types.js").Code} Code */

/** The paths of the codes whose codes below are hidden. @type {Set<string>} */
const closed = new Set(kept("closed-codes", /** @type {string[]} */ ([])));

const field = el("input", { type: "search", placeholder: t("Find a code"), "aria-label": t("Find a code"), autocomplete: "off" });
const tree = el("ul", { role: "tree", class: "codes", "aria-label": t("Codes") });
let focused = "";

/** Returns the pane of the codes: a field that finds, and the tree. A click or Enter codes the selected words. */
export function codePane() {
    field.addEventListener("input", draw);
    field.addEventListener("keydown", (event) => {
        if (event.key === "ArrowDown") (event.preventDefault(), focusOn(items()[0]));
        if (event.key === "Enter") {
            const [first] = items();
            if (first) void codeSelection(first.dataset.path ?? "");
        }
    });
    tree.addEventListener("keydown", onKey);
    // The selected words must stay selected when a code is clicked.
    tree.addEventListener("pointerdown", (event) => event.pointerType === "mouse" && event.preventDefault());
    tree.addEventListener("mousedown", (event) => event.preventDefault());
    tree.addEventListener("click", onClick);
    session.codebook.subscribe(draw);
    pinChanges.subscribe(draw);
    draw();
    return el("section", { class: "pane codes-pane", "aria-label": t("Codes") }, el("h2", {}, t("Codes")), field, tree);
}

/** Puts the focus into the field that finds codes. */
export function findCode() {
    field.focus();
    field.select();
}

function draw() {
    const query = field.value.trim();
    const byPath = new Map(Object.entries(pins()).map(([digit, path]) => [path, digit]));
    const { codes } = session.codebook.get();
    const shown = codes.filter((code) => (query ? fit(query, [code.id, code.name]) > 0 : !isBelowClosed(code)));
    const parents = new Set(codes.map((code) => code.parent));
    if (!shown.some((code) => code.path === focused)) focused = shown[0]?.path ?? "";
    const hadFocus = tree.contains(document.activeElement);
    replace(tree, shown.map((code) => item(code, byPath.get(code.path), parents.has(code.path) && !query)));
    if (query && shown.length === 0) tree.append(el("li", { role: "none" }, newButton(query)));
    if (hadFocus) focusOn(items().find((one) => one.dataset.path === focused));
}

/** @param {string} name */
function newButton(name) {
    const add = async () => {
        const words = wordsToCode();
        const created = await newCode(name, null);
        field.value = "";
        draw();
        if (created && words) await codeSelection(created.path, words);
    };
    return el("button", { onclick: () => void add() }, t("New “{name}” at the top", { name }));
}

/** @param {Code} code */
function isBelowClosed(code) {
    return [...closed].some((path) => code.path.startsWith(`${path}/`));
}

/** @param {Code} code @param {string | undefined} digit @param {boolean} hasChildren */
function item(code, digit, hasChildren) {
    const depth = code.path.split("/").length - 1;
    const element = el(
        "li",
        {
            role: "treeitem", "data-path": code.path, tabindex: code.path === focused ? "0" : "-1", "aria-level": depth + 1,
            "aria-expanded": hasChildren ? String(!closed.has(code.path)) : null, title: code.definition || null, class: code.codable ? null : "heading",
        },
        el("span", { class: "twist", "aria-hidden": "true" }, hasChildren ? (closed.has(code.path) ? "▸" : "▾") : ""),
        digit ? el("kbd", {}, digit) : el("span", { class: "no-digit" }),
        el("span", { class: "swatch" }),
        el("span", { class: "label", dir: "auto" }, code.name || code.id),
        el("span", { class: "count", title: t("codings by hand") }, String(code.codings)),
    );
    element.style.setProperty("--depth", String(depth));
    return tint(element, codeColor(code.path));
}

/** @returns {HTMLElement[]} */
function items() {
    return [...tree.querySelectorAll("[role=treeitem]")].map((one) => /** @type {HTMLElement} */ (one));
}

/** @param {HTMLElement | undefined} target */
function focusOn(target) {
    if (!target) return;
    focused = target.dataset.path ?? "";
    for (const one of items()) one.tabIndex = one === target ? 0 : -1;
    target.focus();
}

/** @param {MouseEvent} event */
function onClick(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const path = /** @type {HTMLElement | null} */ (target.closest("[role=treeitem]"))?.dataset.path;
    if (!path) return;
    if (target.classList.contains("twist")) toggle(path);
    else void codeSelection(path);
}

/** @param {string} path */
function toggle(path) {
    if (!closed.delete(path)) closed.add(path);
    keep("closed-codes", [...closed]);
    draw();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
    const all = items();
    const index = all.findIndex((one) => one.dataset.path === focused);
    const current = all[index];
    const expanded = current?.getAttribute("aria-expanded");
    const key = keyOf(event);
    const level = Number(current?.ariaLevel);
    const steps = { ArrowDown: all[index + 1], ArrowUp: all[index - 1], Home: all[0], End: all[all.length - 1] };
    if (key in steps) focusOn(steps[/** @type {keyof typeof steps} */ (key)]);
    else if (key === "ArrowRight" && expanded === "false") toggle(focused);
    else if (key === "ArrowRight" && expanded === "true") focusOn(all[index + 1]);
    else if (key === "ArrowLeft" && expanded === "true") toggle(focused);
    else if (key === "ArrowLeft") focusOn(all.slice(0, index).reverse().find((one) => Number(one.ariaLevel) < level));
    else if (key === "Enter" || key === "Space") void codeSelection(focused);
    else if (digits.includes(key)) pin(focused, key);
    else return;
    event.preventDefault();
}
