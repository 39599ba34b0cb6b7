// @ts-check
const steps = /** @type {Record<string, [down: number, across: number]>} */ ({
    ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], Home: [0, -Infinity], End: [0, Infinity],
});

/**
 * Moves the focus between the links of a table's cells.
 * @param {KeyboardEvent} event
 */
export function moveInTable(event) {
    const step = steps[event.key];
    const cell = event.target instanceof Element ? event.target.closest("td, th") : null;
    const row = cell?.parentElement;
    if (!step || !cell || !row || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const across = getComputedStyle(row).direction === "rtl" ? -step[1] : step[1];
    linkFrom(row, [...row.children].indexOf(cell), step[0], across)?.focus();
}

/**
 * Returns the nearest link in a direction: in the same column, or else in the same row.
 * @param {Element} row
 * @param {number} column
 * @param {number} down
 * @param {number} across
 * @returns {HTMLElement | null}
 */
function linkFrom(row, column, down, across) {
    if (down !== 0) {
        const next = down > 0 ? row.nextElementSibling : row.previousElementSibling;
        return next && (next.children[column]?.querySelector("a") ?? linkFrom(next, column, down, 0));
    }
    const after = [...row.children].slice(column + 1);
    const before = [...row.children].slice(0, column).reverse();
    const way = across > 0 ? after : before;
    const links = way.map((cell) => cell.querySelector("a")).filter((link) => link !== null);
    return (Number.isFinite(across) ? links[0] : links[links.length - 1]) ?? null;
}
