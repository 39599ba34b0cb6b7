// @ts-check
import { el } from "../core/elements.js";
import { order } from "./passages.js";

/** @typedef {import("./passages.js").Place} Place */

const isMac = navigator.platform.startsWith("Mac");
const steps = /** @type {Record<string, [string, string]>} */ ({
    ArrowLeft: ["left", "character"], ArrowRight: ["right", "character"], ArrowUp: ["backward", "line"], ArrowDown: ["forward", "line"],
    Home: ["backward", "lineboundary"], End: ["forward", "lineboundary"],
});

/**
 * A caret in a text that cannot be edited. Browsers draw none there, but move and extend its selection as in a text
 * field, by characters, words and lines and in both directions of writing.
 */
export class Caret {
    /**
     * @param {import("./view.js").DocumentView} view
     * @param {import("./selection.js").TextSelection} selection
     * @param {() => boolean} isExtending whether arrows extend the selection without Shift
     */
    constructor(view, selection, isExtending) {
        this.view = view;
        this.selection = selection;
        this.isExtending = isExtending;
        this.element = el("div", { class: "caret", "aria-hidden": "true", hidden: true });
        view.element.addEventListener("keydown", (event) => this.onKey(event));
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
        const step = steps[event.key];
        const jump = event.ctrlKey || event.metaKey || (isMac && event.altKey);
        const end = this.selection.end();
        if (event.key.toLowerCase() === "a" && jump && end) {
            event.preventDefault();
            return this.selection.set({ passage: 0, unit: 0 }, end);
        }
        if (!step || event.defaultPrevented || (event.altKey && !isMac)) return;
        event.preventDefault();
        const extend = event.shiftKey || this.isExtending();
        if (jump && (event.key === "Home" || event.key === "End")) return this.toEdge(event.key === "Home", extend);
        this.selection.read();
        if (this.selection.places === null) return this.move({ passage: this.firstVisible(), unit: 0 });
        const before = this.selection.places;
        const native = document.getSelection();
        if (!native?.focusNode || !this.view.element.contains(native.focusNode)) this.selection.restore();
        const [direction, granularity] = step;
        /** @type {any} */ (native)?.modify(extend ? "extend" : "move", direction, jump && granularity === "character" ? "word" : granularity);
        this.selection.isStale = true;
        this.selection.read();
        if (!native?.focusNode || !this.view.element.contains(native.focusNode)) this.selection.set(before.anchor, before.focus);
        this.reveal();
    }

    /** @param {boolean} isStart @param {boolean} extend */
    toEdge(isStart, extend) {
        const edge = isStart ? { passage: 0, unit: 0 } : this.selection.end();
        if (!edge) return;
        this.selection.read();
        this.selection.set(extend ? this.selection.places?.anchor ?? edge : edge, edge);
        this.reveal();
    }

    /**
     * Moves the caret and shows it.
     * @param {Place} place
     */
    move(place) {
        this.selection.set(place);
        this.reveal();
    }

    /** Returns the first passage below the head of the page. */
    firstVisible() {
        const top = headHeight();
        const near = [...this.view.near].sort((a, b) => a - b);
        return near.find((passage) => this.view.blocks[passage].getBoundingClientRect().bottom > top + 8) ?? near[0] ?? 0;
    }

    /** Scrolls the focus of the selection into view, and again when the passages there have been laid out. */
    reveal() {
        const passage = this.selection.places?.focus.passage;
        if (passage === undefined) return;
        const block = this.view.blocks[passage];
        const scroll = () => {
            const rect = this.rect() ?? block.getBoundingClientRect();
            const [top, bottom] = [headHeight() + 24, window.innerHeight - 72];
            if (rect.top >= top && rect.bottom <= bottom) return true;
            const isFar = rect.top < -window.innerHeight || rect.top > 2 * window.innerHeight;
            const target = isFar ? window.innerHeight / 3 : rect.top < top ? top + 40 : bottom - 40 - rect.height;
            window.scrollBy({ top: rect.top - target, behavior: /** @type {any} */ ("instant") });
            return !isFar;
        };
        if (!scroll()) requestAnimationFrame(() => scroll() || requestAnimationFrame(scroll));
    }

    /** Returns where the focus of the selection is in the window, or null if it is not laid out. */
    rect() {
        const { places } = this.selection;
        if (places === null) return null;
        const { node, offset } = this.selection.boundaryOf(places.focus);
        const range = document.createRange();
        range.setStart(node, offset);
        const [rect] = range.getClientRects();
        if (rect && rect.height > 0) return rect;
        return (node instanceof Element ? node : node.parentElement)?.getClientRects()[0] ?? null;
    }

    /** Draws the caret where the selection is empty and the document has the focus. */
    draw() {
        const { places } = this.selection;
        const isShown = places !== null && order(places.anchor, places.focus) === 0 && this.view.element.contains(document.activeElement);
        const rect = isShown ? this.rect() : null;
        this.element.hidden = rect === null;
        if (rect === null) return;
        const frame = this.element.offsetParent?.getBoundingClientRect();
        for (const [name, value] of Object.entries({ "--x": rect.left - (frame?.left ?? 0), "--y": rect.top - (frame?.top ?? 0), "--height": rect.height })) {
            this.element.style.setProperty(name, `${value}px`);
        }
    }
}

/** Returns the height of the page's head, which covers the top of the window. */
export function headHeight() {
    return document.querySelector("header.top")?.getBoundingClientRect().bottom ?? 0;
}
