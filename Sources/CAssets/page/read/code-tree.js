// @ts-check
import { codeColor, el, fit, keep, kept, keyOf, newCode, replace, session, t } from "../core/index.js";
import { codeSelection, wordsToCode } from "./coding.js";
import { digits, pin, pinChanges, pins } from "./pins.js";

/** The paths of the codes whose codes below are hidden. */
/** @type {Set<string>} */
const closed = new Set(kept("closed-codes", []));
const field = el("input", { type: "search", placeholder: t("Find a code"), "aria-label": t("Find a code"), autocomplete: "off" });
const tree = el("ul", { role: "tree", class: "codes", "aria-label": t("Codes") });
let focused = "";

/** Returns the pane of the codes: a field that finds, and the tree. A click or Enter codes the selected words. */
export function codePane() {
  field.addEventListener("input", draw);
  field.addEventListener("keydown", (event) => {
    const [first] = items();
    if (event.key === "Enter" && first) void codeSelection(first.dataset.path);
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    focusOn(first);
  });
  tree.addEventListener("keydown", onKey);
  // The selected words must stay selected when a code is clicked.
  tree.addEventListener("pointerdown", (event) => event.pointerType === "mouse" && event.preventDefault());
  tree.addEventListener("mousedown", (event) => event.preventDefault());
  tree.addEventListener("click", onClick);
  session.codebook.subscribe(draw);
  pinChanges.subscribe(draw);
  draw();
  return el("section", { class: "pane codes-pane", "aria-label": t("Codes") }, el("h2", {}, t("Codes")), field, tree);
}

export function findCode() {
  field.focus();
  field.select();
}

function draw() {
  const query = field.value.trim();
  const digitOf = new Map(Object.entries(pins()).map(([digit, path]) => [path, digit]));
  const { codes } = session.codebook.get();
  const isBelowClosed = ({ path }) => [...closed].some((above) => path.startsWith(`${above}/`));
  const shown = codes.filter((code) => (query ? fit(query, [code.id, code.name]) > 0 : !isBelowClosed(code)));
  const parents = new Set(codes.map(({ parent }) => parent));
  if (!shown.some(({ path }) => path === focused)) focused = shown[0]?.path ?? "";
  const hadFocus = tree.contains(document.activeElement);
  replace(tree, shown.map((code) => item(code, digitOf.get(code.path), parents.has(code.path) && !query)));
  if (query && shown.length === 0) tree.append(el("li", { role: "none" }, newButton(query)));
  if (hadFocus) focusOn(items().find(({ dataset }) => dataset.path === focused));
}

function newButton(name) {
  const add = async () => {
    const words = wordsToCode();
    const created = await newCode(name);
    field.value = "";
    draw();
    if (created && words) await codeSelection(created.path, words);
  };
  return el("button", { onclick: add }, t("New “{name}” at the top", { name }));
}

function item({ path, id, name, definition, codable, codings }, digit, hasChildren) {
  const depth = path.split("/").length - 1;
  const attributes = {
    role: "treeitem", "data-path": path, tabindex: path === focused ? 0 : -1, "aria-level": depth + 1,
    "aria-expanded": hasChildren ? !closed.has(path) : null, title: definition, class: codable ? null : "heading",
    "--depth": depth, "--code": codeColor(path),
  };
  return el(
    "li",
    attributes,
    el("span", { class: "twist", "aria-hidden": true }, hasChildren ? (closed.has(path) ? "▸" : "▾") : ""),
    digit ? el("kbd", {}, digit) : null,
    el("span", { class: "swatch" }),
    el("span", { class: "label", dir: "auto" }, name || id),
    el("span", { class: "count", title: t("codings by hand") }, codings),
  );
}

/** @returns {HTMLElement[]} */
const items = () => [...tree.querySelectorAll("[role=treeitem]")].map((one) => /** @type {HTMLElement} */ (one));

function focusOn(target) {
  if (!target) return;
  focused = target.dataset.path;
  for (const one of items()) one.tabIndex = one === target ? 0 : -1;
  target.focus();
}

function onClick({ target }) {
  const path = target.closest("[role=treeitem]")?.dataset.path;
  if (path && target.matches(".twist")) toggle(path);
  else if (path) void codeSelection(path);
}

function toggle(path) {
  if (!closed.delete(path)) closed.add(path);
  keep("closed-codes", [...closed]);
  draw();
}

function onKey(event) {
  const all = items();
  const index = all.findIndex(({ dataset }) => dataset.path === focused);
  const current = all[index];
  const expanded = current?.getAttribute("aria-expanded");
  const key = keyOf(event);
  const above = () => all.slice(0, index).reverse().find((one) => Number(one.ariaLevel) < Number(current.ariaLevel));
  const steps = { ArrowDown: all[index + 1], ArrowUp: all[index - 1], Home: all[0], End: all[all.length - 1] };
  if (key in steps) focusOn(steps[key]);
  else if (key === "ArrowRight" && expanded === "false") toggle(focused);
  else if (key === "ArrowRight" && expanded === "true") focusOn(all[index + 1]);
  else if (key === "ArrowLeft" && expanded === "true") toggle(focused);
  else if (key === "ArrowLeft") focusOn(above());
  else if (key === "Enter" || key === "Space") void codeSelection(focused);
  else if (digits.includes(key)) pin(focused, key);
  else return;
  event.preventDefault();
}
