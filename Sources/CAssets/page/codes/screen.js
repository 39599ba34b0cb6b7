// @ts-check
import {
  addActions, button, codeAt, confirmed, currentRoute, div, el, fail, go, hint, keyHint, keyLabel, linkTo, note, pickCode,
  reloadCodebook, replace, runCommand, session, status, t, undoActions,
} from "../analysis/kit.js";
import { codeDetail } from "./detail.js";
import { addCode, mergeCode, moveCode, renameCode, retireCode, splitCode } from "./edits.js";
import { definitionOf } from "./steps.js";
import { codeTree } from "./tree.js";

let selected = "";
let drawn = "";
/** @type {ReturnType<typeof codeDetail> | null} */
let detail = null;
const changedNote = status("trouble");
const pane = el("div", { onkeydown: ({ key }) => key === "Escape" && tree.focus() });
const tree = codeTree({
  onselect: (path) => leave(path).catch(fail),
  onopen: () => detail?.focus(),
  onmove: (path, under) => follow(moveCode(/** @type {any} */ (codeAt(path)), { path: under })).catch(fail),
});
/** @type {() => any} */
const code = () => codeAt(selected);
const hasCode = () => code() !== undefined;
const firstCode = () => session.codebook.get().codes[0]?.path ?? "";

/** Steps on the codebook, which have buttons. Letters alone find codes in the tree, so the keys have Shift. */
/** @type {[id: string, name: string, keys: string, step: () => any, when?: () => boolean][]} */
const steps = [
  ["add", t("New code"), "Shift-n", () => addCode(code()?.parent ?? null)],
  ["add-below", t("Add below"), "Shift-b", () => addCode(selected), hasCode],
  ["rename", t("Rename"), "F2 Shift-r", () => renameCode(code()), hasCode],
  ["move", t("Move"), "Shift-m", () => moveCode(code()), hasCode],
  ["merge", t("Merge"), "Shift-g", () => mergeCode(code()), hasCode],
  ["split", t("Split"), "Shift-s", () => splitCode(code()), hasCode],
  ["retire", t("Retire"), "Delete", () => retireCode(code()), hasCode],
];
addActions("codes", steps.map(([id, name, keys, step, when]) => [id, name, keys, () => follow(step()), when]));
addActions("codes", [
  ["find", t("Find a code"), "/", () => follow(pickCode({ title: t("Find a code"), all: true }).then((picked) => picked?.path))],
  ["quotes", t("Show quotes"), "Shift-q", () => go("quotes", { code: selected }), hasCode],
  ["edit", t("Definition"), "Shift-e", () => detail?.focus(), hasCode],
  ["color", t("Colour"), "Shift-c", () => detail?.color.focus(), hasCode],
  ["indicators", t("Indicators"), "Shift-i", () => detail?.indicators.focus(), hasCode],
  ["suggest", t("Suggest indicators"), "Shift-w", () => detail?.suggest(), hasCode],
  ["tree", t("Codes"), "Shift-t", tree.focus],
  ...undoActions(reloadCodebook),
]);

export const screen = { id: "codes", name: t("Codes"), key: "2", show };

function show(root, params) {
  if (!root.firstChild) build(root);
  const { id } = params;
  tree.move(codeAt(id) ? id : selected || firstCode(), false);
  if (!root.contains(document.activeElement)) tree.focus();
}

function build(root) {
  const legend = el("p", { class: "hint legend", "aria-hidden": "true" }, t("by hand"), " ", el("em", {}, t("automatic")));
  const help = hint(t("Letters find a code, Enter edits it, Escape comes back. Drag a code to move it."));
  const buttons = steps.map(([id, name, keys]) => {
    const [key] = keys.split(" ");
    const shortcut = { "aria-keyshortcuts": key.replace("-", "+") };
    return button([name, " ", keyHint(keyLabel(key))], () => runCommand(`codes.${id}`), shortcut);
  });
  const bar = el("div", { class: "cluster steps", role: "group", "aria-label": t("Codes") }, buttons);
  const panes = div("two-panes", div("side", legend, tree.element, help), div("content", bar, changedNote, pane));
  root.append(el("h1", { class: "visually-hidden" }, t("Codes")), panes);
  tree.redraw();
  session.codebook.subscribe(() => {
    const hadFocus = tree.element.contains(document.activeElement);
    if (!hasCode()) select(nearest(selected));
    else if (definitionOf(code()) === drawn) detail?.update(code());
    else if (detail?.isChanged()) warn();
    else draw();
    if (hadFocus) tree.focus();
  });
}

/** Returns the code above one that is no longer there, or else the first. */
function nearest(path) {
  const above = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return above && !codeAt(above) ? nearest(above) : above || firstCode();
}

function warn() {
  const show = button(t("Discard mine"), draw);
  replace(changedNote, t("The codebook was changed in the meantime."), " ", t("The changes are not saved."), " ", show);
}

/** Shows another code, unless the user wants to go on with what is not saved. */
async function leave(path) {
  if (path === selected) return;
  const discards = () => confirmed(t("The changes are not saved."), null, t("Discard mine"), { isDanger: true });
  if (detail?.isChanged() && !(await discards())) tree.move(selected);
  else select(path);
}

function select(path) {
  selected = path;
  if (currentRoute().screen === "codes") history.replaceState(null, "", linkTo("codes", { id: path }));
  tree.move(path, false);
  draw();
}

/** Draws the pane of the selected code. The focus stays on the same field. */
function draw() {
  const controls = () => /** @type {NodeListOf<HTMLElement>} */ (pane.querySelectorAll("a, button, input, textarea"));
  const place = [...controls()].findIndex((control) => control === document.activeElement);
  detail = code() ? codeDetail(code()) : null;
  drawn = definitionOf(code());
  replace(changedNote);
  replace(pane, detail?.element ?? note(t("The codebook has no codes. Shift-N adds the first.")));
  controls()[place]?.focus();
}

async function follow(step) {
  const path = await step;
  if (path && codeAt(path)) tree.move(path);
}
