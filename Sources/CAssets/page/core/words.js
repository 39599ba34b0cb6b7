// @ts-check
import { kept, keep } from "./store.js";
import { indonesian } from "./indonesian.js";

/** @type {Map<string, string>} */
const translations = new Map(Object.entries(indonesian));

/** The languages of the page, with their own names. */
export const languages = /** @type {const} */ ({ en: "English", id: "Bahasa Indonesia" });

/** The language of the page: the user's choice, else that of the browser. */
export const language = kept("language", navigator.language.toLowerCase().startsWith("id") ? "id" : "en");
document.documentElement.lang = language;

const numbers = new Intl.NumberFormat(language);

/**
 * Adds Indonesian words of a screen, by their English ones.
 * @param {Record<string, string>} words
 */
export function translate(words) {
    for (const [english, translation] of Object.entries(words)) translations.set(english, translation);
}

/**
 * Returns the sentence in the user's language, with `{name}` replaced by values. Numbers are written as the language does.
 * @param {string} sentence in English
 * @param {Record<string, string | number>} [values]
 */
export function t(sentence, values = {}) {
    const words = language === "id" ? translations.get(sentence) ?? sentence : sentence;
    return words.replace(/\{(\w+)\}/g, (whole, name) => {
        const value = values[name];
        if (value === undefined) return whole;
        return typeof value === "number" ? numbers.format(value) : value;
    });
}

/**
 * Returns the sentence that fits the number, which is its `{n}`.
 * @param {number} n
 * @param {string} one such as "{n} coding"
 * @param {string} many such as "{n} codings"
 */
export function plural(n, one, many) {
    return t(n === 1 ? one : many, { n });
}

/**
 * Returns the day and time of an ISO timestamp as the user writes them.
 * @param {string} timestamp
 */
export function when(timestamp) {
    const date = new Date(timestamp);
    if (Number.isNaN(date.getTime())) return timestamp;
    return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(date);
}

/**
 * Keeps the language and loads the page in it.
 * @param {string} tag
 */
export function setLanguage(tag) {
    keep("language", tag);
    location.reload();
}
