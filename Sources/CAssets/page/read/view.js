// @ts-check
import { el, framed, t } from "../core/index.js";
import { drawLanes, drawMarks, measure } from "./marks.js";
import { PassageList } from "./passages.js";
import { passagesOf, Spans } from "./spans.js";

/** How many characters a line has about, to estimate the height of a passage that was never laid out. */
const lineLength = 72;
/** Passages are skipped and drawn in groups: their styles are then not computed until the group comes near. */
const groupSize = 8;

// The text of a document. All of it is in the DOM, so that the browser's search and screen readers find it; marks and lanes are
// drawn only near the window (5,000 codings everywhere cost 900 ms, near the window 30 ms).
export class DocumentView {
  /** `before` and `after` are called around each drawing, which replaces text nodes. */
  constructor({ before, after }) {
    this.element = el("div", { class: "text", role: "document", tabindex: "0", "aria-label": t("Text of the document") });
    this.before = before;
    this.after = after;
    /** @type {StudyDocument | null} */
    this.document = null;
    this.list = new PassageList([]);
    this.spans = new Spans(this.list);
    /** @type {HTMLElement[]} */
    this.blocks = [];
    this.near = new Set();
    this.stale = new Set();
    /** @type {string | null} */
    this.chosen = null;
    /** Whether drawing stops while the user drags a selection, which new text nodes would break. */
    this.isFrozen = false;
    this.schedule = framed(() => this.draw());
    this.watcher = new IntersectionObserver((entries) => this.see(entries), { rootMargin: "40% 0px" });
    new ResizeObserver(() => this.invalidate(this.near)).observe(this.element);
  }

  show(document) {
    this.document = document;
    this.list = new PassageList(document.passages);
    this.spans = new Spans(this.list);
    this.watcher.disconnect();
    this.near.clear();
    this.stale.clear();
    this.chosen = null;
    this.blocks = document.passages.map(blockOf);
    this.element.textContent = "";
    this.element.lang = document.language;
    for (let first = 0; first < this.blocks.length; first += groupSize) {
      const texts = this.list.texts.slice(first, first + groupSize);
      const lines = texts.reduce((sum, text) => sum + Math.ceil(text.length / lineLength), 0);
      const attributes = { class: "group", "data-first": first, "--lines": lines, "--passages": texts.length };
      const group = el("div", attributes, this.blocks.slice(first, first + groupSize));
      this.element.append(group);
      this.watcher.observe(group);
    }
  }

  see(entries) {
    for (const { target, isIntersecting } of entries) {
      const first = Number(target.dataset.first);
      for (let passage = first; passage < Math.min(first + groupSize, this.blocks.length); passage += 1) {
        if (isIntersecting !== this.near.has(passage) && this.spans.at(passage).length > 0) this.stale.add(passage);
        if (isIntersecting) this.near.add(passage);
        else this.near.delete(passage);
      }
    }
    this.schedule();
  }

  invalidate(passages) {
    for (const passage of passages) this.stale.add(passage);
    this.schedule();
  }

  draw() {
    if (this.isFrozen || this.stale.size === 0) return;
    const stale = [...this.stale].filter((passage) => passage < this.blocks.length);
    this.stale.clear();
    this.before();
    const drawn = stale.map((passage) => {
      const spans = this.near.has(passage) ? this.spans.at(passage) : [];
      return { block: this.blocks[passage], marks: drawMarks(this.blocks[passage], this.list, passage, spans, this.chosen) };
    });
    const measured = drawn.filter(({ marks }) => marks.size > 0).map(({ block, marks }) => ({ block, stripes: measure(block, marks) }));
    for (const { block, stripes } of measured) drawLanes(block, stripes, this.chosen);
    this.after();
  }

  choose(key) {
    if (this.chosen === key) return;
    const passages = [this.chosen, key].flatMap((one) => passagesOf(this.spans.byKey.get(one ?? "")));
    this.chosen = key;
    this.invalidate(passages);
  }
}

function blockOf({ kind, level, language, text }, index) {
  const others = { title: "h2", heading: `h${Math.min(6, Math.max(2, level + 2))}`, quote: "blockquote" };
  const attributes = { class: `passage ${kind}`, dir: "auto", lang: language || null, "data-passage": index };
  return el(others[kind] ?? "p", attributes, text);
}
