// @ts-check
import { el, fold, keep, kept, plural, replace, span, swatch, t } from "../analysis/kit.js";

const typingPause = 700;
const isBelow = (path, above) => path.startsWith(`${above}/`);

/**
 * Returns the tree of codes: one tab stop, arrows move, open and close, letters go to the next code that begins with them.
 * `onopen` is called for Enter, `onmove` when a code is dropped on another one.
 */
export function codeTree({ onselect, onopen, onmove }) {
  const tree = el("ul", { role: "tree", class: "tree", "aria-label": t("Codes"), onkeydown: onKey });
  /** @type {string[]} */
  let closed = kept("closed-codes", []);
  let codes = [];
  let selected = "";
  let typed = { letters: "", at: 0 };
  acceptDrops(tree, onmove);

  const visible = () => codes.filter(({ path }) => !closed.some((above) => isBelow(path, above)));
  const hasChildren = ({ path }) => codes.some(({ parent }) => parent === path);
  const item = () => /** @type {HTMLElement | null} */ (tree.querySelector("[aria-selected=true]"));
  const close = (now) => {
    closed = now;
    keep("closed-codes", closed);
    draw();
  };
  const toggle = (path) => close(closed.includes(path) ? closed.filter((one) => one !== path) : [...closed, path]);
  const select = (path, withFocus = true) => {
    if (!codes.some((code) => code.path === path)) return;
    const isNew = selected !== path;
    selected = path;
    closed = closed.filter((above) => !isBelow(path, above));
    draw();
    item()?.scrollIntoView({ block: "nearest" });
    if (withFocus) item()?.focus();
    if (isNew) onselect(path);
  };
  const draw = () => {
    const hadFocus = tree.contains(document.activeElement);
    replace(tree, visible().map(row));
    if (hadFocus) item()?.focus({ preventScroll: true });
  };
  const row = (code) => {
    const { path, name, id, parent } = code;
    const siblings = codes.filter((one) => one.parent === parent);
    const isOpen = hasChildren(code) ? !closed.includes(path) : null;
    const level = path.split("/").length;
    const isSelected = path === selected;
    const attributes = {
      role: "treeitem", "data-path": path, "--depth": level - 1, draggable: "true", tabindex: isSelected ? "0" : "-1",
      "aria-level": level, "aria-setsize": siblings.length, "aria-posinset": siblings.indexOf(code) + 1,
      "aria-expanded": isOpen, "aria-selected": isSelected, onclick: () => select(path),
    };
    const arrow = isOpen === null ? "" : isOpen ? "▾" : "▸";
    const twisty = el("span", { class: "twisty", "aria-hidden": "true", onclick: () => toggle(path) }, arrow);
    return el("li", attributes, twisty, swatch(path), el("bdi", { class: "name" }, name || id), span("counts", counts(code)));
  };
  function onKey(event) {
    const rows = visible();
    const place = rows.findIndex(({ path }) => path === selected);
    if (place < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isRTL = getComputedStyle(tree).direction === "rtl";
    const key = (isRTL && { ArrowRight: "ArrowLeft", ArrowLeft: "ArrowRight" }[event.key]) || event.key;
    const { path, parent } = rows[place];
    const isParent = hasChildren({ path });
    const isOpen = isParent && !closed.includes(path);
    const to = { ArrowDown: rows[place + 1], ArrowUp: rows[place - 1], Home: rows[0], End: rows.at(-1) }[key];
    if (to) select(to.path);
    else if (key === "ArrowRight" && isOpen) select(rows[place + 1].path);
    else if ((key === "ArrowRight" && isParent) || (key === "ArrowLeft" && isOpen)) toggle(path);
    else if (key === "ArrowLeft") select(parent);
    else if (key === "*") close([]);
    else if (key === "Enter") onopen();
    else if (/^[\p{L}\p{N}]$/u.test(key)) type(key, rows, place);
    else return;
    event.preventDefault();
  }
  /** Goes to the next code whose name begins with the letters that were typed quickly after another. */
  const type = (letter, rows, place) => {
    const now = Date.now();
    typed = { letters: (now - typed.at < typingPause ? typed.letters : "") + fold(letter), at: now };
    const from = place + (typed.letters.length === 1 ? 1 : 0);
    const found = [...rows.slice(from), ...rows].find(({ name, id }) => fold(name || id).startsWith(typed.letters));
    if (found) select(found.path);
  };

  return {
    element: tree,
    select,
    focus: () => item()?.focus(),
    update(now) {
      codes = now;
      draw();
    },
  };
}

function counts({ codings, automatic }) {
  const spoken = [plural(codings, "{n} by hand", "{n} by hand"), plural(automatic, "{n} automatic", "{n} automatic")];
  const count = (index, name, n) => el("span", { class: name, "aria-hidden": "true", title: spoken[index] }, n || "");
  return [count(0, null, codings), count(1, "automatic", automatic), span("visually-hidden", ` ${spoken.join(", ")}`)];
}

/**
 * Lets the user drag rows of a tree: onto another row, or below the last one to move to the top. The dialog of the
 * command Move does the same by keyboard.
 */
function acceptDrops(tree, onmove) {
  let dragged = "";
  const rowOf = ({ target }) => target.closest("[data-path]");
  const pathOf = (row) => row?.getAttribute("data-path") ?? null;
  const accepts = (under) => dragged !== "" && !`${under}/`.startsWith(`${dragged}/`);
  const mark = (row) => {
    for (const other of tree.querySelectorAll(".drop")) other.classList.remove("drop");
    row?.classList.add("drop");
    tree.classList.toggle("drop-top", dragged !== "" && row === null);
  };
  const listeners = {
    dragstart(event) {
      dragged = pathOf(rowOf(event)) ?? "";
      event.dataTransfer.setData("text/plain", dragged);
    },
    dragover(event) {
      const row = rowOf(event);
      if (!accepts(pathOf(row))) return;
      event.preventDefault();
      mark(row);
    },
    drop(event) {
      event.preventDefault();
      const under = pathOf(rowOf(event));
      if (accepts(under)) onmove(dragged, under);
    },
    dragend() {
      dragged = "";
      mark(null);
    },
    dragleave: ({ target }) => target === tree && mark(null),
  };
  for (const [name, listener] of Object.entries(listeners)) tree.addEventListener(name, listener);
}
