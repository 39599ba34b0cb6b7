// @ts-check
import { codeTree as sharedTree, el, fold, span, swatch, t } from "../analysis/kit.js";

/** Returns the tree of codes: Enter calls `onopen`, a drop `onmove`, and a letter goes to the next code that begins with it. */
export function codeTree({ onselect, onopen, onmove }) {
  const tree = sharedTree({ name: "tree", draw, onmove: onselect, onclick: (path) => tree.move(path), onkey });
  acceptDrops(tree.element, onmove);
  return tree;

  function onkey({ key, ctrlKey, metaKey, altKey, shiftKey }, rows, place) {
    if (ctrlKey || metaKey || altKey || shiftKey) return false;
    if (key === "Enter") return onopen();
    if (!/^[\p{L}\p{N}]$/u.test(key)) return false;
    const found = [...rows.slice(place + 1), ...rows].find(({ name, id }) => fold(name || id).startsWith(fold(key)));
    if (found) tree.move(found.path);
  }
}

function draw({ path, name, id, codings, automatic }, isCurrent) {
  const count = (style, n) => el("span", { class: style, "aria-hidden": "true" }, n || "");
  const spoken = ` ${codings} ${t("by hand")}, ${automatic} ${t("automatic")}`;
  const counts = span("counts", count("", codings), count("automatic", automatic), span("visually-hidden", spoken));
  const content = [swatch(path), el("bdi", { class: "name" }, name || id), counts];
  return { attributes: { draggable: "true", "aria-selected": isCurrent }, content };
}

/** Lets the user drag rows onto another row, or below the last one to move to the top. The command Move does it by keyboard. */
function acceptDrops(tree, onmove) {
  let dragged = "";
  let target = tree;
  const rowOf = (event) => event.target.closest("[data-path]");
  const mark = (next) => {
    target.classList.remove("drop");
    target = next;
  };
  Object.assign(tree, {
    ondragstart(event) {
      dragged = rowOf(event)?.dataset.path ?? "";
      event.dataTransfer.setData("text/plain", dragged);
    },
    ondragover(event) {
      mark(rowOf(event) ?? tree);
      if (!dragged || `${target.dataset.path}/`.startsWith(`${dragged}/`)) return;
      event.preventDefault();
      target.classList.add("drop");
    },
    ondrop(event) {
      event.preventDefault();
      onmove(dragged, target.dataset.path ?? null);
    },
    ondragend() {
      dragged = "";
      mark(tree);
    },
  });
}
