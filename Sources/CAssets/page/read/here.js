// @ts-check
import { codeName, confirmed, el, outbox, pickCode, say, session, t, usedCode } from "../core/index.js";
import { named, newID, selectedWords, sendCoding, whileWriting } from "./coding.js";
import { changed, dropCoding, putCoding, putDecision, reading, selection, view } from "./reading.js";

/** Returns the codings here, the shortest first, and last the automatic ones whose evidence is elsewhere in the passage. */
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

/** Returns the coding that an action refers to: the chosen one if it is here and of a fitting kind, else the shortest. */
/** @type {(...kinds: string[]) => Span | null} */
export function spanFor(...kinds) {
  const fitting = spansHere().filter(({ kind }) => kinds.includes(kind));
  return fitting.find(({ key }) => key === view.chosen) ?? fitting[0] ?? null;
}

/** Chooses and returns the next coding here, or the next one in the text if there is none here. */
export function chooseNext() {
  const here = spansHere();
  const index = here.findIndex(({ key }) => key === view.chosen);
  const next = here[(index + 1) % here.length] ?? nextAfterCaret();
  if (next) view.choose(next.key);
  return next;
}

function nextAfterCaret() {
  const to = selection.get()?.to;
  const scalar = to ? view.list.scalar(to) : -1;
  const after = [...view.spans.byKey.values()].filter(({ start }) => start > scalar);
  return after.sort((a, b) => a.start - b.start)[0] ?? null;
}

/** Forgets the chosen coding when the caret leaves it. */
export function checkChosen() {
  if (view.chosen !== null && !spansHere().some(({ key }) => key === view.chosen)) view.choose(null);
}

export function memosOf(span) {
  const [target, subject] = span ? ["coding", span.coding?.id] : ["document", reading.id];
  return [...reading.memos.values()].filter((memo) => memo.target === target && memo.subject === subject);
}

const noOwn = t("Put the caret in one of your codings first.");

export async function removeCoding(span = spanFor("own")) {
  const coding = span?.coding;
  if (!coding) return say(noOwn);
  dropCoding(coding.id);
  say(t("Removed: {code} from “{words}”. {key} takes it back.", named(coding.code, coding.quote)));
  await sendCoding("DELETE", coding.id, undefined, () => putCoding(coding));
}

export async function recode(span = spanFor("own")) {
  const coding = span?.coding;
  if (!coding) return say(noOwn);
  const picked = await pickCode({ title: t("Instead of {code}", { code: codeName(coding.code) }), allowNew: true });
  selection.restore();
  if (!picked || picked.path === coding.code) return;
  usedCode(picked.path);
  putCoding({ ...coding, code: picked.path, pending: true });
  say(t("{code} instead of {old} on “{words}”.", { ...named(picked.path, coding.quote), old: codeName(coding.code) }));
  await sendCoding("PATCH", coding.id, { code: picked.path }, () => putCoding(coding));
}

/** Lets arrows move the start or the end of a coding: its words are selected, with the focus on that edge. */
export function beginResize(side) {
  const coding = selection.edge ?? spanFor("own")?.coding;
  if (!coding) return say(noOwn);
  const selected = selection.edge && selection.get();
  const { from, to } = selected ?? { from: view.list.place(coding.start), to: view.list.place(coding.end) };
  selection.edge = coding;
  view.choose(`c ${coding.id}`);
  view.element.focus({ preventScroll: true });
  const isStart = side === "start";
  selection.set(isStart ? to : from, isStart ? from : to);
  say(isStart ? t("Arrows move the start. Enter saves, Escape cancels.") : t("Arrows move the end. Enter saves, Escape cancels."));
}

export async function endResize(isSaved) {
  const coding = selection.edge;
  const words = selectedWords();
  const caret = selection.get()?.to;
  selection.edge = null;
  if (caret) selection.set(caret);
  const isMoved = coding && words && (words.start !== coding.start || words.end !== coding.end);
  if (!isSaved || !isMoved) return say(t("The coding stays as it was."));
  const { document: _, ...change } = words;
  putCoding({ ...coding, ...change, state: "sure", pending: true });
  say(t("{code} on “{words}”. {key} takes it back.", named(coding.code, words.quote)));
  await sendCoding("PATCH", coding.id, change, () => putCoding(coding));
}

export async function decide(verdict, span = spanFor("automatic")) {
  if (!span?.automatic) return say(t("There is no automatic coding in this passage."));
  const { document, passage, code, verdicts } = span.automatic;
  const decision = { passage, code, coder: session.me.get() };
  putDecision({ ...decision, verdict });
  const name = { code: codeName(code) };
  say(verdict === "accepted" ? t("Accepted: {code}", name) : t("Rejected: {code}", name));
  try {
    const { codings = [], gone = [] } = await outbox.send("PUT", "/decisions", { document, passage, code, verdict });
    if (document !== reading.id) return;
    gone.forEach(dropCoding);
    codings.forEach(putCoding);
  } catch {
    putDecision({ ...decision, verdict: verdicts[decision.coder] ?? null });
  }
}

/** Lets the user write a memo about a coding, or about the document: the given one, else the coder's first. An empty one goes. */
export async function writeMemo(span = spanFor("own", "other"), memo = null) {
  const coder = session.me.get();
  const before = memo ?? memosOf(span).find((one) => one.coder === coder);
  const title = span ? t("Memo on {code}", { code: codeName(span.code) }) : t("Memo on the document");
  const field = el("textarea", { rows: "7", dir: "auto", value: before?.text ?? "", "aria-label": title, autofocus: true });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) field.form?.requestSubmit();
  });
  const isGiven = await confirmed(title, field, t("Save (Ctrl-Enter)"));
  selection.restore();
  const text = field.value.trim();
  if (!isGiven || (!text && !before)) return;
  const id = before?.id ?? newID();
  const about = span?.coding ? { target: "coding", subject: span.coding.id } : { target: "document", subject: reading.id };
  putMemo(id, text && { id, ...about, coder, text, at: new Date().toISOString() });
  await whileWriting(id, () => putMemo(id, before), async () => {
    await (text ? outbox.send("PUT", `/memos/${id}`, { ...about, text }) : outbox.send("DELETE", `/memos/${id}`));
    say(t("The memo is saved."));
  });
}

function putMemo(id, memo) {
  if (memo) reading.memos.set(id, memo);
  else reading.memos.delete(id);
  changed();
}
