// @ts-check
import { session } from "../core/session.js";
import { firstFree, unused } from "./lanes.js";

/**
 * A coding as it is drawn: one by hand, or the evidence of an automatic one. `pieces` are pairs of scalars.
 * @typedef {import("../core/types.js").Coding} Coding
 * @typedef {import("../core/types.js").AutomaticCoding} AutomaticCoding
 * @typedef {{key: string, code: string, coder: string | null, kind: "own" | "other" | "automatic", isPending: boolean,
 *     isUnsure: boolean, start: number, end: number, first: number, last: number, lane: number, level: number,
 *     pieces: [number, number][], coding: Coding | null, automatic: AutomaticCoding | null}} Span
 */

/** Spans of one passage that are nearer than a line share lines of the window, so they need different lanes. */
const line = 90;

/** The codings of a document by passage. Each has a lane beside those near it, and a level below those that it overlaps. */
export class Spans {
    /** @param {import("./passages.js").PassageList} list */
    constructor(list) {
        this.list = list;
        /** @type {Map<string, Span>} */
        this.byKey = new Map();
        /** @type {Span[][]} */
        this.byPassage = Array.from({ length: list.count }, () => []);
    }

    /**
     * Returns the spans of a passage.
     * @param {number} passage
     */
    at(passage) {
        return this.byPassage[passage] ?? [];
    }

    /**
     * Adds many spans: sorted by their starts, each takes the first lane that is free.
     * @param {Span[]} spans
     */
    addAll(spans) {
        /** @type {Span[]} */
        const lanes = [];
        /** @type {Span[]} */
        const levels = [];
        for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
            span.lane = firstFree(lanes, span, line);
            span.level = firstFree(levels, span, 0);
            this.insert(span);
        }
    }

    /**
     * Adds a span, or replaces the one of its key.
     * @param {Span} span
     * @returns {number[]} the passages to draw again
     */
    add(span) {
        const before = this.byKey.get(span.key);
        const changed = before ? this.remove(before.key) : [];
        const near = passagesOf(span).flatMap((passage) => this.at(passage));
        const within = (/** @type {number} */ gap) => near.filter((other) => other.start < span.end + gap && span.start < other.end + gap);
        span.lane = unused(within(line).map(({ lane }) => lane), before?.lane);
        span.level = unused(within(0).map(({ level }) => level), before?.level);
        this.insert(span);
        return [...changed, ...passagesOf(span)];
    }

    /**
     * Removes the span of the key.
     * @param {string} key
     * @returns {number[]} the passages to draw again
     */
    remove(key) {
        const span = this.byKey.get(key);
        if (!span) return [];
        this.byKey.delete(key);
        const passages = passagesOf(span);
        for (const passage of passages) this.byPassage[passage] = this.at(passage).filter((other) => other !== span);
        return passages;
    }

    /** @param {Span} span */
    insert(span) {
        this.byKey.set(span.key, span);
        for (const passage of passagesOf(span)) this.byPassage[passage]?.push(span);
    }

    /**
     * Returns the span of a coding by hand, or null if its words are lost.
     * @param {Coding} coding
     * @returns {Span | null}
     */
    ofCoding(coding) {
        if (coding.state === "lost" || coding.end <= coding.start) return null;
        return this.span(`c ${coding.id}`, coding.code, [[coding.start, coding.end]], {
            coder: coding.coder,
            kind: coding.coder === session.me.get() ? "own" : "other",
            isPending: coding.pending === true,
            isUnsure: coding.state === "unsure",
            coding,
        });
    }

    /**
     * Returns the span of an automatic coding, or null if the coder accepted it (it is then a coding by hand) or rejected it.
     * @param {AutomaticCoding} automatic
     * @returns {Span | null}
     */
    ofAutomatic(automatic) {
        if (automatic.verdicts[session.me.get()] || automatic.evidence.length === 0) return null;
        return this.span(automaticKey(automatic), automatic.code, automatic.evidence, { kind: "automatic", automatic });
    }

    /** @param {string} key @param {string} code @param {[number, number][]} pieces @param {Partial<Span>} more @returns {Span} */
    span(key, code, pieces, more) {
        const start = Math.min(...pieces.map((piece) => piece[0]));
        const end = Math.max(...pieces.map((piece) => piece[1]));
        const [first, last] = [this.list.passageAt(start), this.list.passageAt(end - 1)];
        const defaults = { coder: null, kind: /** @type {const} */ ("own"), isPending: false, isUnsure: false, lane: 0, level: 0, coding: null, automatic: null };
        return { ...defaults, key, code, pieces, start, end, first, last, ...more };
    }
}

/** @param {{passage: number, code: string}} automatic */
export function automaticKey({ passage, code }) {
    return `a ${passage} ${code}`;
}

/** @param {Span} span */
function passagesOf({ first, last }) {
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
