// @ts-check
import { codeTree as sharedTree, el, fold, span, swatch, t } from "../analysis/kit.js";

const typingPause = 700;

/** Returns the tree of codes: Enter calls `onopen`, a drop on another code `onmove`, and letters go to the next code of them. */
export function codeTree({ onselect, onopen, onmove }) {
  let typed = { letters: "", at: 0 };
  const tree = sharedTree({ name: "tree", draw, onmove: onselect, onclick: (path) => tree.move(path), onkey });
  acceptDrops(tree.element, onmove);
  return tree;

  function onkey({ key, ctrlKey, metaKey, altKey, shiftKey }, rows, place) {
    if (ctrlKey || metaKey || altKey || shiftKey) return false;
    if (key === "Enter") return onopen();
    return /^[\p{L}\p{N}]$/u.test(key) && type(key, rows, place);
  }
  /** Goes to the next code whose name begins with the letters that were typed quickly after another. */
  function type(letter, rows, place) {
    const now = Date.now();
    typed = { letters: (now - typed.at < typingPause ? typed.letters : "") + fold(letter), at: now };
    const from = place + (typed.letters.length === 1 ? 1 : 0);
    const found = [...rows.slice(from), ...rows].find(({ name, id }) => fold(name || id).startsWith(typed.letters));
    if (found) tree.move(found.path);
  }
}

function draw(code, isCurrent) {
  const content = [swatch(code.path), el("bdi", { class: "name" }, code.name || code.id), span("counts", counts(code))];
  return { attributes: { draggable: "true", "aria-selected": isCurrent }, content };
}

function counts({ codings, automatic }) {
  const spoken = [t("{n} by hand", { n: codings }), t("{n} automatic", { n: automatic })];
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
