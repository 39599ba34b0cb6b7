// @ts-check
import { order } from "./passages.js";

/**
 * @typedef {import("./passages.js").Place} Place
 * @typedef {{from: Place, to: Place, isEmpty: boolean, isBackward: boolean}} Selected
 */

/** The selected words of the document, as places in its passages. They hold while the focus is in a dialog or a field. */
export class TextSelection {
    /** @param {import("./view.js").DocumentView} view */
    constructor(view) {
        this.view = view;
        /** @type {{anchor: Place, focus: Place} | null} */
        this.places = null;
        this.isStale = false;
        document.addEventListener("selectionchange", () => {
            this.isStale = true;
        });
    }

    /**
     * Returns what is selected, moved out to whole characters and clamped to passages, or null before the first click.
     * @returns {Selected | null}
     */
    get() {
        this.read();
        if (this.places === null || this.view.blocks.length === 0) return null;
        const { list } = this.view;
        const { anchor, focus } = this.places;
        const isBackward = order(focus, anchor) < 0;
        let [from, to] = isBackward ? [focus, anchor] : [anchor, focus];
        if (to.unit === 0 && from.passage < to.passage) to = { passage: to.passage - 1, unit: list.texts[to.passage - 1].length };
        if (from.unit === list.texts[from.passage].length && from.passage < to.passage) from = { passage: from.passage + 1, unit: 0 };
        if (order(from, to) >= 0) to = from;
        const isEmpty = order(from, to) === 0;
        return { from: list.snapped(from, "start"), to: list.snapped(to, isEmpty ? "start" : "end"), isEmpty, isBackward };
    }

    /** Takes over the browser's selection if it is in the document. */
    read() {
        if (!this.isStale) return;
        this.isStale = false;
        const selection = document.getSelection();
        if (!selection?.anchorNode || !selection.focusNode) return;
        const [anchor, focus] = [this.placeOf(selection.anchorNode, selection.anchorOffset), this.placeOf(selection.focusNode, selection.focusOffset)];
        if (anchor && focus) this.places = { anchor, focus };
        else if (anchor) this.places = { anchor, focus: this.edgeTowards(selection.focusNode) ?? anchor };
        else if (focus) this.places = { anchor: this.edgeTowards(selection.anchorNode) ?? focus, focus };
    }

    /**
     * Selects the words from the anchor to the focus, or moves the caret to the anchor.
     * @param {Place} anchor
     * @param {Place} [focus]
     */
    set(anchor, focus = anchor) {
        this.places = { anchor, focus };
        this.restore();
    }

    /** Makes the browser's selection the same again, after text nodes were replaced or a dialog closed. */
    restore() {
        if (this.places === null) return;
        const [anchor, focus] = [this.boundaryOf(this.places.anchor), this.boundaryOf(this.places.focus)];
        document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
        this.isStale = false;
    }

    /**
     * Returns the place of a boundary of the browser, or null outside the document. Boundaries outside the text of a
     * passage, as triple clicks and select-all make them, are clamped to its ends.
     * @param {Node} node
     * @param {number} offset
     * @returns {Place | null}
     */
    placeOf(node, offset) {
        const { element, blocks } = this.view;
        if (!element.contains(node)) return null;
        const block = /** @type {HTMLElement | null | undefined} */ ((node instanceof Element ? node : node.parentElement)?.closest(".passage"));
        const passage = Number(block?.dataset.passage);
        if (!block) return this.placeBetween(/** @type {Element} */ (node), offset);
        if (blocks[passage] !== block) return null;
        const range = document.createRange();
        range.setStart(block, 0);
        range.setEnd(node, offset);
        return { passage, unit: range.toString().length };
    }

    /**
     * Returns the place of a boundary between passages: the start of the next one, else the end of the last one before.
     * @param {Element} node
     * @param {number} offset
     */
    placeBetween(node, offset) {
        const next = node.children[offset];
        const [first] = next ? [next, ...next.querySelectorAll(".passage")].filter((one) => one.matches(".passage")) : [];
        if (first) return { passage: this.view.blocks.indexOf(/** @type {HTMLElement} */ (first)), unit: 0 };
        const passage = this.view.blocks.indexOf(/** @type {HTMLElement} */ ([...node.querySelectorAll(".passage")].pop()));
        return passage < 0 ? null : { passage, unit: this.view.list.texts[passage].length };
    }

    /**
     * Returns the first or last place of the document, whichever is nearer to a node outside it.
     * @param {Node} node
     */
    edgeTowards(node) {
        const isBefore = (node.compareDocumentPosition(this.view.element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        return isBefore ? { passage: 0, unit: 0 } : this.end();
    }

    /** Returns the last place of the document. */
    end() {
        const passage = this.view.blocks.length - 1;
        return passage < 0 ? null : { passage, unit: this.view.list.texts[passage].length };
    }

    /**
     * Returns the browser's boundary of a place.
     * @param {Place} place
     * @returns {{node: Node, offset: number}}
     */
    boundaryOf({ passage, unit }) {
        const block = this.view.blocks[passage];
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let left = unit;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const { length } = /** @type {Text} */ (node);
            if (left <= length) return { node, offset: left };
            left -= length;
        }
        return { node: block, offset: block.childNodes.length };
    }

    /**
     * Returns the browser's range of two places.
     * @param {Place} from
     * @param {Place} to
     */
    rangeOf(from, to) {
        const [start, end] = [this.boundaryOf(from), this.boundaryOf(to)];
        const range = document.createRange();
        range.setStart(start.node, start.offset);
        range.setEnd(end.node, end.offset);
        return range;
    }
}
