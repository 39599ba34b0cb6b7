// @ts-check
import { api } from "../core/api.js";
import { keysOf, commands } from "../core/commands.js";
import { connection } from "../core/events.js";
import { keyLabel } from "../core/keys.js";
import { outbox, waiting } from "../core/outbox.js";
import { lastCode, newCode, pickCode, usedCode } from "../core/picker.js";
import { codeName } from "../core/session.js";
import { say } from "../core/status.js";
import { t } from "../core/words.js";
import { ofWrite, reloadCodings } from "./live.js";
import { order } from "./passages.js";
import { dropCoding, putCoding, reading, selection, view, writing } from "./reading.js";

/** @typedef {{document: string, hash: string, start: number, end: number, quote: string}} Words */

/** Returns an id for something new: 32 hexadecimal digits. */
export function newID() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Returns the selected words as the server wants them, or null if no words are selected.
 * @returns {Words | null}
 */
export function selectedWords() {
    const selected = selection.get();
    if (!selected || selected.isEmpty || !view.document) return null;
    const { from, to } = selected;
    const [start, end] = [view.list.scalar(from), view.list.scalar(to)];
    return { document: view.document.id, hash: view.document.hash, start, end, quote: view.list.words(from, to) };
}

/**
 * The words coded last, and where the caret was left.
 * @type {{words: Words, place: import("./passages.js").Place} | null}
 */
let last = null;

/** Returns the selected words, or those just coded if the caret has not moved since: they take a second code at once. */
export function wordsToCode() {
    const here = selection.get();
    const isUnmoved = last !== null && here?.isEmpty && last.words.document === reading.id && order(here.from, last.place) === 0;
    return selectedWords() ?? (isUnmoved ? last?.words ?? null : null);
}

/**
 * Codes words: draws the coding at once, and sends it. If they are still selected, the selection collapses to its end.
 * @param {string} path of the code
 * @param {Words | null} [words] the selected ones, unless they were taken before something was waited for
 */
export async function codeSelection(path, words = wordsToCode()) {
    if (!words) return say(t("Select words first: S selects the sentence, P the passage."));
    const same = [...reading.codings.values()].find(
        (one) => one.code === path && one.start === words.start && one.end === words.end && view.spans.byKey.get(`c ${one.id}`)?.kind === "own",
    );
    if (same) return say(t("{code} is already on “{words}”.", { code: codeName(path), words: shorten(words.quote) }));
    const id = newID();
    const body = { ...words, codes: [path] };
    usedCode(path);
    putCoding(ofWrite(`/codings/${id}`, body)[0]);
    const selected = wordsToCode();
    const place = selected?.start === words.start && selected.end === words.end ? selection.get()?.to : undefined;
    if (place) selection.set(place);
    last = place ? { words, place } : null;
    say(t("{code} on “{words}”. {key} takes it back.", { code: codeName(path), words: shorten(words.quote), key: keyFor("read.undo") }));
    await sendCoding("PUT", id, body, () => dropCoding(id));
}

/**
 * Sends a write about a coding. Its events are ignored until the answer, and a refusal takes the change back.
 * @param {"PUT" | "PATCH" | "DELETE"} method
 * @param {string} id
 * @param {unknown} body
 * @param {() => void} takeBack
 */
export async function sendCoding(method, id, body, takeBack) {
    writing.add(id);
    try {
        const { codings = [] } = await outbox.send(method, `/codings/${id}`, body);
        if (codings.length > 0 && !codings.some((/** @type {{id: string}} */ one) => one.id === id)) dropCoding(id);
        for (const coding of codings) if (coding.document === reading.id) putCoding(coding);
    } catch {
        takeBack();
    } finally {
        writing.delete(id);
    }
}

/** Lets the user pick the code of the selected words. */
export async function codeByPalette() {
    const words = wordsToCode();
    if (!words) return codeSelection("");
    const picked = await pickCode({ title: t("Code the words with"), allowNew: true });
    selection.restore();
    if (picked) await codeSelection(picked.path, words);
}

/** Codes the selected words with the code used last. */
export function codeAgain() {
    const path = lastCode();
    return path === null ? codeByPalette() : codeSelection(path);
}

/** Codes the selected words with a new code, named by the words themselves. */
export async function codeInVivo() {
    const words = wordsToCode();
    if (!words) return codeSelection("");
    const created = await newCode(shorten(words.quote.replace(/\s+/g, " ").trim(), 60), null);
    if (created) await codeSelection(created.path, words);
}

/**
 * Takes back the coder's last action, or does it again.
 * @param {"undo" | "redo"} direction
 */
export async function undo(direction) {
    if (waiting.get() > 0) say(t("Waiting until all is saved…"));
    await outbox.settled();
    const { reverted } = await api.post(`/${direction}`, {});
    if (connection.get() !== "live") await reloadCodings();
    const detail = reverted ? `${reverted.name} ${reverted.detail ?? ""}`.trim() : "";
    if (!reverted) say(direction === "undo" ? t("There is nothing to take back.") : t("There is nothing to do again."));
    else say(direction === "undo" ? t("Taken back: {detail}", { detail }) : t("Done again: {detail}", { detail }));
}

/**
 * Returns the first key of an action for people.
 * @param {string} id
 */
export function keyFor(id) {
    const action = commands().find((one) => one.id === id);
    const [key] = action ? keysOf(action) : [];
    return key ? keyLabel(key) : t("Undo");
}

/**
 * Returns the beginning of long words.
 * @param {string} words
 * @param {number} [most]
 */
export function shorten(words, most = 48) {
    const letters = [...words];
    return letters.length <= most ? words : `${letters.slice(0, most - 1).join("").trimEnd()}…`;
}
