// @ts-check
import { session } from "../core/session.js";
import { t } from "../core/words.js";
import { choice, line } from "../analysis/fields.js";

/** @typedef {[value: string, label: string][]} Choices */

/**
 * Returns the fields of a table's choices. Each change is reported with all choices.
 * @param {import("./kinds.js").Kind} kind
 * @param {Record<string, string>} chosen
 * @param {(chosen: Record<string, string>) => void} onchange
 */
export function choiceFields(kind, chosen, onchange) {
    const set = (/** @type {string} */ name) => (/** @type {string} */ value) => onchange({ ...chosen, [name]: value });
    /** @type {Record<import("./kinds.js").ChoiceName, () => HTMLElement>} */
    const fields = {
        level: () => choice(t("Level"), chosen.level ?? "", [["", t("All levels")], ...named(session.codebook.get().levels)], set("level")),
        codings: () => choice(t("Codings"), chosen.codings ?? "", codings, set("codings")),
        coder: () => choice(t("Coder"), chosen.coder ?? "", [["", t("All coders")], ...named(session.study.get().coders.map(({ name }) => name))], set("coder")),
        unit: () => choice(t("Unit"), chosen.unit ?? "passage", units, set("unit")),
        by: () => line(t("By"), chosen.by ?? "", set("by"), { list: "variables", placeholder: "article" }),
        split: () => line(t("Split after"), chosen.split ?? "", set("split"), { inputmode: "decimal", placeholder: "2015", size: "6" }),
        view: () => choice(t("Show"), chosen.view ?? "", views, set("view")),
    };
    return kind.choices.map((name) => {
        const field = fields[name]();
        field.querySelector("input, select")?.setAttribute("data-choice", name);
        return field;
    });
}

/** What a comparison can be by, apart from the variables of the documents. */
export const variables = ["article", "section", "language", "kind", "code", "coder", "year", "journal"];

/** @type {Choices} */
const codings = [["", t("Final: by hand, and automatic ones not rejected")], ["hand", t("By hand")], ["automatic", t("Automatic")]];
/** @type {Choices} */
const units = [["passage", t("Passage")], ["sentence", t("Sentence")], ["section", t("Section")], ["document", t("Document")]];
/** @type {Choices} */
const views = [["", t("Values")], ["intervals", t("Intervals")], ["tests", t("Tests")]];

/**
 * @param {string[]} names
 * @returns {Choices}
 */
function named(names) {
    return names.map((name) => [name, name]);
}
