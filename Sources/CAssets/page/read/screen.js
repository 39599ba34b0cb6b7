// @ts-check
import { debounced, el, framed, go, keep, kept, plural, replace, session, t } from "../core/index.js";
import { codePane } from "./code-tree.js";
import { codeAgain, selectedWords } from "./coding.js";
import { addReadCommands } from "./commands.js";
import { currentRow, documentPane, drawDocuments, isDone, sorted } from "./document-list.js";
import { drawHighlights, findBar, resetFind } from "./find.js";
import { herePane } from "./here-pane.js";
import { checkChosen } from "./here.js";
import { select } from "./moves.js";
import { drawers, selectionBar, toggleDrawer, updateBar } from "./pins.js";
import { caret, changes, openDocument, reading, selection, view } from "./reading.js";

addReadCommands();

const head = el("div", { class: "document-head" });

/** @type {PageScreen} */
export const screen = {
  id: "read",
  name: t("Read"),
  key: "1",
  async show(root, params) {
    if (root.childElementCount === 0) build(root);
    const rows = sorted();
    const last = kept(placeName(""), "");
    const id = params.id ?? (rows.find((row) => row.id === last) ?? rows[0])?.id;
    if (!id) return replace(head, el("p", {}, t("The study has no documents yet.")));
    if (!params.id) return go("read", { id });
    const isNew = id !== reading.id;
    if (isNew) await open(id);
    if (params.at) showWords(params.at);
    else if (isNew) showLastPlace(id);
  },
};

function build(root) {
  const text = el("div", { class: "paper" }, head, findBar(), el("div", { class: "text-frame" }, view.element, caret.element));
  const left = el("div", { class: "left" }, codePane(), documentPane());
  root.append(left, text, herePane(), el("div", { class: "bottom" }, selectionBar(), drawers()));
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
  const state = row && isDone(row) ? t("done") : plural(left, "{n} passage not coded", "{n} passages not coded");
  const about = [author, year, ...Object.entries(variables).map(([name, value]) => `${name}: ${value}`), state];
  replace(
    head,
    // A text that begins with its title shows it only once.
    el("h1", { dir: "auto", class: passages[0]?.kind === "title" ? "visually-hidden" : null }, title || id),
    el("p", {}, about.filter(Boolean).join(" · ")),
  );
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
  updateBar();
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
  const lane = target.closest(".lanes [data-key]");
  const span = view.spans.byKey.get(lane?.dataset.key);
  if (!span) return;
  selection.set(view.list.place(span.start));
  view.choose(span.key);
}
