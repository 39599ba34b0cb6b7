// @ts-check
import { session } from "../core/session.js";
import { say } from "../core/status.js";
import { t } from "../core/words.js";
import { order } from "./passages.js";
import { caret, selection, view } from "./reading.js";

/** @typedef {import("./passages.js").Place} Place */

/** Kinds of passages that are not there to be coded. */
const apart = new Set(["title", "heading", "reference", "acknowledgement"]);

/**
 * Moves the caret to the start of the next or previous passage. The passage takes the focus, so that screen readers
 * read it.
 * @param {1 | -1} step
 */
export function stepPassage(step) {
    const here = selection.get();
    toPassage(here ? here.from.passage + step : caret.firstVisible());
}

/** @param {number} passage */
export function toPassage(passage) {
    const block = view.blocks[passage];
    if (!block) return say(step(passage));
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    caret.move({ passage, unit: 0 });
}

/** @param {number} passage */
function step(passage) {
    return passage < 0 ? t("This is the first passage.") : t("This is the last passage.");
}

/** Moves the caret to the next passage that the coder has not coded. */
export function nextUncoded() {
    const here = selection.get();
    for (let passage = here ? here.to.passage + 1 : 0; passage < view.blocks.length; passage += 1) {
        const isCoded = view.spans.at(passage).some((span) => span.kind === "own");
        if (!isCoded && !apart.has(view.list.passages[passage].kind)) return toPassage(passage);
    }
    const row = session.documents.get().find((one) => one.id === view.document?.id);
    say(row?.done.includes(session.me.get()) ? t("There is no uncoded passage below.") : t("There is no uncoded passage below. D marks the document as done."));
}

/** Selects the sentence at the caret. Again, it takes the next sentence of the passage too. */
export function selectSentence() {
    const here = selection.get() ?? placeAtWindow();
    const { from } = view.list.sentence(here.from);
    const { to } = view.list.sentence(here.isEmpty ? here.from : before(here.to));
    const isWhole = !here.isEmpty && same(from, here.from) && same(to, here.to);
    select(from, isWhole ? view.list.sentence(after(to)).to : to);
}

/** Selects the passage at the caret. Again, it takes the next passage too. */
export function selectPassage() {
    const here = selection.get() ?? placeAtWindow();
    const from = { passage: here.from.passage, unit: 0 };
    const end = endOf(here.to.passage);
    const isWhole = !here.isEmpty && same(here.from, from) && same(here.to, end);
    select(from, isWhole ? endOf(Math.min(here.to.passage + 1, view.blocks.length - 1)) : end);
}

/**
 * Selects the words and shows their end.
 * @param {Place} from
 * @param {Place} to
 */
export function select(from, to) {
    if (!view.element.contains(document.activeElement)) view.element.focus({ preventScroll: true });
    selection.set(from, to);
    caret.reveal();
}

function placeAtWindow() {
    const place = { passage: caret.firstVisible(), unit: 0 };
    return { from: place, to: place, isEmpty: true, isBackward: false };
}

/** @param {Place} place */
function before({ passage, unit }) {
    return { passage, unit: Math.max(0, unit - 1) };
}

/**
 * Returns the place of the next words, in this passage or the next one.
 * @param {Place} place
 */
function after({ passage, unit }) {
    const rest = view.list.texts[passage].slice(unit);
    const spaces = rest.length - rest.trimStart().length;
    if (spaces < rest.length || passage === view.blocks.length - 1) return { passage, unit: unit + spaces };
    return { passage: passage + 1, unit: 0 };
}

/** @param {number} passage */
function endOf(passage) {
    return { passage, unit: view.list.texts[passage].length };
}

/** @param {Place} a @param {Place} b */
function same(a, b) {
    return order(a, b) === 0;
}
