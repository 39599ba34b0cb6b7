// @ts-check
import { el, replace } from "../core/elements.js";
import { language, t } from "../core/words.js";
import { moveInTable } from "./tablekeys.js";
import { codeLabel } from "./quote.js";

/**
 * @typedef {null | string | number | string[]} Cell
 * @typedef {{name: string, label: string, style: string, main: boolean, definition: string | null}} Column
 * @typedef {{cells: Cell[], depth: number}} Row
 * @typedef {{title: string, columns: Column[], rows: Row[], notes: string[], command: string, action: number}} Table
 * @typedef {{table: Table, link: (codes: string[], column: Column, row: Row) => string | null}} TableOptions
 *     `link` returns where a cell of a row about these codes leads, or null, or null
 */

/** Columns of paths, and the column that has the names of the same codes. */
const nameColumns = /** @type {Record<string, string>} */ ({ code: "name", code_a: "name_a", code_b: "name_b", codes: "names" });
const rowLimit = 200;

/**
 * Returns a table that can be sorted by its headers. Its cells about codes are links; they have one tab stop, and arrows
 * move between them.
 * @param {TableOptions} options
 */
export function tableView({ table, link }) {
    const shown = visibleColumns(table);
    /** @type {{column: number, isDown: boolean} | null} */
    let order = null;
    let isWhole = table.rows.length <= rowLimit + 20;
    const body = el("tbody", {});
    const heads = shown.map((index) => head(table.columns[index], isNumeric(table, index), () => sortBy(index)));
    const all = el("button", { hidden: isWhole, onclick: () => ((isWhole = true), draw()) }, t("Show all {n} rows", { n: table.rows.length }));

    /** @param {number} index */
    const sortBy = (index) => {
        const startsDown = isNumeric(table, index);
        if (order?.column !== index) order = { column: index, isDown: startsDown };
        else order = order.isDown === startsDown ? { column: index, isDown: !startsDown } : null;
        draw();
    };
    const draw = () => {
        const rows = order ? sorted(table, order) : table.rows;
        all.hidden = isWhole;
        replace(body, (isWhole ? rows : rows.slice(0, rowLimit)).map((row) => rowView(table, row, shown, order === null, link)));
        for (const [place, th] of heads.entries()) {
            const isSorted = order?.column === shown[place];
            if (isSorted) th.setAttribute("aria-sort", order?.isDown ? "descending" : "ascending");
            else th.removeAttribute("aria-sort");
        }
        body.querySelector("a")?.setAttribute("tabindex", "0");
    };
    draw();
    body.addEventListener("keydown", moveInTable);
    body.addEventListener("focusin", (event) => {
        for (const other of body.querySelectorAll("a[tabindex='0']")) other.setAttribute("tabindex", "-1");
        /** @type {Element} */ (event.target).setAttribute("tabindex", "0");
    });
    const grid = el("table", { class: "numbers" }, el("caption", {}, table.title), el("thead", {}, el("tr", {}, heads)), body);
    return el("div", {}, el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": table.title }, grid), all);
}

/**
 * Returns the codes that a row is about: one, the two of a pair, or those of a combination.
 * @param {Table} table
 * @param {Row} row
 */
export function codesOf(table, row) {
    return table.columns.flatMap((column, index) => (column.name in nameColumns && typeof row.cells[index] !== "number" ? row.cells[index] ?? [] : [])).map(String);
}

/**
 * Returns the columns for people: those of paths only where there are no names.
 * @param {Table} table
 */
function visibleColumns(table) {
    const names = table.columns.map((column) => column.name);
    return [...names.keys()].filter((index) => !names.includes(nameColumns[names[index]]));
}

/**
 * @param {Column} column
 * @param {boolean} isNumber
 * @param {() => void} onclick
 */
function head(column, isNumber, onclick) {
    return el("th", { scope: "col", title: column.definition, class: isNumber ? "number" : false }, el("button", { class: "quiet", onclick }, column.label));
}

/**
 * @param {Table} table
 * @param {Row} row
 * @param {number[]} shown
 * @param {boolean} isIndented
 * @param {TableOptions["link"]} link
 */
function rowView(table, row, shown, isIndented, link) {
    const codes = codesOf(table, row);
    const names = table.columns.map(({ name }) => name);
    const cells = shown.map((index, place) => {
        const column = table.columns[index];
        const value = row.cells[index];
        const isLinked = value !== null && (place === 0 || typeof value === "number" || names.some((name) => nameColumns[name] === column.name));
        const href = isLinked ? link(codes, column, row) : null;
        const paths = row.cells[names.findIndex((name) => nameColumns[name] === column.name)];
        const content = cellText(column.name === "code" ? [String(value)] : paths === undefined ? value : [paths ?? []].flat().map(String), column);
        const attributes = { class: typeof value === "number" ? "number" : false, "data-depth": place === 0 && isIndented ? row.depth : false };
        const inner = href ? el("a", { href, tabindex: "-1" }, content) : content;
        return place === 0 ? el("th", { scope: "row", dir: "auto", ...attributes }, inner) : el("td", attributes, inner);
    });
    return el("tr", {}, cells);
}

/**
 * Returns a value as people write it: shares with one decimal place, small numbers with two digits that count.
 * @param {Cell | undefined} value
 * @param {Column} column
 */
function cellText(value, column) {
    if (value === null || value === undefined) return "";
    if (Array.isArray(value)) return value.map((path, index) => [index > 0 ? " " : null, codeLabel(path)]);
    if (typeof value === "string") return el("bdi", {}, value);
    if (column.style === "ordinal") return String(value);
    if (Number.isInteger(value)) return value.toLocaleString(language);
    if (column.style.startsWith("significant") || Math.abs(value) < 0.001) return value.toLocaleString(language, { maximumSignificantDigits: 2 });
    const places = /percent|%/.test(column.name + column.label) || Math.abs(value) >= 10 ? 1 : 3;
    return value.toLocaleString(language, { minimumFractionDigits: places, maximumFractionDigits: places });
}

/**
 * @param {Table} table
 * @param {number} index
 */
function isNumeric(table, index) {
    return table.rows.some((row) => typeof row.cells[index] === "number");
}

/**
 * Returns the rows in the order of a column; rows without a value come last.
 * @param {Table} table
 * @param {{column: number, isDown: boolean}} order
 */
function sorted(table, { column, isDown }) {
    /** @type {(a: Cell, b: Cell) => number} */
    const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), language));
    return [...table.rows].sort(({ cells: { [column]: a } }, { cells: { [column]: b } }) => {
        if (a === null || b === null) return Number(a === null) - Number(b === null);
        return isDown ? compare(b, a) : compare(a, b);
    });
}
