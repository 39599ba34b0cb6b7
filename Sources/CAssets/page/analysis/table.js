// @ts-check
import { el, replace } from "../core/elements.js";
import { language, t } from "../core/words.js";
import { moveInTable } from "./tablekeys.js";
import { codeLabel } from "./quote.js";

/**
 * What a row is about: a code, the two of a pair, those of a combination, or a document.
 * @typedef {{code?: string, code_a?: string, code_b?: string, codes?: string[], document?: string}} About
 * @typedef {null | string | number | string[]} Cell
 * @typedef {{name: string, label: string, style: string, main: boolean, definition: string | null}} Column
 * @typedef {{cells: Cell[], texts: string[], about: About, depth: number}} Row `texts` are the cells as people read them
 * @typedef {{title: string, columns: Column[], rows: Row[], notes: string[], command: string, action: number}} Table
 * @typedef {{table: Table, link: (about: About, column: Column) => string | null}} TableOptions
 *     `link` returns where a cell of a row leads, or null
 */

const rowLimit = 200;

/**
 * Returns a table that can be sorted by its headers. Its cells about codes are links; they have one tab stop, and arrows
 * move between them.
 * @param {TableOptions} options
 */
export function tableView({ table, link }) {
    /** @type {{column: number, isDown: boolean} | null} */
    let order = null;
    let isWhole = table.rows.length <= rowLimit + 20;
    const body = el("tbody", {});
    const heads = table.columns.map((column, index) => head(column, isNumeric(table, index), () => sortBy(index)));
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
        replace(body, (isWhole ? rows : rows.slice(0, rowLimit)).map((row) => rowView(table, row, order === null, link)));
        for (const [place, th] of heads.entries()) {
            const isSorted = order?.column === place;
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
 * @param {boolean} isIndented
 * @param {TableOptions["link"]} link
 */
function rowView(table, row, isIndented, link) {
    const cells = table.columns.map((column, index) => {
        const isNumber = typeof row.cells[index] === "number";
        const paths = pathsOf(row.about, column.name);
        const content = paths.length > 0 ? paths.map((path) => [codeLabel(path), " "]) : el("bdi", {}, row.texts[index]);
        const href = paths.length > 0 || isNumber || index === 0 ? link(row.about, column) : null;
        const inner = href ? el("a", { href, tabindex: "-1" }, content) : content;
        const attributes = { class: isNumber ? "number" : false, "data-depth": index === 0 && isIndented ? row.depth : false };
        return index === 0 ? el("th", { scope: "row", dir: "auto", ...attributes }, inner) : el("td", attributes, inner);
    });
    return el("tr", {}, cells);
}

/**
 * Returns the codes that a column names.
 * @param {About} about
 * @param {string} column
 */
function pathsOf({ code, code_a, code_b, codes = [] }, column) {
    const named = { name: [code], name_a: [code_a], name_b: [code_b], names: codes }[column] ?? [];
    return named.flatMap((path) => path ?? []);
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
