// @ts-check
import { reading, selection, view } from "./reading.js";

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
