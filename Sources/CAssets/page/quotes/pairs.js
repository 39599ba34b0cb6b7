// @ts-check
import { api, pathOf } from "../core/api.js";

/** @typedef {import("../analysis/quote.js").Quote} Quote */

/**
 * The passages that have all other codes, while the filter is the same.
 * @type {{key: string, passages: Set<string>}}
 */
let shared = { key: "", passages: new Set() };

/**
 * Returns a page of the quotes of the filter's code in passages that have the other codes, too: those of `with`, separated
 * by commas. Pages without any are skipped.
 * @param {Record<string, string>} filter
 * @param {string | number | null} after
 * @returns {Promise<{quotes: Quote[], next: string | null, total: number}>}
 */
export async function together(filter, after) {
    const { with: others, ...first } = filter;
    const key = JSON.stringify(filter);
    if (after === null || shared.key !== key) {
        const sets = await Promise.all(others.split(",").map((code) => passagesOf({ ...first, code })));
        shared = { key, passages: new Set([...sets[0]].filter((passage) => sets.every((set) => set.has(passage)))) };
    }
    for (let next = after; ; ) {
        /** @type {{quotes: Quote[], next: string | null, total: number}} */
        const page = await api.get(pathOf(["quotes"], { ...first, after: next, limit: 500 }));
        const quotes = page.quotes.filter((quote) => shared.passages.has(place(quote)));
        next = page.next;
        if (quotes.length > 0 || next === null) return { ...page, quotes };
    }
}

/** @param {Record<string, string>} filter */
async function passagesOf(filter) {
    /** @type {Set<string>} */
    const passages = new Set();
    for (let after = null; ; ) {
        /** @type {{quotes: Quote[], next: any}} */
        const page = await api.get(pathOf(["quotes"], { ...filter, after, limit: 500 }));
        for (const quote of page.quotes) passages.add(place(quote));
        after = page.next;
        if (after === null) return passages;
    }
}

/** @param {Quote} quote */
function place({ document, passage }) {
    return JSON.stringify([document, passage]);
}
