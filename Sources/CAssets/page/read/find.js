// @ts-check
import { addActions, api, debounced, div, el, fail, pathOf, quietButton, t } from "../core/index.js";
import { caret, changes, rangeOf, reading, selection, view } from "./reading.js";

/** CSS highlights leave the text nodes alone, and different ones may overlap. TypeScript 4.8 does not know them. */
const { Highlight, CSS } = /** @type {any} */ (globalThis);

let matches = [];
let current = 0;

const field = el("input", {
  type: "search", "aria-label": t("Find in the text"), placeholder: t("Find in the text"), autocomplete: "off",
  oninput: debounced(() => search().catch(fail), 150),
});
const count = el("span", { class: "count", role: "status" });
export const findBar = el(
  "div",
  { class: "find", role: "search", hidden: true, onkeydown: onKey },
  [field, count],
  quietButton("↑", () => step(-1), t("Previous match")),
  quietButton("↓", () => step(1), t("Next match")),
  quietButton("×", close, t("Close")),
);

function onKey(event) {
  if (event.key === "Escape") close();
  else if (event.key === "Enter" && event.target === field) step(event.shiftKey ? -1 : 1);
  else return;
  event.preventDefault();
}

function open() {
  findBar.hidden = false;
  field.focus();
  field.select();
}

function close() {
  resetFind();
  view.element.focus({ preventScroll: true });
  selection.restore();
}

export function resetFind() {
  findBar.hidden = true;
  matches = [];
  drawHighlights();
}

/** The server searches, so that the same letters match as in `--quote`. */
async function search() {
  const q = field.value;
  const answer = q.trim() === "" ? { matches: [] } : await api.get(pathOf(["search"], { q, document: reading.id, limit: 1000 }));
  if (q !== field.value) return;
  matches = answer.matches;
  const from = selection.get()?.from;
  const scalar = from ? view.list.scalar(from) : 0;
  current = matches.findIndex(({ start }) => start >= scalar) - 1;
  count.textContent = t("Found: {n}", { n: matches.length });
  drawHighlights();
  step(1);
}

function step(by) {
  if (matches.length === 0) return;
  current = (current + by + matches.length) % matches.length;
  count.textContent = t("{n} of {all}", { n: current + 1, all: matches.length });
  const { start, end } = matches[current];
  selection.places = { anchor: view.list.place(start), focus: view.list.place(end) };
  caret.reveal();
  drawHighlights();
}

/** "pending" are the selected words while the focus is elsewhere. */
export function drawHighlights() {
  if (!Highlight) return;
  const highlight = (name, ranges, priority = 0) =>
    CSS.highlights.set(name, Object.assign(new Highlight(...ranges), { priority }));
  const rangeOfMatch = ({ start, end }) => rangeOf(view.list.place(start), view.list.place(end));
  const selected = selection.get();
  const isElsewhere = selected && !selected.isEmpty && !view.element.contains(document.activeElement);
  highlight("found", matches.filter(({ start }) => view.near.has(view.list.passageAt(start))).map(rangeOfMatch));
  highlight("found-now", matches.slice(current, current + 1).map(rangeOfMatch), 1);
  highlight("pending", isElsewhere ? [rangeOf(selected.from, selected.to)] : []);
}

changes.subscribe(drawHighlights);
addActions("read", [["find", t("Find in the text"), "f", open]]);
