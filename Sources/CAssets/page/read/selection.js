// @ts-check
import { order } from "./passages.js";

/** The selected words of the document, as places in its passages. They hold while the focus is in a dialog or a field. */
export class TextSelection {
  constructor(view) {
    this.view = view;
    /** @type {{anchor: Place, focus: Place} | null} */
    this.places = null;
    this.isStale = false;
    document.addEventListener("selectionchange", () => (this.isStale = true));
  }

  /** Returns what is selected, moved out to whole characters and clamped to passages, or null before the first click. */
  get() {
    this.read();
    if (this.places === null || this.view.blocks.length === 0) return null;
    const { list } = this.view;
    let [from, to] = Object.values(this.places).sort(order);
    if (to.unit === 0 && from.passage < to.passage) to = list.endOf(to.passage - 1);
    if (from.passage < to.passage && order(from, list.endOf(from.passage)) === 0) from = { passage: from.passage + 1, unit: 0 };
    if (order(from, to) >= 0) to = from;
    const isEmpty = order(from, to) === 0;
    return { from: list.snapped(from, "start"), to: list.snapped(to, isEmpty ? "start" : "end"), isEmpty };
  }

  /** Takes over the browser's selection if it is in the document. */
  read() {
    if (!this.isStale) return;
    this.isStale = false;
    const selection = document.getSelection();
    if (!selection?.anchorNode || !selection.focusNode) return;
    const anchor = this.placeOf(selection.anchorNode, selection.anchorOffset);
    const focus = this.placeOf(selection.focusNode, selection.focusOffset);
    if (anchor && focus) this.places = { anchor, focus };
    else if (anchor) this.places = { anchor, focus: this.edgeTowards(selection.focusNode) ?? anchor };
    else if (focus) this.places = { anchor: this.edgeTowards(selection.anchorNode) ?? focus, focus };
  }

  /** Selects the words from the anchor to the focus, or moves the caret to the anchor. */
  set(anchor, focus = anchor) {
    this.places = { anchor, focus };
    this.restore();
  }

  /** Makes the browser's selection the same again, after text nodes were replaced or a dialog closed. */
  restore() {
    if (this.places === null) return;
    document.getSelection()?.setBaseAndExtent(...this.boundaryOf(this.places.anchor), ...this.boundaryOf(this.places.focus));
    this.isStale = false;
  }

  // Returns the place of a boundary of the browser, or null outside the document. Boundaries outside the text of a passage, as
  // triple clicks and select-all make them, are clamped to its ends.
  /** @returns {Place | null} */
  placeOf(node, offset) {
    const { element, blocks } = this.view;
    if (!element.contains(node)) return null;
    const block = (node instanceof Element ? node : node.parentElement).closest(".passage");
    if (!block) return this.placeBetween(node, offset);
    const passage = Number(block.dataset.passage);
    if (blocks[passage] !== block) return null;
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return { passage, unit: range.toString().length };
  }

  /** Returns the place of a boundary between passages: the start of the next one, else the end of the last one before. */
  placeBetween(node, offset) {
    const { blocks, list } = this.view;
    const next = node.children[offset];
    const first = next?.matches(".passage") ? next : next?.querySelector(".passage");
    if (first) return { passage: blocks.indexOf(first), unit: 0 };
    const last = [...node.querySelectorAll(".passage")].pop();
    return last ? list.endOf(blocks.indexOf(last)) : null;
  }

  /** Returns the first or last place of the document, whichever is nearer to a node outside it. */
  edgeTowards(node) {
    const isBefore = node.compareDocumentPosition(this.view.element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isBefore ? { passage: 0, unit: 0 } : this.end();
  }

  end() {
    const { blocks, list } = this.view;
    return blocks.length > 0 ? list.endOf(blocks.length - 1) : null;
  }

  /** @returns {[Node, number]} */
  boundaryOf({ passage, unit }) {
    const block = this.view.blocks[passage];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let left = unit;
    for (let node = /** @type {Text} */ (walker.nextNode()); node; node = /** @type {Text} */ (walker.nextNode())) {
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
    return [block, block.childNodes.length];
  }

  rangeOf(from, to) {
    const range = document.createRange();
    range.setStart(...this.boundaryOf(from));
    range.setEnd(...this.boundaryOf(to));
    return range;
  }
}
