// @ts-check
import { el, framed, signal, t } from "../core/index.js";
import { drawLanes, drawMarks, measure } from "./marks.js";
import { PassageList } from "./passages.js";
import { selection } from "./selection.js";
import { passagesOf, Spans } from "./spans.js";

/** The styles of a group of passages are not computed until it comes near. */
const groupSize = 8;
const none = new PassageList([]);

export const changes = signal({});
export const changed = framed(() => changes.set({}));

// All of the text is in the DOM, so that the browser's search and screen readers find it; marks and lanes are drawn only near
// the window (5,000 codings everywhere cost 900 ms, near the window 30 ms).
export const view = {
  element: el("div", { class: "text", role: "document", tabindex: "0", "aria-label": t("Text of the document") }),
  /** @type {any} */
  document: null,
  list: none,
  spans: new Spans(none),
  /** @type {HTMLElement[]} */
  blocks: [],
  near: new Set(),
  stale: new Set(),
  chosen: "",
  /** Whether the user drags a selection, which new text nodes would break. */
  isFrozen: false,
  schedule: framed(() => view.draw()),

  show(document) {
    this.document = document;
    this.list = new PassageList(document.passages);
    this.spans = new Spans(this.list);
    watcher.disconnect();
    this.near.clear();
    this.stale.clear();
    this.chosen = "";
    this.blocks = document.passages.map(blockOf);
    this.element.textContent = "";
    this.element.lang = document.language ?? "";
    for (let first = 0; first < this.blocks.length; first += groupSize) {
      // The style sheet estimates the height of what was never laid out.
      const letters = this.list.texts.slice(first, first + groupSize).join("").length;
      const blocks = this.blocks.slice(first, first + groupSize);
      const group = el("div", { class: "group", "data-first": first, "--letters": letters }, blocks);
      this.element.append(group);
      watcher.observe(group);
    }
  },

  end: () => (view.blocks.length > 0 ? view.list.endOf(view.blocks.length - 1) : null),

  invalidate(passages) {
    for (const passage of passages) this.stale.add(passage);
    this.schedule();
  },

  draw() {
    if (this.isFrozen || this.stale.size === 0) return;
    const stale = [...this.stale].filter((passage) => passage < this.blocks.length);
    this.stale.clear();
    selection.isStale = true;
    selection.read();
    const drawn = stale.map((passage) => drawMarks(passage)).filter(({ marks }) => marks.size > 0);
    // All are measured before lanes are drawn, so that the browser lays out the text only once.
    drawn.map(measure).forEach(drawLanes);
    if (this.element.contains(document.getSelection()?.anchorNode ?? null)) selection.restore();
    changed();
  },

  choose(key) {
    if (this.chosen === key) return;
    const passages = [this.chosen, key].flatMap((one) => passagesOf(this.spans.byKey.get(one)));
    this.chosen = key;
    this.invalidate(passages);
  },
};
new ResizeObserver(() => view.invalidate(view.near)).observe(view.element);

const watcher = new IntersectionObserver(see, { rootMargin: "40% 0px" });

function see(entries) {
  for (const { target, isIntersecting } of entries) {
    const first = Number(target.dataset.first);
    for (let passage = first; passage < Math.min(first + groupSize, view.blocks.length); passage += 1) {
      if (isIntersecting !== view.near.has(passage) && view.spans.at(passage).length > 0) view.stale.add(passage);
      view.near[isIntersecting ? "add" : "delete"](passage);
    }
  }
  view.schedule();
}

function blockOf({ kind, level, language, text }, index) {
  const tags = { title: "h2", heading: `h${Math.min(6, Math.max(2, level + 2))}`, quote: "blockquote" };
  return el(tags[kind] ?? "p", { class: `passage ${kind}`, dir: "auto", lang: language || null, "data-passage": index }, text);
}
