// @ts-check
import { lastCode } from "../core/picker.js";
import { el, replace } from "../core/elements.js";
import { go } from "../core/route.js";
import { session } from "../core/session.js";
import { debounced, keep, kept } from "../core/store.js";
import { plural, t } from "../core/words.js";
import { drawers, selectionBar, toggleDrawer, updateBar } from "./bars.js";
import { codePane } from "./code-tree.js";
import { brush } from "./brush.js";
import { codeByPalette, codeSelection, selectedWords } from "./coding.js";
import { documentPane, drawDocuments, sorted } from "./document-list.js";
import { drawHighlights, findBar, resetFind } from "./find.js";
import { checkChosen } from "./here.js";
import { herePane } from "./here-pane.js";
import { addReadCommands } from "./read-commands.js";
import { openDocument } from "./live.js";
import { caret, changes, reading, selection, view } from "./reading.js";

addReadCommands();

const head = el("div", { class: "document-head" });

/** @type {import("../core/screens.js").Screen} */
export const screen = {
    id: "read",
    name: t("Read"),
    key: "1",
    async show(root, params) {
        if (root.childElementCount === 0) build(root);
        const rows = sorted();
        const last = kept(placeName(""), "");
        const id = params.id ?? rows.find((row) => row.id === last)?.id ?? rows[0]?.id;
        if (!id) return replace(head, el("p", {}, t("The study has no documents yet.")));
        if (!params.id) return go("read", { id });
        const isNew = id !== reading.id;
        if (isNew) await open(id);
        if (params.at) showWords(params.at);
        else if (isNew) showLastPlace(id);
    },
};

/** @param {HTMLElement} root */
function build(root) {
    const text = el("div", { class: "paper" }, head, findBar(), el("div", { class: "text-frame" }, view.element, caret.element));
    const left = el("div", { class: "left" }, codePane(), documentPane());
    root.append(left, text, herePane(), el("div", { class: "bottom" }, selectionBar(), drawers()));
    document.addEventListener("selectionchange", onSelection);
    document.addEventListener("focusin", drawHighlights);
    document.addEventListener("focusin", () => caret.draw());
    changes.subscribe(drawHighlights);
    session.documents.subscribe(drawHead);
    window.addEventListener("scroll", debounced(keepPlace, 500), { passive: true });
    view.element.addEventListener("pointerdown", () => (toggleDrawer(""), view.freeze()));
    for (const end of ["pointerup", "pointercancel", "blur"]) window.addEventListener(end, onPointerEnd);
    view.element.addEventListener("click", onClick);
}

/** @param {string} id */
async function open(id) {
    resetFind();
    const opening = openDocument(id);
    drawDocuments();
    await opening;
    keep(placeName(""), id);
    drawHead();
}

function drawHead() {
    const { document } = view;
    if (!document) return;
    const row = session.documents.get().find((one) => one.id === document.id);
    const about = [document.author, document.year, ...Object.entries(document.variables).map(([name, value]) => `${name}: ${value}`)].filter(Boolean);
    const left = row ? Math.max(0, row.toCode - row.coded) : 0;
    const isDone = row?.done.includes(session.me.get());
    replace(
        head,
        // A text that begins with its title shows it only once.
        el("h1", { dir: "auto", class: document.passages[0]?.kind === "title" ? "visually-hidden" : null }, document.title || document.id),
        el("p", {}, [...about, isDone ? t("done") : plural(left, "{n} passage not coded", "{n} passages not coded")].join(" · ")),
    );
}

/**
 * Selects and shows words.
 * @param {string} at such as `10-20`, in scalars
 */
function showWords(at) {
    const [start, end] = at.split("-").map(Number);
    if (!Number.isFinite(start)) return;
    view.element.focus({ preventScroll: true });
    selection.set(view.list.place(start), view.list.place(Number.isFinite(end) ? end : start));
    caret.reveal();
}

/**
 * Returns to where the coder left the document.
 * @param {string} id
 */
function showLastPlace(id) {
    const passage = Math.min(kept(placeName(id), 0), view.blocks.length - 1);
    view.element.focus({ preventScroll: true });
    if (passage > 0) caret.move({ passage, unit: 0 });
    else window.scrollTo({ top: 0, behavior: /** @type {any} */ ("instant") });
    if (passage === 0 && view.blocks.length > 0) selection.set({ passage: 0, unit: 0 });
}

/** @param {string} document */
function placeName(document) {
    return `place ${session.study.get().commandName} ${document}`;
}

function keepPlace() {
    if (reading.id && view.element.offsetParent !== null) keep(placeName(reading.id), caret.firstVisible());
}

let frame = 0;

function onSelection() {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
        frame = 0;
        selection.read();
        checkChosen();
        caret.draw();
        updateBar();
    });
}

/** Draws again after a drag, and codes the words if the brush is on. */
function onPointerEnd(/** @type {Event} */ event) {
    if (!view.isFrozen) return;
    view.thaw();
    if (!brush.isOn || event.type !== "pointerup") return;
    setTimeout(() => {
        if (selectedWords()) void (lastCode() ? codeSelection(lastCode() ?? "") : codeByPalette());
    });
}

/** Chooses the coding whose lane is clicked. */
function onClick(/** @type {MouseEvent} */ event) {
    const lane = /** @type {HTMLElement} */ (event.target).closest(".lanes [data-key]");
    const span = view.spans.byKey.get(lane?.getAttribute("data-key") ?? "");
    if (!span) return;
    selection.set(view.list.place(span.start));
    view.choose(span.key);
}
