// @ts-check
import { api, pathOf } from "../core/api.js";
import { onEvent } from "../core/events.js";
import { outbox } from "../core/outbox.js";
import { session } from "../core/session.js";
import { fail } from "../core/status.js";
import { addSpan, changed, dropCoding, putCoding, putDecision, reading, selection, view, writing } from "./reading.js";
import { automaticKey } from "./spans.js";

/**
 * @typedef {import("../core/types.js").Coding} Coding
 * @typedef {import("../core/types.js").AutomaticCoding} AutomaticCoding
 * @typedef {import("../core/types.js").Memo} Memo
 * @typedef {import("../core/events.js").StudyEvent} StudyEvent
 */

/**
 * Events that came while the document was fetched.
 * @type {StudyEvent[] | null}
 */
let held = null;

/**
 * Shows a document: its text at once, its codings as soon as they are known.
 * @param {string} id
 */
export async function openDocument(id) {
    reading.id = id;
    reading.edge = null;
    selection.places = null;
    held = [];
    try {
        const codings = api.get(pathOf(["documents", id, "codings"]));
        codings.catch(() => {});
        const document = await api.get(pathOf(["documents", id]));
        if (reading.id !== id) return;
        view.show(document);
        takeCodings(id, await codings);
    } catch (problem) {
        if (reading.id === id) reading.id = "";
        throw problem;
    }
}

/** Fetches the codings of the document again. */
export async function reloadCodings() {
    const { id } = reading;
    held = [];
    takeCodings(id, await api.get(pathOf(["documents", id, "codings"])));
}

/** @param {string} id @param {{codings: Coding[], automatic: AutomaticCoding[], memos: Memo[]}} answer */
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

/** @param {StudyEvent} event */
function apply(event) {
    if (event.kind === "end" || reading.id === "") return;
    if (held !== null) return void held.push(event);
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

onEvent(apply);
