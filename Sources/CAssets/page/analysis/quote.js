// @ts-check
import { el, tint } from "../core/elements.js";
import { go } from "../core/route.js";
import { codeColor, codeName } from "../core/session.js";
import { t } from "../core/words.js";

/**
 * Words of a document with those around them.
 * @typedef {{document: string, title: string, passage: number, start: number, end: number, before: string, quote: string,
 *     after: string}} Place
 * @typedef {Place & {id: string | null, author: string | null, year: number | string | null, section: string[],
 *     code: string, coder: string | null, automatic: boolean, state: string, memo: string | null}} Quote
 */

/**
 * Returns the words in their context, marked in the colour of the code.
 * @param {{before: string, quote: string, after: string}} place
 * @param {string} [color]
 */
export function words({ before, quote, after }, color) {
    const mark = el("mark", {}, quote);
    if (color) tint(mark, color);
    return el("p", { class: "words", dir: "auto" }, el("span", { class: "context" }, before), mark, el("span", { class: "context" }, after));
}

/**
 * Returns where the words are: the document, the author and year if they are known, the headings and the passage.
 * @param {Place & {author?: string | null, year?: number | string | null, section?: string[]}} place
 */
export function source(place) {
    const byline = [place.author, place.year].filter((part) => part).join(" ");
    return el(
        "p",
        { class: "source" },
        el("bdi", {}, place.title || place.document),
        byline ? [" (", el("bdi", {}, byline), ")"] : null,
        (place.section ?? []).map((heading) => [" › ", el("bdi", {}, heading)]),
        ` · ${t("passage {n}", { n: place.passage })}`,
    );
}

/**
 * Opens the words in Read.
 * @param {{document: string, start: number, end: number}} place
 */
export function openInRead(place) {
    go("read", { id: place.document, at: `${place.start}-${place.end}` });
}

/**
 * Returns the name of a code with its colour.
 * @param {string} path
 */
export function codeLabel(path) {
    return el("span", { class: "code", title: path }, tint(el("span", { class: "swatch", "aria-hidden": "true" }), codeColor(path)), el("bdi", {}, codeName(path)));
}
