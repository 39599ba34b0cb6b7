// @ts-check
import { el, replace } from "./elements.js";
import { keyOf } from "./commands.js";
import { codeAt, codeColor, session } from "./session.js";
import { keep, kept, signal } from "./store.js";
import { t } from "./words.js";

/** The paths of the codes whose codes below are hidden, in all trees. */
const closed = signal(/** @type {string[]} */ (kept("closed-codes", [])));
closed.subscribe((paths) => keep("closed-codes", paths));
const isBelow = (path, above) => path.startsWith(`${above}/`);

// Returns a tree of the codes, which has one tab stop: arrows move, open and close. `filter` returns a test of the codes to
// show, or null to show those that are not below a closed one. `draw` returns attributes and content of a row. `onmove` gets
// the path that the user moves to, `onclick` that of a row and whether its arrow was hit, and `onkey` the events of other
// keys with the rows and the place among them; it returns false if they mean nothing.
export function codeTree({ name, filter = () => /** @type {any} */ (null), draw, onmove = (path) => {}, onclick, onkey }) {
  const element = el("ul", { role: "tree", class: name, "aria-label": t("Codes"), onkeydown: onKey, onclick: onClick });
  let current = "";
  const shown = () => {
    const isShown = filter() ?? (({ path }) => !closed.get().some((above) => isBelow(path, above)));
    return session.codebook.get().codes.filter(isShown);
  };
  const row = () => /** @type {HTMLElement | null} */ (element.querySelector("[tabindex='0']"));
  /** Returns whether the codes below are shown, or null if there are none. */
  const isOpen = ({ path }) => {
    const isParent = !filter() && session.codebook.get().codes.some(({ parent }) => parent === path);
    return isParent ? !closed.get().includes(path) : null;
  };
  const redraw = () => {
    const hadFocus = element.contains(document.activeElement);
    const rows = shown();
    if (!rows.some(({ path }) => path === current)) current = rows[0]?.path ?? "";
    replace(element, rows.map((code) => rowOf(code, rows)));
    if (hadFocus) row()?.focus({ preventScroll: true });
  };
  const rowOf = (code, rows) => {
    const { path, parent } = code;
    const siblings = rows.filter((one) => one.parent === parent);
    const level = path.split("/").length;
    const isCurrent = path === current;
    const { attributes, content } = draw(code, isCurrent);
    const place = {
      role: "treeitem", "data-path": path, tabindex: isCurrent ? 0 : -1, "--depth": level - 1, "--code": codeColor(path),
      "aria-level": level, "aria-setsize": siblings.length, "aria-posinset": siblings.indexOf(code) + 1, "aria-expanded": isOpen(code),
    };
    const arrow = { true: "▾", false: "▸" }[String(isOpen(code))] ?? "";
    return el("li", { ...place, ...attributes }, el("span", { class: "twist", "aria-hidden": true }, arrow), content);
  };
  const toggle = (path) => closed.set(isOpen({ path }) ? [...closed.get(), path] : closed.get().filter((one) => one !== path));
  const move = (path, withFocus = true) => {
    if (!codeAt(path)) return;
    current = path;
    closed.set(closed.get().filter((above) => !isBelow(path, above)));
    row()?.scrollIntoView({ block: "nearest" });
    if (withFocus) row()?.focus();
    onmove(path);
  };
  function onClick({ target }) {
    const path = target.closest("[role=treeitem]")?.dataset.path;
    if (!path) return;
    const isArrow = target.matches(".twist") && isOpen({ path }) !== null;
    if (isArrow) toggle(path);
    onclick(path, isArrow);
  }
  function onKey(event) {
    const rows = shown();
    const place = rows.findIndex(({ path }) => path === current);
    if (place < 0) return;
    const isRTL = getComputedStyle(element).direction === "rtl";
    const key = (isRTL && { ArrowRight: "ArrowLeft", ArrowLeft: "ArrowRight" }[keyOf(event)]) || keyOf(event);
    const open = isOpen(rows[place]);
    const to = { ArrowDown: rows[place + 1], ArrowUp: rows[place - 1], Home: rows[0], End: rows.at(-1) }[key];
    if (to) move(to.path);
    else if (key === "ArrowRight" && open) move(rows[place + 1].path);
    else if ((key === "ArrowRight" && open === false) || (key === "ArrowLeft" && open)) toggle(current);
    else if (key === "ArrowLeft") move(rows[place].parent);
    else if (key === "*") closed.set([]);
    else if (onkey(event, rows, place) === false) return;
    event.preventDefault();
  }
  closed.subscribe(redraw);
  session.codebook.subscribe(redraw);
  return { element, shown, move, redraw, focus: () => row()?.focus() };
}
