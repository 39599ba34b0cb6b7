// @ts-check
import { el, isMac } from "../core/index.js";
import { order } from "./passages.js";
import { boundaryOf, rangeOf, selection } from "./selection.js";
import { changes, view } from "./view.js";

// Browsers draw no caret in a text that cannot be edited, but move and extend its selection as in a text field, in both
// directions of writing.
export const caret = {
  element: el("div", { class: "caret", "aria-hidden": true }),

  move(place, anchor = place) {
    selection.set(anchor, place);
    this.reveal();
  },

  firstVisible() {
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
    const near = [...view.near].sort((a, b) => a - b);
    return near.find((passage) => view.blocks[passage].getBoundingClientRect().bottom > top) ?? near[0] ?? 0;
  },

  /** Scrolls the focus of the selection into view, and again when the passages there have been laid out. */
  reveal(times = 6) {
    const top = this.draw();
    const isFar = Math.abs(top - window.innerHeight / 2) > 1.5 * window.innerHeight;
    this.element.scrollIntoView({ block: isFar ? "center" : "nearest" });
    if (times > 1) requestAnimationFrame(() => this.reveal(times - 1));
  },

  /** Moves the caret to the focus of the selection, and returns where that is in the window. */
  draw() {
    const { places } = selection;
    const isShown = view.element.contains(document.activeElement) && places && order(places.anchor, places.focus) === 0;
    this.element.classList.toggle("shown", isShown === true);
    const rect = places && rectOf(places.focus);
    const frame = this.element.offsetParent?.getBoundingClientRect();
    if (!rect || !frame) return 0;
    const place = { "--x": rect.left - frame.left, "--y": rect.top - frame.top, "--height": rect.height };
    for (const [name, pixels] of Object.entries(place)) this.element.style.setProperty(name, `${pixels}px`);
    return rect.top;
  },
};
changes.subscribe(() => caret.draw());

const steps = {
  ArrowLeft: ["left", "character"], ArrowUp: ["backward", "line"], Home: ["backward", "lineboundary"],
  ArrowRight: ["right", "character"], ArrowDown: ["forward", "line"], End: ["forward", "lineboundary"],
};

view.element.addEventListener("keydown", (event) => {
  const jump = event.ctrlKey || event.metaKey || (isMac && event.altKey);
  const start = { passage: 0, unit: 0 };
  const end = view.end();
  if (event.key.toLowerCase() === "a" && jump && end) {
    event.preventDefault();
    selection.set(start, end);
  }
  const step = steps[event.key];
  if (!step || !end || event.defaultPrevented || (event.altKey && !isMac)) return;
  event.preventDefault();
  const isExtending = event.shiftKey || selection.edge !== null;
  selection.read();
  const { places } = selection;
  const edge = jump && { Home: start, End: end }[event.key];
  if (edge) caret.move(edge, isExtending ? places?.anchor : edge);
  else if (places === null) caret.move({ passage: caret.firstVisible(), unit: 0 });
  else moveNative(places, isExtending ? "extend" : "move", step[0], jump && step[1] === "character" ? "word" : step[1]);
});

/** Lets the browser move or extend its selection, which must not leave the document. */
function moveNative(before, alteration, direction, granularity) {
  const native = /** @type {any} */ (document.getSelection());
  const isInside = () => native.focusNode && view.element.contains(native.focusNode);
  if (!isInside()) selection.restore();
  native.modify(alteration, direction, granularity);
  selection.isStale = true;
  selection.read();
  if (isInside()) caret.reveal();
  else caret.move(before.focus, before.anchor);
}

function rectOf(place) {
  const [rect] = rangeOf(place).getClientRects();
  if (rect?.height > 0) return rect;
  const [node] = boundaryOf(place);
  return (node instanceof Element ? node : node.parentElement)?.getClientRects()[0];
}
