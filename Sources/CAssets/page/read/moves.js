// @ts-check
import { addActions, say, t } from "../core/index.js";
import { caret, order, selection, view } from "./reading.js";

const apart = ["title", "heading", "reference", "acknowledgement"];

function stepPassage(step) {
  const here = selection.get();
  toPassage(here ? here.from.passage + step : caret.firstVisible());
}

/** Moves the caret to a passage, which takes the focus, so that screen readers read it. */
function toPassage(passage) {
  const block = view.blocks[passage];
  if (!block) return say(t("There are no more passages."));
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  caret.move({ passage, unit: 0 });
}

function nextUncoded() {
  const here = selection.get();
  const isUncoded = ({ kind }, passage) =>
    passage > (here?.to.passage ?? -1) && !apart.includes(kind) && !view.spans.at(passage).some((span) => span.kind === "own");
  const passage = view.list.passages.findIndex(isUncoded);
  if (passage >= 0) toPassage(passage);
  else say(t("There is no uncoded passage below. D marks the document as done."));
}

/** Selects the sentence or the passage at the caret. Again, it takes the next one too. */
function selectUnit(unit) {
  const place = { passage: caret.firstVisible(), unit: 0 };
  const { from, to, isEmpty } = selection.get() ?? { from: place, to: place, isEmpty: true };
  const first = unit(from);
  const last = isEmpty ? first : unit({ ...to, unit: Math.max(0, to.unit - 1) });
  const isAgain = !isEmpty && order(from, first.from) === 0 && order(to, last.to) === 0;
  select(first.from, isAgain ? unit(after(to)).to : last.to);
}

const passageAt = ({ passage }) => ({ from: { passage, unit: 0 }, to: view.list.endOf(passage) });

export function select(from, to = from) {
  if (!view.element.contains(document.activeElement)) view.element.focus({ preventScroll: true });
  caret.move(to, from);
}

/** Returns the place of the next words, in this passage or the next one. */
function after({ passage, unit }) {
  const rest = view.list.texts[passage].slice(unit);
  const spaces = rest.length - rest.trimStart().length;
  if (spaces < rest.length || passage === view.blocks.length - 1) return { passage, unit: unit + spaces };
  return { passage: passage + 1, unit: 0 };
}

addActions("read", [
  ["sentence", t("Select the sentence"), "s", () => selectUnit((place) => view.list.sentence(place))],
  ["passage", t("Select the passage"), "p", () => selectUnit(passageAt)],
  ["next", t("Next passage"), "j", () => stepPassage(1)],
  ["previous", t("Previous passage"), "k", () => stepPassage(-1)],
  ["uncoded", t("Next uncoded passage"), "u", nextUncoded],
]);
