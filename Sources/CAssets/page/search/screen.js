// @ts-check
import {
  addActions, bdi, command, div, documentChoice, el, field, get, go, hint, inDocuments, openInRead, p, quietButton,
  redrawFields, status, t, words,
} from "../analysis/kit.js";
import { feed } from "../analysis/feed.js";

let asked = {};
const input = el("input", { type: "search", dir: "auto", autocomplete: "off", spellcheck: "false" });
const documents = div("");
const total = status("total");
const list = feed({
  screen: "search", label: t("Matches"), empty: t("Nothing found"), names: [t("Next match"), t("Previous match")],
  fetch: async () => {
    const answer = await get("search", { q: asked.q, document: asked.document, limit: 500 });
    const n = answer.matches.length;
    const found = inDocuments(t("{n} match{es}", { n: answer.total }), answer.documents);
    total.textContent = answer.total > n ? `${found}; ${t("the first {n} are shown", { n })}` : found;
    return { items: answer.matches, next: null };
  },
  draw: (match, before) => [
    before?.document !== match.document && el("h2", {}, bdi(match.title || match.document)),
    words(match),
    p("source", t("passage {n}", { n: match.passage }), " ", quietButton(t("Read"), () => openInRead(match))),
  ],
  open: openInRead,
});
addActions("search", [["field", t("Search for other words"), "/", () => input.select()]]);
command({ id: "search.everywhere", name: t("Search in all documents"), keys: ["Ctrl-Shift-f"], screens: null, run: () => go("search") });

export const screen = { id: "search", name: t("Search"), key: "4", show };

async function show(root, params) {
  if (!root.firstChild) build(root);
  redrawFields(documents, [documentChoice(params.document, (document) => go("search", { ...asked, document }))]);
  const isSame = params.q === asked.q && params.document === asked.document;
  asked = params;
  if (!params.q) return input.select();
  input.value = params.q;
  if (!isSame || !list.current()) await list.reload();
  list.focus();
}

function build(root) {
  const onsubmit = (event) => {
    event.preventDefault();
    if (input.value.trim()) go("search", { ...asked, q: input.value.trim() });
  };
  const submit = el("button", { class: "primary" }, t("Search"));
  const form = el("form", { class: "filters", role: "search", onsubmit }, field(t("Words"), input), documents, submit);
  const help = t("Differences in case and in the forms of quotation marks and dashes are ignored. Enter opens a match in Read.");
  root.append(el("h1", {}, t("Search")), form, total, list.element, hint(help));
}
