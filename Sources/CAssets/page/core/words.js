// @ts-check
import { keep, kept } from "./store.js";

export const languages = { en: "English", id: "Bahasa Indonesia" };
/** The language of the page: the user's choice, else that of the browser. */
export const language = kept("language", navigator.language.toLowerCase().startsWith("id") ? "id" : "en");
document.documentElement.lang = language;

const translations = {};
const numbers = new Intl.NumberFormat(language);

/** Fetches the words of the language, by the English ones. Without them the page is in English. */
export async function loadWords() {
  const files = language === "id" ? ["id", "id-screens"] : [];
  const load = async (file) => (await fetch(`/assets/words/${file}.json`)).json().catch(() => ({}));
  Object.assign(translations, ...(await Promise.all(files.map(load))));
}

/** Returns the sentence in the user's language, with `{name}` replaced by values, and numbers as the language writes them. */
export function t(sentence, values = {}) {
  return (translations[sentence] ?? sentence).replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name] ?? whole;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

/** Returns the sentence that fits the number, which is its `{n}`. */
export const plural = (n, one, many) => t(n === 1 ? one : many, { n });

/** Returns the day and time of an ISO timestamp as the user writes them. */
export function when(timestamp) {
  const date = new Date(timestamp);
  if (Number.isNaN(date.getTime())) return timestamp;
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(date);
}

export function setLanguage(tag) {
  keep("language", tag);
  location.reload();
}
