// @ts-check
import { kept } from "./store.js";

export const languages = { en: "English", id: "Bahasa Indonesia" };
export const language = kept("language", navigator.language.toLowerCase().startsWith("id") ? "id" : "en");
document.documentElement.lang = language;

const translations = {};
const numbers = new Intl.NumberFormat(language);

export async function loadWords() {
  if (language !== "en") Object.assign(translations, await (await fetch(`/assets/words/${language}.json`)).json());
}

/**
 * Returns the sentence in the user's language, with `{name}` replaced by values. `{s}` and `{es}`, the endings of a plural, are
 * left out if `n` is 1.
 */
export function t(sentence, values = {}) {
  return (translations[sentence] ?? sentence).replace(/\{(\w+)\}/g, (whole, name) => {
    if (name === "s" || name === "es") return values.n === 1 ? "" : name;
    const value = values[name] ?? whole;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

export const when = (timestamp) => new Date(timestamp).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
