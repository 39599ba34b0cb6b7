// @ts-check
import { reading, selection, view } from "./reading.js";

/** @typedef {import("./spans.js").Span} Span */

/**
 * Returns the codings at the caret or in the selection, the shortest first. Automatic ones concern their passage, so
 * those whose evidence is elsewhere in it come last.
 * @returns {Span[]}
 */
export function spansHere() {
    const selected = selection.get();
    if (!selected) return [];
    const [start, end] = [view.list.scalar(selected.from), view.list.scalar(selected.to)];
    /** @param {Span} span */
    const isHere = (span) => span.pieces.some(([from, to]) => from <= end && start <= to);
    /** @type {Set<Span>} */
    const found = new Set();
    for (let passage = selected.from.passage; passage <= selected.to.passage; passage += 1) {
        for (const span of view.spans.at(passage)) if (span.kind === "automatic" || isHere(span)) found.add(span);
    }
    const length = (/** @type {Span} */ span) => span.end - span.start + (isHere(span) ? 0 : 1e9);
    return [...found].sort((a, b) => length(a) - length(b));
}

/**
 * Returns the coding that an action refers to: the chosen one if it is here and of a fitting kind, else the shortest.
 * @param {Span["kind"][]} kinds
 * @returns {Span | null}
 */
export function spanFor(...kinds) {
    const fitting = spansHere().filter((span) => kinds.includes(span.kind));
    return fitting.find((span) => span.key === view.chosen) ?? fitting[0] ?? null;
}

/** Chooses the next coding here, or the next one in the text if there is none here. */
export function chooseNext() {
    const here = spansHere();
    const index = here.findIndex((span) => span.key === view.chosen);
    const next = here.length > 0 ? here[(index + 1) % here.length] : nextAfterCaret();
    if (next) view.choose(next.key);
    return next;
}

/** Returns the first coding that starts after the caret. */
function nextAfterCaret() {
    const caret = selection.get();
    const from = caret ? caret.to.passage : 0;
    const scalar = caret ? view.list.scalar(caret.to) : -1;
    for (let passage = from; passage < view.blocks.length; passage += 1) {
        const [first] = view.spans.at(passage).filter((span) => span.start > scalar).sort((a, b) => a.start - b.start);
        if (first) return first;
    }
    return null;
}

/** Forgets the chosen coding when the caret leaves it. */
export function checkChosen() {
    if (view.chosen !== null && !spansHere().some((span) => span.key === view.chosen)) view.choose(null);
}

/**
 * Returns the memos of a coding, or those of the document.
 * @param {Span | null} span
 */
export function memosOf(span) {
    return [...reading.memos.values()].filter((memo) =>
        span ? memo.target === "coding" && memo.subject === span.coding?.id : memo.target === "document" && memo.subject === reading.id,
    );
}
