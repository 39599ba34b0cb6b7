// @ts-check
import { el } from "../core/elements.js";
import { t } from "../core/words.js";
import { drawLanes, drawMarks, measure } from "./marks.js";
import { PassageList } from "./passages.js";
import { Spans } from "./spans.js";

/** @typedef {import("../core/types.js").StudyDocument} StudyDocument */

/** How many characters a line has about, to estimate the height of a passage that was never laid out. */
const lineLength = 72;
/** Passages are skipped and drawn in groups: their styles are then not computed until the group comes near. */
const groupSize = 8;

/**
 * The text of a document. All of it is in the DOM, so that the browser's search and screen readers find it; marks and
 * lanes are drawn only near the window (5,000 codings everywhere cost 900 ms, near the window 30 ms).
 */
export class DocumentView {
    /** @param {{before: () => void, after: () => void}} drawing called around each drawing, which replaces text nodes */
    constructor(drawing) {
        this.element = el("div", { class: "text", role: "document", tabindex: "0", "aria-label": t("Text of the document") });
        this.drawing = drawing;
        /** @type {StudyDocument | null} */
        this.document = null;
        this.list = new PassageList(/** @type {any} */ ({ passages: [] }));
        this.spans = new Spans(this.list);
        /** @type {HTMLElement[]} */
        this.blocks = [];
        /** @type {Set<number>} */
        this.near = new Set();
        /** @type {Set<number>} */
        this.stale = new Set();
        /** @type {string | null} */
        this.chosen = null;
        this.isFrozen = false;
        this.frame = 0;
        this.watcher = new IntersectionObserver((entries) => this.see(entries), { rootMargin: "40% 0px" });
        new ResizeObserver(() => this.invalidate(this.near)).observe(this.element);
    }

    /**
     * Shows another document, without marks.
     * @param {StudyDocument} document
     */
    show(document) {
        this.document = document;
        this.list = new PassageList(document);
        this.spans = new Spans(this.list);
        this.watcher.disconnect();
        this.near.clear();
        this.stale.clear();
        this.chosen = null;
        this.blocks = document.passages.map(blockOf);
        this.element.textContent = "";
        this.element.lang = document.language;
        for (let first = 0; first < this.blocks.length; first += groupSize) {
            const blocks = this.blocks.slice(first, first + groupSize);
            const group = el("div", { class: "group", "data-first": String(first) }, blocks);
            const lines = blocks.reduce((sum, _, index) => sum + Math.ceil(this.list.texts[first + index].length / lineLength), 0);
            group.style.setProperty("--lines", String(lines));
            group.style.setProperty("--passages", String(blocks.length));
            this.element.append(group);
            this.watcher.observe(group);
        }
    }

    /** @param {IntersectionObserverEntry[]} entries */
    see(entries) {
        for (const { target, isIntersecting } of entries) {
            const first = Number(/** @type {HTMLElement} */ (target).dataset.first);
            for (let passage = first; passage < Math.min(first + groupSize, this.blocks.length); passage += 1) {
                const isChanged = isIntersecting !== this.near.has(passage);
                if (isIntersecting) this.near.add(passage);
                else this.near.delete(passage);
                if (isChanged && this.spans.at(passage).length > 0) this.stale.add(passage);
            }
        }
        this.schedule();
    }

    /**
     * Draws the passages again before the next frame.
     * @param {Iterable<number>} passages
     */
    invalidate(passages) {
        for (const passage of passages) this.stale.add(passage);
        this.schedule();
    }

    schedule() {
        if (this.frame === 0) this.frame = requestAnimationFrame(() => this.draw());
    }

    /** Stops drawing while the user drags a selection, which new text nodes would break. */
    freeze() {
        this.isFrozen = true;
    }

    thaw() {
        this.isFrozen = false;
        if (this.stale.size > 0) this.schedule();
    }

    draw() {
        this.frame = 0;
        if (this.isFrozen || this.stale.size === 0) return;
        const stale = [...this.stale].filter((passage) => passage < this.blocks.length);
        this.stale.clear();
        this.drawing.before();
        const drawn = stale.map((passage) => {
            const spans = this.near.has(passage) ? this.spans.at(passage) : [];
            return { passage, marks: drawMarks(this.blocks[passage], this.list, passage, spans, this.chosen) };
        });
        const measured = drawn.filter(({ marks }) => marks.size > 0).map(({ passage, marks }) => ({ passage, stripes: measure(this.blocks[passage], marks) }));
        for (const { passage, stripes } of measured) drawLanes(this.blocks[passage], stripes, this.chosen);
        this.drawing.after();
    }

    /**
     * Makes the span of the key the one that actions refer to.
     * @param {string | null} key
     */
    choose(key) {
        if (this.chosen === key) return;
        const passages = [this.chosen, key].flatMap((one) => {
            const span = one === null ? undefined : this.spans.byKey.get(one);
            return span ? Array.from({ length: span.last - span.first + 1 }, (_, index) => span.first + index) : [];
        });
        this.chosen = key;
        this.invalidate(passages);
    }
}

/**
 * Returns the block of a passage.
 * @param {import("../core/types.js").Passage} passage
 * @param {number} index
 */
function blockOf({ kind, level, language, text }, index) {
    const tag = /** @type {"p"} */ (kind === "title" ? "h2" : kind === "heading" ? `h${Math.min(6, Math.max(2, level + 2))}` : kind === "quote" ? "blockquote" : "p");
    return el(tag, { class: `passage ${kind}`, dir: "auto", lang: language || null, "data-passage": String(index) }, text);
}
