// @ts-check
import { debounced, el, framed, go, keep, kept, replace, session, t } from "../core/index.js";
import { codePane } from "./code-tree.js";
import { codeAgain, selectedWords } from "./coding.js";
import { addReadCommands } from "./commands.js";
import { currentRow, documentPane, drawDocuments, isDone, sorted } from "./document-list.js";
import { drawHighlights, findBar, resetFind } from "./find.js";
import { herePane } from "./here-pane.js";
import { checkChosen } from "./here.js";
import { select } from "./moves.js";
import { drawers, selectionBar, toggleDrawer } from "./pins.js";
import { caret, changes, openDocument, reading, selection, view } from "./reading.js";

addReadCommands();

const head = el("div", { class: "document-head" });
export const screen = { id: "read", name: t("Read"), key: "1", show };

async function show(root, params) {
  const { id, at } = params;
  if (!root.firstChild) build(root);
  if (!id) {
    const [first] = sorted();
    const last = session.documents.get().find((row) => row.id === kept(placeName(""), "")) ?? first;
    return last ? go("read", { id: last.id }) : replace(head, el("p", {}, t("The study has no documents yet.")));
  }
  const isNew = id !== reading.id;
  if (isNew) await open(id);
  if (at) showWords(at);
  else if (isNew) showLastPlace(id);
}

function build(root) {
  const text = el("div", { class: "paper" }, head, findBar, el("div", { class: "text-frame" }, view.element, caret.element));
  const left = el("div", { class: "left" }, codePane, documentPane);
  root.append(left, text, herePane, el("div", { class: "bottom" }, selectionBar, drawers));
  document.addEventListener("selectionchange", framed(onSelection));
  document.addEventListener("focusin", () => {
    drawHighlights();
    caret.draw();
  });
  changes.subscribe(drawHighlights);
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
  await opening;
  keep(placeName(""), id);
  drawHead();
}

function drawHead() {
  const { document } = view;
  if (!document) return;
  const { title, id, author, year, variables, passages } = document;
  const row = currentRow();
  const left = row ? Math.max(0, row.toCode - row.coded) : 0;
  const state = row && isDone(row) ? t("done") : t("{n} passage{s} not coded", { n: left });
  const about = [author, year, ...Object.entries(variables).map(([name, value]) => `${name}: ${value}`), state];
  // A text that begins with its title shows it only once.
  const heading = el("h1", { dir: "auto", class: passages[0]?.kind === "title" ? "visually-hidden" : null }, title || id);
  replace(head, heading, el("p", {}, about.filter(Boolean).join(" · ")));
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
  if (reading.id && view.element.offsetParent !== null) keep(placeName(reading.id), caret.firstVisible());
}

function onSelection() {
  selection.read();
  checkChosen();
  caret.draw();
  selectionBar.hidden = selectedWords() === null;
}

/** Draws again after a drag, and codes the words if the brush is on. */
function onPointerEnd(event) {
  if (!view.isFrozen) return;
  view.isFrozen = false;
  view.schedule();
  const isBrush = document.documentElement.classList.contains("brush") && event.type === "pointerup";
  if (isBrush) setTimeout(() => selectedWords() && void codeAgain());
}

/** Chooses the coding whose lane is clicked. */
function onClick({ target }) {
  const span = view.spans.byKey.get(target.closest(".lanes [data-key]")?.dataset.key);
  if (!span) return;
  selection.set(view.list.place(span.start));
  view.choose(span.key);
}
