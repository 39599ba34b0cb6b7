// @ts-check
/**
 * Lets the user drag rows of a tree: onto another row, or below the last one to move to the top. The dialog of the
 * command Move does the same by keyboard.
 */
export function acceptDrops(tree, onmove) {
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
