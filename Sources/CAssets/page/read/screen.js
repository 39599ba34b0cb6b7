// @ts-check
import {
  addActions, codeName, debounced, div, el, framed, go, keep, kept, lastCode, p, replace, say, session, t,
} from "../core/index.js";
import { codePane } from "./code-tree.js";
import { codeAgain, selectedWords } from "./coding.js";
import { currentRow, documentPane, drawDocuments, showCurrent, sorted, stateOf } from "./document-list.js";
import { drawHighlights, findBar, resetFind } from "./find.js";
import { herePane } from "./here-pane.js";
import { checkChosen, endResize } from "./here.js";
import { select } from "./moves.js";
import { drawers, selectionBar, toggleDrawer } from "./pins.js";
import { caret, openDocument, reading, selection, view } from "./reading.js";

const head = div("document-head");
const modes = document.documentElement.classList;
export const screen = { id: "read", name: t("Read"), show };

async function show(root, params) {
  const { id, at } = params;
  if (!root.firstChild) build(root);
  if (!id) {
    const [first] = sorted();
    const last = session.documents.get().find((row) => row.id === kept(placeName(""), "")) ?? first;
    return last ? go("read", { id: last.id }) : replace(head, p("", t("The study has no documents yet.")));
  }
  const isNew = id !== reading.id;
  if (isNew) await open(id);
  if (at) showWords(at);
  else if (isNew) showLastPlace(id);
}

function build(root) {
  const text = div("paper", head, findBar, div("text-frame", view.element, caret.element));
  root.append(div("left", codePane, documentPane), text, herePane, div("bottom", selectionBar, drawers));
  document.addEventListener("selectionchange", framed(onSelection));
  document.addEventListener("focusin", () => {
    drawHighlights();
    caret.draw();
  });
  session.documents.subscribe(drawHead);
  window.addEventListener("scroll", debounced(keepPlace, 500), { passive: true });
  view.element.addEventListener("pointerdown", () => {
    toggleDrawer();
    view.isFrozen = true;
  });
  for (const end of ["pointerup", "pointercancel", "blur"]) window.addEventListener(end, onPointerEnd);
  view.element.addEventListener("click", onClick);
}

async function open(id) {
  resetFind();
  const opening = openDocument(id);
  drawDocuments();
  showCurrent();
  await opening;
  keep(placeName(""), id);
  drawHead();
}

function drawHead() {
  const { document } = view;
  if (!document) return;
  const { title, id, author, year, variables, passages } = document;
  const row = currentRow();
  const known = Object.entries(variables).map(([name, value]) => `${name}: ${value}`);
  const about = [author, year, ...known, row && stateOf(row)];
  // A text that begins with its title shows it only once.
  const heading = el("h1", { dir: "auto", class: passages[0]?.kind === "title" ? "visually-hidden" : null }, title || id);
  replace(head, heading, p("", about.filter(Boolean).join(" · ")));
}

/** Selects and shows words such as `10-20`, in scalars. */
function showWords(at) {
  const [start, end = start] = at.split("-").map(Number).filter(Number.isFinite);
  if (start !== undefined) select(view.list.place(start), view.list.place(end));
}

function showLastPlace(id) {
  const passage = Math.min(kept(placeName(id), 0), view.blocks.length - 1);
  view.element.focus({ preventScroll: true });
  if (passage > 0) return caret.move({ passage, unit: 0 });
  window.scrollTo(0, 0);
  if (passage === 0) selection.set({ passage, unit: 0 });
}

const placeName = (document) => `place ${session.study.get().commandName} ${document}`;

function keepPlace() {
  if (view.document && view.element.offsetParent !== null) keep(placeName(view.document.id), caret.firstVisible());
}

function onSelection() {
  selection.read();
  checkChosen();
  caret.draw();
  selectionBar.hidden = selectedWords() === null;
}

function onPointerEnd({ type }) {
  if (!view.isFrozen) return;
  view.isFrozen = false;
  view.schedule();
  if (modes.contains("brush") && type === "pointerup") setTimeout(() => selectedWords() && void codeAgain());
}

function onClick({ target }) {
  const span = view.spans.byKey.get(target.closest(".lanes [data-key]")?.dataset.key);
  if (!span) return;
  selection.set(view.list.place(span.start));
  view.choose(span.key);
}

function toggleBrush() {
  const isOn = modes.toggle("brush");
  const code = codeName(lastCode() ?? t("a code that you choose"));
  say(isOn ? t("The brush is on: each selection is coded with {code}.", { code }) : t("The brush is off."));
}

const toggleMarks = () => say(modes.toggle("hide-marks") ? t("The marks are hidden.") : t("The marks are shown."));

function cancel() {
  if (selection.edge) return endResize(false);
  const here = selection.get();
  if (here) selection.set(here.from);
  view.choose("");
  toggleDrawer();
}

addActions("read", [
  ["cancel", t("Cancel"), "Escape", cancel],
  ["brush", t("Brush: each selection takes the code used last"), "b", toggleBrush],
  ["hide", t("Hide or show the marks"), "h", toggleMarks],
]);
