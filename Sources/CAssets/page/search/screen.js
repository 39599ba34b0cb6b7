// @ts-check
import {
  addActions, bdi, div, documentChoice, el, field, get, go, hint, inDocuments, openInRead, p, quietButton, redrawFields, status,
  t, words,
} from "../analysis/kit.js";
import { feed } from "../analysis/feed.js";

let asked = {};
const input = el("input", { type: "search", dir: "auto", autocomplete: "off", spellcheck: "false" });
const documents = div("");
const total = status("total");
const list = feed({
  screen: "search",
  label: t("Matches"),
  concerns: ({ texts }) => texts,
  fetch: async () => {
    const { matches, total: all, documents } = await get("search", { ...asked, limit: 500 });
    const n = matches.length;
    const found = inDocuments(t("{n} match{es}", { n: all }), documents);
    total.textContent = all > n ? `${found} (${t("{n} of {all}", { n, all })})` : found;
    return { items: matches, next: null };
  },
  draw: (match, before) => [
    before?.document !== match.document && el("h2", {}, bdi(match.title || match.document)),
    words(match),
    p("source", t("passage {n}", { n: match.passage }), " ", quietButton(t("Read"), () => openInRead(match))),
  ],
  open: openInRead,
});
addActions("search", [["field", t("Words"), "/", () => input.select()]]);
addActions("page", [["search", t("Search in all documents"), "Ctrl-Shift-f", () => go("search")]]);

export const screen = { id: "search", name: t("Search"), key: "4", show };

async function show(root, { q = "", document = "" }) {
  if (!root.firstChild) build(root);
  redrawFields(documents, [documentChoice(document, (document) => go("search", { ...asked, document }))]);
  const isOther = q !== asked.q || document !== asked.document;
  asked = { q, document };
  if (!q) return input.select();
  input.value = q;
  await list.show(isOther);
}

function build(root) {
  const onsubmit = (event) => {
    event.preventDefault();
    if (input.value.trim()) go("search", { ...asked, q: input.value.trim() });
  };
  const submit = el("button", { class: "primary" }, t("Search"));
  const form = el("form", { class: "filters", role: "search", onsubmit }, field(t("Words"), input), documents, submit);
  const help = t("Case and the forms of quotation marks and dashes are ignored. Enter opens a match in Read.");
  root.append(el("h1", {}, t("Search")), form, total, list.element, hint(help));
}
