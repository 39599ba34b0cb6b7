// @ts-check
import { order } from "./passages.js";
import { view } from "./view.js";

/** The selected words of the document, as places in its passages. They hold while the focus is in a dialog or a field. */
export const selection = {
  /** @type {{anchor: Place, focus: Place} | null} */
  places: null,
  /** The coding whose start or end arrows move. */
  edge: /** @type {Coding | null} */ (null),
  isStale: false,

  /** Returns what is selected, moved out to whole characters and clamped to passages, or null before the first click. */
  get() {
    this.read();
    if (this.places === null || view.blocks.length === 0) return null;
    const { list } = view;
    let [from, to] = Object.values(this.places).sort(order);
    if (to.unit === 0 && from.passage < to.passage) to = list.endOf(to.passage - 1);
    if (from.passage < to.passage && order(from, list.endOf(from.passage)) === 0) from = { passage: from.passage + 1, unit: 0 };
    if (order(from, to) >= 0) to = from;
    const isEmpty = order(from, to) === 0;
    return { from: list.snapped(from, "start"), to: list.snapped(to, isEmpty ? "start" : "end"), isEmpty };
  },

  /** Takes over the browser's selection if it is in the document. */
  read() {
    if (!this.isStale) return;
    this.isStale = false;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = /** @type {Selection} */ (document.getSelection());
    if (!anchorNode || !focusNode) return;
    const anchor = placeOf(anchorNode, anchorOffset);
    const focus = placeOf(focusNode, focusOffset);
    if (anchor) this.places = { anchor, focus: focus ?? edgeTowards(focusNode) ?? anchor };
    else if (focus) this.places = { anchor: edgeTowards(anchorNode) ?? focus, focus };
  },

  /** Selects the words from the anchor to the focus, or moves the caret to the anchor. */
  set(anchor, focus = anchor) {
    this.places = { anchor, focus };
    this.restore();
  },

  /** Makes the browser's selection the same again, after text nodes were replaced or a dialog closed. */
  restore() {
    if (this.places === null) return;
    document.getSelection()?.setBaseAndExtent(...boundaryOf(this.places.anchor), ...boundaryOf(this.places.focus));
    this.isStale = false;
  },
};
document.addEventListener("selectionchange", () => (selection.isStale = true));

// Returns the place of a boundary of the browser, or null outside the document. Boundaries outside the text of a passage, as
// triple clicks and select-all make them, are clamped to its ends.
function placeOf(node, offset) {
  if (!view.element.contains(node)) return null;
  const block = (node instanceof Element ? node : node.parentElement).closest(".passage");
  if (!block) return placeBetween(node, offset);
  const passage = Number(block.dataset.passage);
  if (view.blocks[passage] !== block) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  return { passage, unit: range.toString().length };
}

/** Returns the place of a boundary between passages: the start of the next one, else the end of the last one before. */
function placeBetween(node, offset) {
  const next = node.children[offset];
  const first = next?.matches(".passage") ? next : next?.querySelector(".passage");
  if (first) return { passage: view.blocks.indexOf(first), unit: 0 };
  const last = [...node.querySelectorAll(".passage")].pop();
  return last ? view.list.endOf(view.blocks.indexOf(last)) : null;
}

/** Returns the first or last place of the document, whichever is nearer to a node outside it. */
function edgeTowards(node) {
  const isBefore = node.compareDocumentPosition(view.element) & Node.DOCUMENT_POSITION_FOLLOWING;
  return isBefore ? { passage: 0, unit: 0 } : view.end();
}

/** Returns the node and the offset of a place, as the browser's ranges want them. */
/** @returns {[Node, number]} */
export function boundaryOf({ passage, unit }) {
  const block = view.blocks[passage];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let left = unit, node; (node = /** @type {Text | null} */ (walker.nextNode())); left -= node.length) {
    if (left <= node.length) return [node, left];
  }
  return [block, block.childNodes.length];
}

export function rangeOf(from, to = from) {
  const range = document.createRange();
  range.setStart(...boundaryOf(from));
  range.setEnd(...boundaryOf(to));
  return range;
}
