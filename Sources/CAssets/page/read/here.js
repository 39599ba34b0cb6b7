// @ts-check
import { addActions, codeName, confirmed, el, pickCode, say, session, t, usedCode } from "../core/index.js";
import { named, newID, selectedWords } from "./coding.js";
import { spanLabel } from "./marks.js";
import { select } from "./moves.js";
import { dropCoding, putCoding, putDecision, putMemo, reading, selection, view, write } from "./reading.js";

/** The shortest come first, and last the automatic ones whose evidence is elsewhere in the passage. */
export function spansHere() {
  const selected = selection.get();
  if (!selected) return [];
  const [start, end] = [view.list.scalar(selected.from), view.list.scalar(selected.to)];
  const isHere = ({ pieces }) => pieces.some(([from, to]) => from <= end && start <= to);
  const passages = view.spans.byPassage.slice(selected.from.passage, selected.to.passage + 1);
  const found = new Set(passages.flat().filter((span) => span.kind === "automatic" || isHere(span)));
  const length = (span) => span.end - span.start + (isHere(span) ? 0 : 1e9);
  return [...found].sort((a, b) => length(a) - length(b));
}

/**
 * Returns the chosen coding if it is here and of a fitting kind, else the shortest.
 * @type {(...kinds: string[]) => Span | undefined}
 */
export function spanFor(...kinds) {
  const fitting = spansHere().filter(({ kind }) => kinds.includes(kind));
  return fitting.find(({ key }) => key === view.chosen) ?? fitting[0];
}

function chooseNext() {
  const here = selection.get();
  const spans = spansHere();
  const index = spans.findIndex(({ key }) => key === view.chosen);
  const scalar = here ? view.list.scalar(here.to) : -1;
  const below = [...view.spans.byKey.values()].filter(({ start }) => start > scalar).sort((a, b) => a.start - b.start);
  const span = spans[(index + 1) % spans.length] ?? below[0];
  if (!span) return say(t("There are no more codings."));
  view.choose(span.key);
  if (spans.length === 0) select(view.list.place(span.start));
  say(spanLabel(span));
}

export function checkChosen() {
  if (!spansHere().some(({ key }) => key === view.chosen)) view.choose("");
}

/** @type {(span?: Span | null) => Memo[]} */
export function memosOf(span = null) {
  const [target, subject] = span ? ["coding", span.coding?.id] : ["document", reading.id];
  return [...reading.memos.values()].filter((memo) => memo.target === target && memo.subject === subject);
}

const onOwn = (run) => (span = spanFor("own")) =>
  span?.coding ? run(span.coding) : say(t("Put the caret in one of your codings first."));

export const removeCoding = onOwn(async (coding) => {
  dropCoding(coding.id);
  say(t("Removed: {code} from “{words}”.", named(coding.code, coding.quote)));
  await write("DELETE", `/codings/${coding.id}`, undefined, () => putCoding(coding));
});

export const recode = onOwn(async (coding) => {
  const old = codeName(coding.code);
  const picked = await pickCode({ title: t("Instead of {code}", { code: old }), allowNew: true });
  selection.restore();
  if (!picked || picked.path === coding.code) return;
  usedCode(picked.path);
  say(t("{code} instead of {old} on “{words}”.", { ...named(picked.path, coding.quote), old }));
  await change(coding, { code: picked.path });
});

async function change(coding, changes) {
  putCoding({ ...coding, ...changes, pending: true });
  await write("PATCH", `/codings/${coding.id}`, changes, () => putCoding(coding));
}

/** Selects the words of the coding with the focus on its start or end, which arrows then move. */
const resize = (isStart) => onOwn((shown) => {
  const coding = selection.edge ?? shown;
  const selected = selection.edge && selection.get();
  const { from, to } = selected ?? { from: view.list.place(coding.start), to: view.list.place(coding.end) };
  selection.edge = coding;
  view.choose(`c ${coding.id}`);
  view.element.focus({ preventScroll: true });
  selection.set(isStart ? to : from, isStart ? from : to);
  say(t("Arrows move the edge. Enter saves, Escape cancels."));
});

export async function endResize(isSaved) {
  const coding = selection.edge;
  const words = selectedWords();
  const caret = selection.get()?.to;
  selection.edge = null;
  if (caret) selection.set(caret);
  const isMoved = words && (words.start !== coding.start || words.end !== coding.end);
  if (!isSaved || !isMoved) return say(t("The coding stays as it was."));
  const { document: _, ...changes } = words;
  say(t("{code} on “{words}”.", named(coding.code, words.quote)));
  await change(coding, changes);
}

export async function decide(verdict, span = spanFor("automatic")) {
  if (!span?.automatic) return say(t("There is no automatic coding in this passage."));
  const { document, passage, code, verdicts } = span.automatic;
  const decision = { document, passage, code, coder: session.me.get() };
  const name = { code: codeName(code) };
  putDecision({ ...decision, verdict });
  say(verdict === "accepted" ? t("Accepted: {code}", name) : t("Rejected: {code}", name));
  const takeBack = () => putDecision({ ...decision, verdict: verdicts[decision.coder] ?? null });
  await write("PUT", "/decisions", { document, passage, code, verdict }, takeBack);
}

/** Without a memo, the coder's first one is changed. An empty one is removed. */
/** @type {(span?: Span | null, memo?: Memo) => Promise<void>} */
export async function writeMemo(span = spanFor("own", "other"), memo = undefined) {
  const coder = session.me.get();
  const before = memo ?? memosOf(span).find((one) => one.coder === coder);
  const title = t("Memo on {name}", { name: span ? codeName(span.code) : view.document.title || reading.id });
  const field = el("textarea", { rows: "7", dir: "auto", value: before?.text ?? "", "aria-label": title });
  const isGiven = await confirmed(title, field, t("Save"));
  selection.restore();
  const text = field.value.trim();
  if (!isGiven || (!text && !before)) return;
  const id = before?.id ?? newID();
  const about = span?.coding ? { target: "coding", subject: span.coding.id } : { target: "document", subject: reading.id };
  putMemo(id, text && { id, ...about, coder, text, at: new Date().toISOString() });
  const body = text ? { ...about, text } : undefined;
  if (await write(text ? "PUT" : "DELETE", `/memos/${id}`, body, () => putMemo(id, before))) say(t("The memo is saved."));
}

addActions("read", [
  ["memo", t("Write a memo"), "m", () => writeMemo()],
  ["cycle", t("Next coding here"), "o", chooseNext],
  ["remove", t("Remove"), "Delete Backspace", () => removeCoding()],
  ["recode", t("Recode"), "r", () => recode()],
  ["start", t("Move the coding's start"), "[", () => resize(true)()],
  ["end", t("Move the coding's end"), "]", () => resize(false)()],
  ["save-edge", t("Save the moved edge"), "Enter", () => endResize(true), () => selection.edge !== null],
  ["accept", t("Accept"), "a", () => decide("accepted")],
  ["reject", t("Reject"), "x", () => decide("rejected")],
]);
