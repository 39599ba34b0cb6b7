// @ts-check
import { el, isMac } from "../core/index.js";
import { order } from "./passages.js";

const steps = {
  ArrowLeft: ["left", "character"], ArrowUp: ["backward", "line"], Home: ["backward", "lineboundary"],
  ArrowRight: ["right", "character"], ArrowDown: ["forward", "line"], End: ["forward", "lineboundary"],
};

// A caret in a text that cannot be edited. Browsers draw none there, but move and extend its selection as in a text field, by
// characters, words and lines and in both directions of writing.
export class Caret {
  /** `isExtending` returns whether arrows extend the selection without Shift. */
  constructor(view, selection, isExtending) {
    this.view = view;
    this.selection = selection;
    this.isExtending = isExtending;
    this.element = el("div", { class: "caret", "aria-hidden": true, hidden: true });
    view.element.addEventListener("keydown", (event) => this.onKey(event));
  }

  onKey(event) {
    const jump = event.ctrlKey || event.metaKey || (isMac && event.altKey);
    const end = this.selection.end();
    if (event.key.toLowerCase() === "a" && jump && end) {
      event.preventDefault();
      this.selection.set({ passage: 0, unit: 0 }, end);
    }
    const step = steps[event.key];
    if (!step || !end || event.defaultPrevented || (event.altKey && !isMac)) return;
    event.preventDefault();
    const extend = event.shiftKey || this.isExtending();
    this.selection.read();
    const { places } = this.selection;
    if (jump && event.key === "Home") this.extendTo({ passage: 0, unit: 0 }, extend);
    else if (jump && event.key === "End") this.extendTo(end, extend);
    else if (places === null) this.move({ passage: this.firstVisible(), unit: 0 });
    else this.step(places, extend ? "extend" : "move", step[0], jump && step[1] === "character" ? "word" : step[1]);
  }

  extendTo(edge, extend) {
    this.selection.set(extend ? this.selection.places?.anchor ?? edge : edge, edge);
    this.reveal();
  }

  /** Lets the browser move or extend its selection, which must not leave the document. */
  step(before, alteration, direction, granularity) {
    const native = document.getSelection();
    const isInside = () => native?.focusNode && this.view.element.contains(native.focusNode);
    if (!isInside()) this.selection.restore();
    /** @type {any} */ (native)?.modify(alteration, direction, granularity);
    this.selection.isStale = true;
    this.selection.read();
    if (!isInside()) this.selection.set(before.anchor, before.focus);
    this.reveal();
  }

  move(place) {
    this.selection.set(place);
    this.reveal();
  }

  firstVisible() {
    const top = headHeight() + 8;
    const near = [...this.view.near].sort((a, b) => a - b);
    return near.find((passage) => this.view.blocks[passage].getBoundingClientRect().bottom > top) ?? near[0] ?? 0;
  }

  /** Scrolls the focus of the selection into view, and again when the passages there have been laid out. */
  reveal() {
    const { places } = this.selection;
    if (places === null) return;
    const block = this.view.blocks[places.focus.passage];
    const scroll = () => {
      const rect = this.rect() ?? block.getBoundingClientRect();
      const [top, bottom] = [headHeight() + 24, window.innerHeight - 72];
      if (rect.top >= top && rect.bottom <= bottom) return true;
      const isFar = rect.top < -window.innerHeight || rect.top > 2 * window.innerHeight;
      const near = rect.top < top ? top + 40 : bottom - 40 - rect.height;
      window.scrollBy(0, rect.top - (isFar ? window.innerHeight / 3 : near));
      return !isFar;
    };
    if (!scroll()) requestAnimationFrame(() => scroll() || requestAnimationFrame(scroll));
  }

  rect() {
    const { places } = this.selection;
    if (places === null) return null;
    const [node, offset] = this.selection.boundaryOf(places.focus);
    const range = document.createRange();
    range.setStart(node, offset);
    const [rect] = range.getClientRects();
    if (rect && rect.height > 0) return rect;
    return (node instanceof Element ? node : node.parentElement)?.getClientRects()[0] ?? null;
  }

  draw() {
    const { places } = this.selection;
    const hasFocus = this.view.element.contains(document.activeElement);
    const rect = hasFocus && places !== null && order(places.anchor, places.focus) === 0 ? this.rect() : null;
    this.element.hidden = rect === null;
    const frame = this.element.offsetParent?.getBoundingClientRect();
    if (!rect || !frame) return;
    this.element.style.setProperty("--x", `${rect.left - frame.left}px`);
    this.element.style.setProperty("--y", `${rect.top - frame.top}px`);
    this.element.style.setProperty("--height", `${rect.height}px`);
  }
}

const headHeight = () => document.querySelector("header.top")?.getBoundingClientRect().bottom ?? 0;
