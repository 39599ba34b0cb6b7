// @ts-check
import { api, pathOf } from "../core/api.js";
import { command } from "../core/commands.js";
import { el } from "../core/elements.js";
import { go } from "../core/route.js";
import { session } from "../core/session.js";
import { plural, t } from "../core/words.js";
import { choice } from "../analysis/fields.js";
import { feed } from "../analysis/feed.js";
import { openInRead, words } from "../analysis/quote.js";

/** @typedef {import("../analysis/quote.js").Place} Place */

const limit = 500;
/** @type {Record<string, string>} */
let asked = {};
const field = el("input", { type: "search", id: "search-words", dir: "auto", autocomplete: "off", spellcheck: "false" });
const documentSlot = el("div", {});
const total = el("p", { role: "status", class: "total" });
const list = feed({
    label: t("Matches"),
    empty: t("Nothing found"),
    fetch: async () => {
        const answer = await api.get(pathOf(["search"], { q: asked.q, document: asked.document, limit }));
        const found = `${plural(answer.total, "{n} match", "{n} matches")} ${plural(answer.documents, "in {n} document", "in {n} documents")}`;
        total.textContent = answer.total > answer.matches.length ? `${found}; ${t("the first {n} are shown", { n: answer.matches.length })}` : found;
        return { items: /** @type {Place[]} */ (answer.matches), next: null };
    },
    draw: (match, before) => [
        before?.document === match.document ? null : el("h2", {}, el("bdi", {}, match.title || match.document)),
        words(match),
        el("p", { class: "source" }, t("passage {n}", { n: match.passage }), " ", el("button", { class: "quiet", onclick: () => openInRead(match) }, t("Read"))),
    ],
    open: openInRead,
});

const screens = ["search"];
command({ id: "search.field", name: t("Search for other words"), keys: ["/"], screens, run: () => field.select() });
command({ id: "search.next", name: t("Next match"), keys: ["j"], screens, run: () => list.move(1) });
command({ id: "search.previous", name: t("Previous match"), keys: ["k"], screens, run: () => list.move(-1) });
command({ id: "search.everywhere", name: t("Search in all documents"), keys: ["Ctrl-Shift-f"], screens: null, run: () => go("search") });

/** @type {import("../core/screens.js").Screen} */
export const screen = {
    id: "search",
    name: t("Search"),
    key: "4",
    async show(root, params) {
        if (!root.firstChild) build(root);
        const documents = session.documents.get().map(({ id, title }) => /** @type {[string, string]} */ ([id, title || id]));
        documentSlot.replaceChildren(choice(t("Document"), params.document ?? "", [["", t("All documents")], ...documents], (document) => go("search", { ...asked, document })));
        const isSame = params.q === asked.q && params.document === asked.document;
        asked = params;
        field.value = params.q ?? field.value;
        if (!params.q) return field.select();
        if (isSame && list.items().length > 0) return list.focus();
        await list.reload();
        list.focus();
    },
};

/** @param {HTMLElement} root */
function build(root) {
    const submit = (/** @type {Event} */ event) => {
        event.preventDefault();
        if (field.value.trim()) go("search", { ...asked, q: field.value.trim() });
    };
    const label = el("label", { class: "field", for: "search-words" }, el("span", {}, t("Words")), field);
    root.append(
        el("h1", {}, t("Search")),
        el("form", { class: "filters", role: "search", onsubmit: submit }, label, documentSlot, el("button", { type: "submit", class: "primary" }, t("Search"))),
        total,
        list.element,
        el("p", { class: "hint" }, t("Differences in case and in the forms of quotation marks and dashes are ignored. Enter opens a match in Read.")),
    );
}
