// @ts-check
import { api, bdi, el, go, linkTo, p, pathOf, plural, span, t, tint } from "./kit.js";

/** Returns the words in their context, marked in the colour of the code. */
export function words({ before, quote, after }, color = "") {
  const mark = el("mark", {}, quote);
  if (color) tint(mark, color);
  return el("p", { class: "words", dir: "auto" }, span("context", before), mark, span("context", after));
}

/** Returns where the words are: the document, the author and year if they are known, the headings and the passage. */
export function source({ document, title, author, year, section = [], passage }) {
  const byline = [author, year].filter(Boolean).join(" ");
  const headings = section.map((heading) => [" › ", bdi(heading)]);
  return p("source", bdi(title || document), byline && [" (", bdi(byline), ")"], headings, ` · ${t("passage {n}", { n: passage })}`);
}

const inRead = ({ document, start, end }) => ({ id: document, at: `${start}-${end}` });
export const openInRead = (place) => go("read", inRead(place));
export const readLink = (place) => el("a", { href: linkTo("read", inRead(place)) }, t("Read"));

/** Returns a path with a filter of quotes, whose `with` has further codes of the same passage, separated by commas. */
export function quotesPath(parts, { with: others = "", ...filter }) {
  const further = others.split(",").filter(Boolean);
  return pathOf(parts, filter) + further.map((code) => `&with=${encodeURIComponent(code)}`).join("");
}

/** Returns all quotes that are coded by hand with the code itself. */
export async function quotesByHand(code) {
  const all = [];
  let after = null;
  do {
    const page = await api.get(pathOf(["quotes"], { code, codings: "hand", after, limit: 500 }));
    all.push(...page.quotes.filter((quote) => quote.code === code));
    after = page.next;
  } while (after !== null);
  return all;
}

/** Returns how many things there are in how many documents. */
export function inDocuments(things, documents) {
  return `${things} ${plural(documents, "in {n} document", "in {n} documents")}`;
}
