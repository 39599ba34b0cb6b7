// @ts-check
/**
 * Lets the user drag rows of a tree: onto another row, or below the last one to move to the top. The dialog of the
 * command Move does the same by keyboard.
 * @param {HTMLElement} tree
 * @param {(code: string, under: string | null) => void} onmove
 */
export function acceptDrops(tree, onmove) {
    let dragged = "";
    /** @param {Event} event */
    const rowOf = (event) => (event.target instanceof Element ? event.target.closest("[data-path]") : null);
    /** @param {Element | null} row */
    const target = (row) => row?.getAttribute("data-path") ?? null;
    /** @param {Element | null} row */
    const mark = (row) => {
        for (const other of tree.querySelectorAll(".drop")) other.classList.remove("drop");
        row?.classList.add("drop");
        tree.classList.toggle("drop-top", dragged !== "" && row === null);
    };
    /** @param {string | null} under */
    const isAllowed = (under) => under === null || (under !== dragged && !under.startsWith(`${dragged}/`));

    tree.addEventListener("dragstart", (event) => {
        dragged = target(rowOf(event)) ?? "";
        event.dataTransfer?.setData("text/plain", dragged);
    });
    tree.addEventListener("dragover", (event) => {
        const row = rowOf(event);
        if (!dragged || !isAllowed(target(row))) return;
        event.preventDefault();
        mark(row);
    });
    tree.addEventListener("drop", (event) => {
        event.preventDefault();
        const under = target(rowOf(event));
        if (dragged && isAllowed(under)) onmove(dragged, under);
    });
    tree.addEventListener("dragend", () => {
        dragged = "";
        mark(null);
    });
    tree.addEventListener("dragleave", (event) => {
        if (event.target === tree) mark(null);
    });
}
