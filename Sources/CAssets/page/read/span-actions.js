// @ts-check
import { ask } from "../core/dialog.js";
import { el } from "../core/elements.js";
import { outbox } from "../core/outbox.js";
import { pickCode, usedCode } from "../core/picker.js";
import { codeName, session } from "../core/session.js";
import { say } from "../core/status.js";
import { t } from "../core/words.js";
import { keyFor, newID, selectedWords, sendCoding, shorten } from "./coding.js";
import { memosOf, spanFor } from "./here.js";
import { changed, dropCoding, putCoding, putDecision, reading, selection, view, writing } from "./reading.js";

/**
 * @typedef {import("./spans.js").Span} Span
 * @typedef {import("../core/types.js").Memo} Memo
 */

const noOwn = "Put the caret in one of your codings first.";

/**
 * Removes a coding of the coder.
 * @param {Span | null} [span]
 */
export async function removeCoding(span = spanFor("own")) {
    const coding = span?.coding;
    if (!coding) return say(t(noOwn));
    dropCoding(coding.id);
    say(t("Removed: {code} from “{words}”. {key} takes it back.", { code: codeName(coding.code), words: shorten(coding.quote), key: keyFor("read.undo") }));
    await sendCoding("DELETE", coding.id, undefined, () => putCoding(coding));
}

/**
 * Gives a coding another code.
 * @param {Span | null} [span]
 */
export async function recode(span = spanFor("own")) {
    const coding = span?.coding;
    if (!coding) return say(t(noOwn));
    const picked = await pickCode({ title: t("Instead of {code}", { code: codeName(coding.code) }), allowNew: true });
    selection.restore();
    if (!picked || picked.path === coding.code) return;
    usedCode(picked.path);
    putCoding({ ...coding, code: picked.path, pending: true });
    say(t("{code} instead of {old} on “{words}”.", { code: codeName(picked.path), old: codeName(coding.code), words: shorten(coding.quote) }));
    await sendCoding("PATCH", coding.id, { code: picked.path }, () => putCoding(coding));
}

/**
 * Lets arrows move the start or the end of a coding: its words are selected, with the focus on that edge.
 * @param {"start" | "end"} side
 */
export function beginResize(side) {
    const coding = reading.edge?.coding ?? spanFor("own")?.coding;
    if (!coding) return say(t(noOwn));
    const selected = reading.edge ? selection.get() : null;
    const [from, to] = selected ? [selected.from, selected.to] : [view.list.place(coding.start), view.list.place(coding.end)];
    reading.edge = { coding };
    view.choose(`c ${coding.id}`);
    view.element.focus({ preventScroll: true });
    if (side === "start") selection.set(to, from);
    else selection.set(from, to);
    say(side === "start" ? t("Arrows move the start. Enter saves, Escape cancels.") : t("Arrows move the end. Enter saves, Escape cancels."));
}

/**
 * Ends the move of an edge.
 * @param {boolean} isSaved
 */
export async function endResize(isSaved) {
    const coding = reading.edge?.coding;
    const words = selectedWords();
    const end = selection.get()?.to;
    reading.edge = null;
    if (end) selection.set(end);
    if (!coding || !isSaved || !words) return say(t("The coding stays as it was."));
    if (words.start === coding.start && words.end === coding.end) return say(t("The coding stays as it was."));
    const { start, end: last, quote, hash } = words;
    putCoding({ ...coding, start, end: last, quote, state: "sure", pending: true });
    say(t("{code} on “{words}”. {key} takes it back.", { code: codeName(coding.code), words: shorten(quote), key: keyFor("read.undo") }));
    await sendCoding("PATCH", coding.id, { start, end: last, quote, hash }, () => putCoding(coding));
}

/**
 * Accepts or rejects an automatic coding.
 * @param {"accepted" | "rejected"} verdict
 * @param {Span | null} [span]
 */
export async function decide(verdict, span = spanFor("automatic")) {
    const automatic = span?.automatic;
    if (!automatic) return say(t("There is no automatic coding in this passage."));
    const { document, passage, code } = automatic;
    const decision = { passage, code, coder: session.me.get() };
    const before = automatic.verdicts[decision.coder] ?? null;
    putDecision({ ...decision, verdict });
    say(verdict === "accepted" ? t("Accepted: {code}", { code: codeName(code) }) : t("Rejected: {code}", { code: codeName(code) }));
    try {
        const { codings = [], gone = [] } = await outbox.send("PUT", "/decisions", { document, passage, code, verdict });
        if (document !== reading.id) return;
        gone.forEach(dropCoding);
        codings.forEach(putCoding);
    } catch {
        putDecision({ ...decision, verdict: before });
    }
}

/**
 * Lets the user write a memo about a coding, or about the document. An empty memo is removed.
 * @param {Span | null} [span]
 * @param {Memo | null} [memo] the one to change, else the coder's first one there
 */
export async function writeMemo(span = spanFor("own", "other"), memo = null) {
    const me = session.me.get();
    const before = memo ?? memosOf(span).find((one) => one.coder === me) ?? null;
    const title = span ? t("Memo on {code}", { code: codeName(span.code) }) : t("Memo on the document");
    const field = el("textarea", { rows: "7", dir: "auto", value: before?.text ?? "", "aria-label": title, autofocus: true });
    field.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) field.form?.requestSubmit();
    });
    const buttons = [{ label: t("Cancel"), value: "" }, { label: t("Save (Ctrl-Enter)"), value: "save", isPrimary: true }];
    const answer = await ask({ title, content: field, buttons });
    selection.restore();
    if (answer !== "save") return;
    const id = before?.id ?? newID();
    const text = field.value.trim();
    const [target, subject] = span?.coding ? ["coding", span.coding.id] : ["document", reading.id];
    if (text === "" && !before) return;
    if (text === "") reading.memos.delete(id);
    else reading.memos.set(id, { id, target: /** @type {Memo["target"]} */ (target), subject, coder: me, text, at: new Date().toISOString() });
    changed();
    writing.add(id);
    try {
        if (text === "") await outbox.send("DELETE", `/memos/${id}`);
        else await outbox.send("PUT", `/memos/${id}`, { target, subject, text });
        say(t("The memo is saved."));
    } catch {
        if (before) reading.memos.set(id, before);
        else reading.memos.delete(id);
        changed();
    } finally {
        writing.delete(id);
    }
}
