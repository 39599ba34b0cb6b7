// @ts-check
/** @typedef {import("./spans.js").Span} Span */

/**
 * Returns the first place whose last span ends before this one, and puts the span there.
 * @param {Span[]} lasts the last span of each place
 * @param {Span} span
 * @param {number} gap in scalars, between spans of one passage
 */
export function firstFree(lasts, span, gap) {
    const free = lasts.findIndex((last) => last.end + gap <= span.start || last.last < span.first);
    const place = free < 0 ? lasts.length : free;
    lasts[place] = span;
    return place;
}

/**
 * Returns the preferred number, or the smallest one, that is not taken.
 * @param {number[]} taken
 * @param {number} [preferred]
 */
export function unused(taken, preferred = 0) {
    if (!taken.includes(preferred)) return preferred;
    let number = 0;
    while (taken.includes(number)) number += 1;
    return number;
}
