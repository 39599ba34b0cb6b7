// @ts-check
import { el } from "../core/elements.js";
import { go } from "../core/route.js";
import { session } from "../core/session.js";
import { t } from "../core/words.js";
import { choice, codeChoice, line } from "../analysis/fields.js";

/**
 * Returns the fields that choose which quotes are shown. Each change goes to the URL.
 * @param {Record<string, string>} filter
 */
export function filterBar(filter) {
    const set = (/** @type {string} */ name) => (/** @type {string} */ value) => go("quotes", { ...filter, [name]: value });
    const coders = session.study.get().coders.map(({ name }) => /** @type {[string, string]} */ ([name, name]));
    const documents = session.documents.get().map(({ id, title }) => /** @type {[string, string]} */ ([id, title || id]));
    const bar = [
        codeChoice(t("Code"), filter.code, set("code")),
        filter.code ? pairChoice(filter, set("with")) : null,
        choice(t("Coder"), filter.coder ?? "", [["", t("All coders")], ...coders], set("coder")),
        choice(t("Document"), filter.document ?? "", [["", t("All documents")], ...documents], set("document")),
        line(t("Variable, as NAME=VALUE"), filter.variable ?? "", set("variable"), { placeholder: "year=2021" }),
    ];
    for (const [index, field] of bar.entries()) field?.querySelector("select, input, button")?.setAttribute("data-pick", String(index));
    const isFiltered = Object.values(filter).some((value) => value);
    return [bar, isFiltered ? el("button", { class: "quiet", onclick: () => go("quotes") }, t("Show all")) : null];
}

/**
 * @param {Record<string, string>} filter
 * @param {(path: string) => void} onchange
 */
function pairChoice(filter, onchange) {
    const field = codeChoice(t("In one passage with"), filter.with, onchange);
    if (!filter.with) /** @type {Element} */ (field.querySelector("button")).textContent = t("any code");
    return field;
}
