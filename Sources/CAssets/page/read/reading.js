// @ts-check
import { signal } from "../core/store.js";
import { Caret } from "./caret.js";
import { automaticKey } from "./spans.js";
import { TextSelection } from "./selection.js";
import { DocumentView } from "./view.js";

/**
 * @typedef {import("../core/types.js").Coding} Coding
 * @typedef {import("../core/types.js").AutomaticCoding} AutomaticCoding
 * @typedef {import("../core/types.js").Memo} Memo
 */

/** The document that is read, and what is known of it. `edge` is the end of a coding that arrows move. */
export const reading = {
    id: "",
    /** @type {Map<string, Coding>} */
    codings: new Map(),
    /** @type {Map<string, AutomaticCoding>} */
    automatic: new Map(),
    /** @type {Map<string, Memo>} */
    memos: new Map(),
    /** @type {{coding: Coding} | null} */
    edge: null,
};

/** Changes whenever something about the document does. */
export const changes = signal(0);
/** @type {DocumentView} */
export const view = new DocumentView({ before: () => selection.read(), after: afterDraw });
/** @type {TextSelection} */
export const selection = new TextSelection(view);
export const caret = new Caret(view, selection, () => reading.edge !== null);

/** Own writes that the server has not yet answered, by the id of their coding or memo: events must not undo them. */
export const writing = new Set();

export function changed() {
    changes.update((count) => count + 1);
}

/** @param {import("./spans.js").Span | null} span */
export function addSpan(span) {
    if (span) view.invalidate(view.spans.add(span));
}

/**
 * Shows a new or changed coding.
 * @param {Coding} coding
 */
export function putCoding(coding) {
    reading.codings.set(coding.id, coding);
    const span = view.spans.ofCoding(coding);
    if (span) addSpan(span);
    else view.invalidate(view.spans.remove(`c ${coding.id}`));
    changed();
}

/** @param {string} id */
export function dropCoding(id) {
    reading.codings.delete(id);
    view.invalidate(view.spans.remove(`c ${id}`));
    changed();
}

/**
 * Shows the coder's verdict on an automatic coding.
 * @param {{passage: number, code: string, coder: string, verdict: "accepted" | "rejected" | null}} decision
 */
export function putDecision({ passage, code, coder, verdict }) {
    const key = automaticKey({ passage, code });
    const automatic = reading.automatic.get(key);
    if (!automatic) return;
    const { [coder]: _, ...others } = automatic.verdicts;
    automatic.verdicts = verdict === null ? others : { ...others, [coder]: verdict };
    view.invalidate(view.spans.remove(key));
    addSpan(view.spans.ofAutomatic(automatic));
    changed();
}

/** Puts the selection back into the new text nodes. */
function afterDraw() {
    if (view.element.contains(document.getSelection()?.anchorNode ?? null)) selection.restore();
    caret.draw();
    changed();
}
