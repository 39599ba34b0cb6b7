// @ts-check
import { order } from "./passages.js";
import { view } from "./view.js";

/** The selected words hold while the focus is in a dialog or a field. */
export const selection = {
  /** @type {{anchor: Place, focus: Place} | null} */
  places: null,
  /** @type {any} The coding whose start or end arrows move. */
  edge: null,
  isStale: false,

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

  read() {
    if (!this.isStale) return;
    this.isStale = false;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = /** @type {any} */ (document.getSelection());
    if (view.blocks.length === 0 || ![anchorNode, focusNode].some((node) => node && view.element.contains(node))) return;
    this.places = { anchor: placeOf(anchorNode, anchorOffset), focus: placeOf(focusNode, focusOffset) };
  },

  set(anchor, focus = anchor) {
    this.places = { anchor, focus };
    this.restore();
  },

  /** Restores the browser's selection, after text nodes were replaced or a dialog closed. */
  restore() {
    if (this.places === null) return;
    document.getSelection()?.setBaseAndExtent(...boundaryOf(this.places.anchor), ...boundaryOf(this.places.focus));
    this.isStale = false;
  },
};
document.addEventListener("selectionchange", () => (selection.isStale = true));

/** A boundary between passages is clamped to the passage before it. */
function placeOf(node, offset) {
  const range = document.createRange();
  range.setStart(node, offset);
  let passage = view.blocks.indexOf((node instanceof Element ? node : node.parentElement).closest(".passage"));
  if (passage < 0) {
    const next = view.blocks.findIndex((block) => range.comparePoint(block, 0) > 0);
    passage = Math.max(0, (next < 0 ? view.blocks.length : next) - 1);
  }
  range.setStart(view.blocks[passage], 0);
  range.setEnd(node, offset);
  return { passage, unit: Math.min(range.toString().length, view.list.texts[passage].length) };
}

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
