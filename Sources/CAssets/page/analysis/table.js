// @ts-check
import { bdi, button, cluster, codeLabel, div, el, items, language, note, p, replace, say, scrollBox, t } from "./kit.js";

const rowLimit = 200;

/** Returns a table of the server with its notes and the command that prints it. */
/** @type {(table: Table, act: CellAction) => Child} */
export function statistic(table, act) {
  const { command, rows, notes } = table;
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    say(`${t("Copy")}: ${t("done")}`);
  };
  return [
    p("cluster command", el("code", { dir: "ltr" }, command), button(t("Copy"), copy)),
    rows.length > 0 ? tableView(table, act) : note(t("Nothing found")),
    items("notes", notes),
  ];
}

/**
 * Returns a table that can be sorted by its headers. `act` returns the place to which a cell is a link, or its work as a button,
 * or null. The cells have one tab stop, and arrows move between them.
 * @type {(table: Pick<Table, "title" | "rows" | "columns">, act: CellAction) => HTMLElement}
 */
export function tableView({ title, rows, columns }, act) {
  const areNumbers = columns.map((_, index) => rows.some(({ cells }) => typeof cells[index] === "number"));
  /** @type {any} */
  let order = null;
  const body = el("tbody", { onkeydown: moveInTable, onfocusin: markCell });
  const heads = columns.map(({ definition, label }, index) => {
    const sort = button(label, () => sortBy(index), { class: "quiet" });
    return el("th", { scope: "col", title: definition, class: areNumbers[index] && "number" }, sort);
  });
  const all = button(`${t("Show all")} (${rows.length})`, () => {
    all.hidden = true;
    draw();
  });
  all.hidden = rows.length <= rowLimit;

  /** Numbers are sorted downwards first; a third time restores the order of the server. */
  const sortBy = (index) => {
    const isDown = areNumbers[index];
    if (order?.index !== index) order = { index, isDown };
    else order = order.isDown === isDown ? { index, isDown: !isDown } : null;
    draw();
  };
  const draw = () => {
    const shown = (order ? sorted(rows, order) : rows).slice(0, all.hidden ? undefined : rowLimit);
    replace(body, shown.map((row) => rowView(columns, row, order === null, act)));
    for (const [index, head] of heads.entries()) {
      head.ariaSort = order?.index !== index ? null : order.isDown ? "descending" : "ascending";
    }
    body.querySelector("a, button")?.setAttribute("tabindex", "0");
  };
  draw();
  const grid = el("table", { class: "numbers" }, el("caption", {}, title), el("thead", {}, el("tr", {}, heads)), body);
  return div("", scrollBox(title, grid), all);
}

function rowView(columns, { cells, texts, about, depth }, isIndented, act) {
  const named = { name: [about.code], name_a: [about.code_a], name_b: [about.code_b], names: about.codes };
  return el("tr", {}, columns.map((column, index) => {
    const isNumber = typeof cells[index] === "number";
    const codes = (named[column.name] ?? []).filter(Boolean);
    const content = codes.length > 0 ? codes.map((path) => [codeLabel(path), " "]) : bdi(texts[index]);
    const action = codes.length > 0 || isNumber || index === 0 ? act(about, column) : null;
    const attributes = { class: isNumber && "number", ...(index === 0 && { scope: "row", "--depth": isIndented ? depth : 0 }) };
    return el(index === 0 ? "th" : "td", attributes, cell(action, content));
  }));
}

function cell(action, content) {
  if (!action) return content;
  if (typeof action === "string") return el("a", { href: action, tabindex: "-1" }, content);
  return button(content, action, { class: "quiet", tabindex: "-1" });
}

/** Returns the rows in the order of a column; rows without a value come last. */
function sorted(rows, { index, isDown }) {
  const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), language));
  return [...rows].sort(({ cells: { [index]: a } }, { cells: { [index]: b } }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return isDown ? compare(b, a) : compare(a, b);
  });
}

const linksOf = (cells) => [...cells].map((one) => one?.querySelector("a, button")).filter(Boolean);

function markCell({ target, currentTarget }) {
  for (const link of linksOf(currentTarget.querySelectorAll("th, td"))) link.tabIndex = link === target ? 0 : -1;
}

/** Moves the focus to the nearest link in the direction of the key, or to the first or last one of the row. */
function moveInTable(event) {
  const place = event.target.closest("td, th");
  if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
  const { parentElement: row, cellIndex } = place;
  const isRTL = getComputedStyle(row).direction === "rtl";
  const column = [...row.parentElement.rows].map(({ cells }) => cells[cellIndex]);
  const [before, after] = isRTL ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  const links = linksOf(["ArrowUp", "ArrowDown"].includes(event.key) ? column : row.cells);
  const here = links.indexOf(event.target);
  const next = { ArrowUp: here - 1, ArrowDown: here + 1, [before]: here - 1, [after]: here + 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  (event.key === "End" ? links.at(-1) : links[next])?.focus();
}
