// @ts-check
import { api, pathOf } from "../core/api.js";
import { onEvent } from "../core/events.js";
import { outbox } from "../core/outbox.js";
import { session } from "../core/session.js";
import { fail } from "../core/status.js";
import { signal } from "../core/store.js";
import { Caret } from "./caret.js";
import { automaticKey } from "./spans.js";
import { TextSelection } from "./selection.js";
import { DocumentView } from "./view.js";

/**
 * @typedef {import("../core/types.js").Coding} Coding
 * @typedef {import("../core/types.js").AutomaticCoding} AutomaticCoding
 * @typedef {import("../core/types.js").Memo} Memo
 * @typedef {import("../core/events.js").StudyEvent} StudyEvent
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
/**
 * Events that came while the document was fetched.
 * @type {StudyEvent[] | null}
 */
let held = null;

export function changed() {
    changes.update((count) => count + 1);
}

/**
 * Shows a document: its text at once, its codings as soon as they are known.
 * @param {string} id
 */
export async function openDocument(id) {
    reading.id = id;
    reading.edge = null;
    selection.clear();
    held = [];
    const codings = api.get(pathOf(["documents", id, "codings"]));
    codings.catch(() => {});
    const document = await api.get(pathOf(["documents", id]));
    if (reading.id !== id) return;
    view.show(document);
    takeCodings(id, await codings);
}

/** Fetches the codings of the document again. */
export async function reloadCodings() {
    const { id } = reading;
    held = [];
    takeCodings(id, await api.get(pathOf(["documents", id, "codings"])));
}

/**
 * @param {string} id
 * @param {{codings: Coding[], automatic: AutomaticCoding[], memos: Memo[]}} answer
 */
function takeCodings(id, { codings, automatic, memos }) {
    if (reading.id !== id) return;
    const unsent = outbox.unsent();
    const removed = new Set(unsent.filter(({ method }) => method === "DELETE").map(({ path }) => path));
    const added = unsent.flatMap(({ method, path, body }) => (method === "PUT" && path.startsWith("/codings/") ? ofWrite(path, body) : []));
    const all = [...codings, ...added.filter((coding) => coding.document === id)];
    reading.codings = new Map(all.filter(({ id: one }) => !removed.has(`/codings/${one}`)).map((coding) => [coding.id, coding]));
    reading.automatic = new Map(automatic.map((one) => [automaticKey(one), one]));
    reading.memos = new Map(memos.map((memo) => [memo.id, memo]));
    const { spans } = view;
    spans.byKey.clear();
    spans.byPassage.forEach((_, passage) => (spans.byPassage[passage] = []));
    spans.addAll([...reading.codings.values()].flatMap((coding) => spans.ofCoding(coding) ?? []));
    for (const one of automatic) addSpan(spans.ofAutomatic(one));
    view.invalidate(view.near);
    const events = held ?? [];
    held = null;
    events.forEach(apply);
    changed();
}

/**
 * Returns the codings that an unsent write makes.
 * @param {string} path
 * @param {any} body
 * @returns {Coding[]}
 */
export function ofWrite(path, body) {
    const id = path.split("/")[2];
    const { document, hash, start, end, quote, codes } = body;
    return [{ id, document, hash, start, end, quote, code: codes[0], coder: session.me.get(), passage: 0, state: "sure", at: "", pending: true }];
}

/** @param {import("./spans.js").Span | null} span */
function addSpan(span) {
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

/** @param {StudyEvent} event */
function apply(event) {
    if (event.kind === "end" || reading.id === "") return;
    if (held) return void held.push(event);
    if (event.kind === "reset" || event.texts) return void openDocument(reading.id).catch(fail);
    for (const coding of event.codings) {
        if (coding.document === reading.id && !writing.has(coding.id)) putCoding(coding);
    }
    for (const id of event.gone) if (reading.codings.has(id) && !writing.has(id)) dropCoding(id);
    for (const memo of event.memos) if (!writing.has(memo.id)) reading.memos.set(memo.id, memo);
    for (const id of event.goneMemos) reading.memos.delete(id);
    for (const decision of event.decisions) if (decision.document === reading.id) putDecision(decision);
    if (event.codebook) void reloadCodings().catch(fail);
    changed();
}

/** Puts the selection back into the new text nodes. */
function afterDraw() {
    if (view.element.contains(document.getSelection()?.anchorNode ?? null)) selection.restore();
    caret.draw();
    changed();
}

onEvent(apply);
