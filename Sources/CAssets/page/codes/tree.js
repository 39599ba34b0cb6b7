// @ts-check
import { fold } from "../core/chooser.js";
import { el, replace, tint } from "../core/elements.js";
import { codeColor } from "../core/session.js";
import { keep, kept } from "../core/store.js";
import { plural, t } from "../core/words.js";
import { acceptDrops } from "./drag.js";

/** @typedef {import("../core/types.js").Code} Code */

const typingPause = 700;

/**
 * Returns the tree of codes: one tab stop, arrows move, open and close, letters go to the next code that begins with them.
 * @param {{onselect: (path: string) => void, onopen: () => void, onmove: (code: string, under: string | null) => void}} options
 *     `onopen` is called for Enter, `onmove` when a code is dropped on another one
 */
export function codeTree({ onselect, onopen, onmove }) {
    const tree = el("ul", { role: "tree", class: "tree", "aria-label": t("Codes") });
    /** @type {Set<string>} */
    let closed = new Set(kept("closed-codes", /** @type {string[]} */ ([])));
    /** @type {Code[]} */
    let codes = [];
    let selected = "";
    let typed = { letters: "", at: 0 };

    const visible = () => codes.filter((code) => !ancestors(code).some((path) => closed.has(path)));
    /** @param {Code} code */
    const ancestors = (code) => {
        const steps = code.path.split("/");
        return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("/"));
    };
    /** @param {string} path */
    const hasChildren = (path) => codes.some((code) => code.parent === path);
    /** @param {string} path */
    const item = (path) => /** @type {HTMLElement | undefined} */ ([...tree.children].find((one) => one.getAttribute("data-path") === path));
    /**
     * @param {string} path
     * @param {boolean} isOpen
     */
    const setOpen = (path, isOpen) => {
        if (isOpen) closed.delete(path);
        else closed.add(path);
        keep("closed-codes", [...closed]);
        draw();
    };
    /**
     * @param {string} path
     * @param {boolean} [withFocus]
     */
    const select = (path, withFocus = true) => {
        const code = codes.find((one) => one.path === path);
        if (!code) return;
        for (const above of ancestors(code)) closed.delete(above);
        const isNew = selected !== path;
        selected = path;
        draw();
        item(path)?.scrollIntoView({ block: "nearest" });
        if (withFocus) item(path)?.focus();
        if (isNew) onselect(path);
    };
    const draw = () => {
        const hadFocus = tree.contains(document.activeElement);
        replace(tree, visible().map((code) => row(code)));
        if (hadFocus) item(selected)?.focus({ preventScroll: true });
    };
    /** @param {Code} code */
    const row = (code) => {
        const siblings = codes.filter((one) => one.parent === code.parent);
        const isParent = hasChildren(code.path);
        const isOpen = !closed.has(code.path);
        const twisty = el("span", { class: "twisty", "aria-hidden": "true", onclick: () => setOpen(code.path, !isOpen) }, isParent ? (isOpen ? "▾" : "▸") : "");
        return el(
            "li",
            {
                role: "treeitem", "data-path": code.path, "data-depth": ancestors(code).length, draggable: "true", tabindex: code.path === selected ? "0" : "-1",
                "aria-level": ancestors(code).length + 1, "aria-setsize": siblings.length, "aria-posinset": siblings.indexOf(code) + 1,
                "aria-expanded": isParent ? String(isOpen) : null, "aria-selected": String(code.path === selected),
                onclick: () => select(code.path),
            },
            twisty,
            tint(el("span", { class: "swatch", "aria-hidden": "true" }), codeColor(code.path)),
            el("bdi", { class: "name" }, code.name || code.id),
            el("span", { class: "counts" }, counts(code)),
        );
    };
    tree.addEventListener("keydown", (event) => {
        const rows = visible();
        const place = rows.findIndex((code) => code.path === selected);
        const code = rows[place];
        if (!code || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        const isRTL = getComputedStyle(tree).direction === "rtl";
        const key = isRTL ? { ArrowRight: "ArrowLeft", ArrowLeft: "ArrowRight" }[event.key] ?? event.key : event.key;
        const to = { ArrowDown: rows[place + 1], ArrowUp: rows[place - 1], Home: rows[0], End: rows[rows.length - 1] }[key];
        const isOpen = hasChildren(code.path) && !closed.has(code.path);
        if (to) select(to.path);
        else if (key === "ArrowRight" && hasChildren(code.path)) isOpen ? select(rows[place + 1].path) : setOpen(code.path, true);
        else if (key === "ArrowLeft") isOpen ? setOpen(code.path, false) : code.parent && select(code.parent);
        else if (key === "*") (closed = new Set()), setOpen(code.path, true);
        else if (key === "Enter") onopen();
        else if (/^[\p{L}\p{N}]$/u.test(key)) type(key);
        else return;
        event.preventDefault();
    });
    /**
     * Goes to the next code whose name begins with the letters that were typed quickly after another.
     * @param {string} letter
     */
    const type = (letter) => {
        typed = { letters: Date.now() - typed.at < typingPause ? typed.letters + fold(letter) : fold(letter), at: Date.now() };
        const rows = visible();
        const from = rows.findIndex((code) => code.path === selected) + (typed.letters.length === 1 ? 1 : 0);
        const found = [...rows.slice(from), ...rows.slice(0, from)].find((code) => fold(code.name || code.id).startsWith(typed.letters));
        if (found) select(found.path);
    };
    acceptDrops(tree, onmove);

    return {
        element: tree,
        select,
        focus: () => item(selected)?.focus(),
        /** @param {Code[]} now */
        update(now) {
            codes = now;
            draw();
        },
    };
}

/** @param {Code} code */
function counts(code) {
    const byHand = plural(code.codings, "{n} by hand", "{n} by hand");
    const automatic = plural(code.automatic, "{n} automatic", "{n} automatic");
    return [
        el("span", { class: "by-hand", "aria-hidden": "true", title: byHand }, code.codings || ""),
        el("span", { class: "automatic", "aria-hidden": "true", title: automatic }, code.automatic || ""),
        el("span", { class: "visually-hidden" }, ` ${byHand}, ${automatic}`),
    ];
}
