// @ts-check
import { el, tint } from "../core/elements.js";
import { codeColor, codeName } from "../core/session.js";
import { t } from "../core/words.js";

/**
 * @typedef {import("./spans.js").Span} Span
 * @typedef {import("./passages.js").PassageList} PassageList
 * @typedef {{span: Span, from: number, to: number}} Piece the units of a passage that a span covers
 */

/** Lines below the text are kept apart up to this level; the lanes beside the text show the rest. */
const lines = 3;

/**
 * Draws the text of a passage with its codings: nested marks, all made again from the spans. The text nodes joined are
 * exactly the text.
 * @param {HTMLElement} block
 * @param {PassageList} list
 * @param {number} passage
 * @param {Span[]} spans
 * @param {string | null} chosen the key of the span that actions refer to
 * @returns {Map<Span, HTMLElement[]>} the marks of each span, in order
 */
export function drawMarks(block, list, passage, spans, chosen) {
    const text = list.texts[passage];
    const pieces = spans.flatMap((span) => piecesIn(list, passage, span));
    const edges = new Set([0, text.length, ...pieces.flatMap(({ from, to }) => [from, to])]);
    const points = [...edges].sort((a, b) => a - b);
    /** @type {Map<Span, HTMLElement[]>} */
    const marks = new Map();
    const fragment = document.createDocumentFragment();
    for (const [index, from] of points.slice(0, -1).entries()) {
        const to = points[index + 1];
        const here = pieces.filter((piece) => piece.from < to && piece.to > from).sort((a, b) => a.span.level - b.span.level);
        /** @type {Node} */
        let node = document.createTextNode(text.slice(from, to));
        for (const piece of here) {
            const mark = markOf(piece, from, to, piece.span.key === chosen);
            mark.append(node);
            node = mark;
            const sofar = marks.get(piece.span);
            if (sofar) sofar.push(mark);
            else marks.set(piece.span, [mark]);
        }
        fragment.append(node);
    }
    block.textContent = "";
    block.append(fragment);
    return marks;
}

/** @param {PassageList} list @param {number} passage @param {Span} span @returns {Piece[]} */
function piecesIn(list, passage, span) {
    const length = list.texts[passage].length;
    return span.pieces
        .filter(([start, end]) => list.passageAt(start) <= passage && list.passageAt(end - 1) >= passage)
        .map(([start, end]) => {
            const [first, last] = [list.place(start), list.place(end)];
            return { span, from: first.passage < passage ? 0 : first.unit, to: last.passage > passage ? length : last.unit };
        })
        .filter(({ from, to }) => from < to);
}

/** @param {Piece} piece @param {number} from @param {number} to @param {boolean} isChosen */
function markOf({ span, ...piece }, from, to, isChosen) {
    const mark = el("mark", {
        class: `${span.kind}${span.isPending ? " pending" : ""}${span.isUnsure ? " unsure" : ""}${isChosen ? " chosen" : ""}`,
        "data-key": span.key,
        // The style sheet adds these to what screen readers speak, so that they hear where a coding begins and ends.
        "data-begin": piece.from === from ? `${spanLabel(span)}: ` : null,
        "data-end": piece.to === to ? t("end of {code}", { code: codeName(span.code) }) : null,
    });
    mark.style.setProperty("--level", String(Math.min(span.level, lines)));
    return tint(mark, codeColor(span.code));
}

/**
 * Returns the code of a span and who coded it, for people.
 * @param {Span} span
 */
export function spanLabel(span) {
    const code = codeName(span.code);
    if (span.kind === "automatic") return t("{code}, automatic", { code });
    return span.kind === "own" ? code : t("{code} by {coder}", { code, coder: span.coder ?? "" });
}

/**
 * Draws the lanes beside a passage: a stripe of each span on the lines that it covers, and the names of the codes where
 * they fit. They are in the passage's box, which clips what leaves it, and have no text nodes. Heights are read for all
 * passages before the first lane is written, so that layout runs once.
 * @param {HTMLElement} block
 * @param {{span: Span, top: number, bottom: number}[]} stripes in pixels from the top of the passage
 * @param {string | null} chosen
 */
export function drawLanes(block, stripes, chosen) {
    if (stripes.length === 0) return;
    const gutter = el("span", { class: "lanes", "aria-hidden": "true" });
    let free = 0;
    const lanes = stripes.reduce((most, { span }) => Math.max(most, span.lane + 1), 0);
    gutter.style.setProperty("--lanes", String(lanes));
    for (const { span, top, bottom } of stripes.sort((a, b) => a.top - b.top || a.span.lane - b.span.lane)) {
        const stripe = tint(el("span", { class: `stripe ${span.kind}${span.isPending ? " pending" : ""}${span.key === chosen ? " chosen" : ""}`, "data-key": span.key, title: spanLabel(span) }), codeColor(span.code));
        for (const [name, value] of Object.entries({ "--lane": span.lane, "--top": `${top}px`, "--height": `${bottom - top}px` })) {
            stripe.style.setProperty(name, String(value));
        }
        gutter.append(stripe);
        const place = Math.max(top, free);
        if (place > bottom) continue;
        const label = el("span", { class: `lane-label ${span.kind}`, "data-key": span.key, "data-label": codeName(span.code) });
        label.style.setProperty("--top", `${place}px`);
        gutter.append(label);
        free = place + 18;
    }
    block.append(gutter);
}

/**
 * Returns where the stripes of a passage go.
 * @param {HTMLElement} block
 * @param {Map<Span, HTMLElement[]>} marks
 */
export function measure(block, marks) {
    const { top } = block.getBoundingClientRect();
    return [...marks].map(([span, parts]) => {
        const first = parts[0].getClientRects()[0];
        const rects = parts[parts.length - 1].getClientRects();
        const last = rects[rects.length - 1];
        return { span, top: (first?.top ?? top) - top, bottom: (last?.bottom ?? top) - top };
    });
}
