// @ts-check
import { el, replace } from "./elements.js";
import { keyOf } from "./commands.js";
import { codeAt, codeColor, session } from "./session.js";
import { keptSignal } from "./store.js";
import { t } from "./words.js";

const closed = keptSignal("closed-codes", []);
const isBelow = (path, above) => path.startsWith(`${above}/`);

/**
 * The tree has one tab stop: arrows move, open and close.
 * @param {TreeOptions} options
 */
export function codeTree({ name, filter = () => null, draw, onmove = () => {}, onclick, onkey }) {
  const element = el("ul", { role: "tree", class: name, "aria-label": t("Codes"), onkeydown: onKey, onclick: onClick });
  let current = "";
  const shown = () => {
    const isShown = filter() ?? (({ path }) => !closed.get().some((above) => isBelow(path, above)));
    return session.codebook.get().codes.filter(isShown);
  };
  /** @type {() => HTMLElement | null} */
  const row = () => element.querySelector("[tabindex='0']");
  /** Returns whether the codes below are shown, or null if there are none. */
  const isOpen = ({ path }) => {
    const isParent = !filter() && session.codebook.get().codes.some(({ parent }) => parent === path);
    return isParent ? !closed.get().includes(path) : null;
  };
  const redraw = () => {
    const hadFocus = element.contains(document.activeElement);
    const rows = shown();
    if (!rows.some(({ path }) => path === current)) current = rows[0]?.path ?? "";
    replace(element, rows.map(rowOf));
    if (hadFocus) row()?.focus({ preventScroll: true });
  };
  const rowOf = (code) => {
    const { path } = code;
    const depth = path.split("/").length - 1;
    const isCurrent = path === current;
    const { attributes, content } = draw(code, isCurrent);
    const place = {
      role: "treeitem", "data-path": path, tabindex: isCurrent ? 0 : -1, "--depth": depth, "--code": codeColor(path),
      "aria-level": depth + 1, "aria-expanded": isOpen(code),
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
    const key = keyOf(event);
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
