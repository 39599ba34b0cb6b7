// @ts-check
import { bdi, button, codeLabel, div, el, language, replace, scrollBox, t } from "./kit.js";

/**
 * A row is about a code, the two of a pair, those of a combination, or a document. Its `texts` are its cells as people
 * read them.
 * @typedef {{code?: string, code_a?: string, code_b?: string, codes?: string[], document?: string}} About
 * @typedef {{name: string, label: string, definition: string | null}} Column
 * @typedef {{title: string, columns: Column[], notes: string[], command: string,
 *   rows: {cells: any[], texts: string[], about: About, depth: number}[]}} Table
 */

const rowLimit = 200;

/**
 * Returns a table that can be sorted by its headers. Its cells about codes are links, to where `link` says; they have one
 * tab stop, and arrows move between them.
 * @param {Table} table
 * @param {(about: About, column: Column) => string | null} link
 */
export function tableView({ title, rows, columns }, link) {
  const areNumbers = columns.map((_, index) => rows.some(({ cells }) => typeof cells[index] === "number"));
  /** @type {any} */
  let order = null;
  let isWhole = rows.length <= rowLimit + 20;
  const body = el("tbody", { onkeydown: moveInTable, onfocusin: markCell });
  const heads = columns.map(({ definition, label }, index) => {
    const sort = button(label, () => sortBy(index), { class: "quiet" });
    return el("th", { scope: "col", title: definition, class: areNumbers[index] && "number" }, sort);
  });
  const all = button(t("Show all {n} rows", { n: rows.length }), () => draw((isWhole = true)));

  /** Numbers are sorted downwards first; a third time restores the order of the server. */
  const sortBy = (index) => {
    const isDown = areNumbers[index];
    if (order?.index !== index) order = { index, isDown };
    else order = order.isDown === isDown ? { index, isDown: !isDown } : null;
    draw(isWhole);
  };
  const draw = (isAll) => {
    const drawn = order ? sorted(rows, order) : rows;
    all.hidden = isAll;
    replace(body, drawn.slice(0, isAll ? undefined : rowLimit).map((row) => rowView(columns, row, order === null, link)));
    for (const [index, head] of heads.entries()) {
      head.ariaSort = order?.index !== index ? null : order.isDown ? "descending" : "ascending";
    }
    body.querySelector("a")?.setAttribute("tabindex", "0");
  };
  draw(isWhole);
  const grid = el("table", { class: "numbers" }, el("caption", {}, title), el("thead", {}, el("tr", {}, heads)), body);
  return div("", scrollBox(title, grid), all);
}

function rowView(columns, { cells, texts, about, depth }, isIndented, link) {
  const named = { name: [about.code], name_a: [about.code_a], name_b: [about.code_b], names: about.codes };
  return el("tr", {}, columns.map((column, index) => {
    const isNumber = typeof cells[index] === "number";
    const codes = (named[column.name] ?? []).filter(Boolean);
    const content = codes.length > 0 ? codes.map((path) => [codeLabel(path), " "]) : bdi(texts[index]);
    const href = (codes.length > 0 || isNumber || index === 0) && link(about, column);
    const inner = href ? el("a", { href, tabindex: "-1" }, content) : content;
    if (index > 0) return el("td", { class: isNumber && "number" }, inner);
    return el("th", { scope: "row", dir: "auto", class: isNumber && "number", "--depth": isIndented ? depth : 0 }, inner);
  }));
}

/** Returns the rows in the order of a column; rows without a value come last. */
function sorted(rows, { index, isDown }) {
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), language));
  return [...rows].sort(({ cells: { [index]: a } }, { cells: { [index]: b } }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return isDown ? compare(b, a) : compare(a, b);
  });
}

function markCell({ target, currentTarget }) {
  for (const link of currentTarget.querySelectorAll("a")) link.tabIndex = link === target ? 0 : -1;
}

/** Moves the focus to the nearest link in the direction of the key, or to the first or last one of the row. */
function moveInTable(event) {
  const cell = event.target.closest("td, th");
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = cell.parentElement;
  const isRTL = getComputedStyle(row).direction === "rtl";
  const ahead = { ArrowDown: true, ArrowUp: false, ArrowRight: !isRTL, ArrowLeft: isRTL, Home: false, End: true }[event.key];
  if (ahead === undefined) return;
  event.preventDefault();
  const isColumn = ["ArrowDown", "ArrowUp"].includes(event.key);
  const line = isColumn ? [...row.parentElement.rows].map(({ cells }) => cells[cell.cellIndex]) : [...row.cells];
  const place = line.indexOf(cell);
  const way = ahead ? line.slice(place + 1) : line.slice(0, place).reverse();
  const links = way.map((one) => one.querySelector("a")).filter(Boolean);
  links.at(event.key.startsWith("Arrow") ? 0 : -1)?.focus();
}
