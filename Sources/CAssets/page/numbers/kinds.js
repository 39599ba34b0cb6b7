// @ts-check
import { linkTo } from "../core/route.js";
import { t } from "../core/words.js";

/**
 * @typedef {import("../analysis/table.js").Column} Column
 * @typedef {"level" | "codings" | "coder" | "unit" | "by" | "split" | "view"} ChoiceName
 * @typedef {{id: string, name: string, about: string, choices: ChoiceName[], charts: [id: string, name: string][]}} Kind
 */

/**
 * The tables, with the choices that each allows and its pictures.
 * @type {Kind[]}
 */
export const kinds = [
    {
        id: "frequencies", name: t("Frequencies"), about: t("How many passages and documents have each code."),
        choices: ["level", "codings", "coder"], charts: [["frequencies", t("Bars")], ["portrait", t("Document portrait")]],
    },
    {
        id: "cooccurrence", name: t("Co-occurrence"), about: t("Which codes occur together in one passage, sentence, section or document."),
        choices: ["level", "codings", "coder", "unit"], charts: [["cooccurrence", t("Heat map")], ["network", t("Network")]],
    },
    {
        id: "compare", name: t("Compare groups"), about: t("How the codes differ between groups of documents or passages."),
        choices: ["by", "split", "view", "level", "codings", "coder"], charts: [["compare", t("Groups")], ["flows", t("Flows")]],
    },
    {
        id: "saturation", name: t("Saturation"), about: t("How many new codes each further document adds."),
        choices: ["level", "codings", "coder"], charts: [["saturation", t("Lines")]],
    },
    {
        id: "combinations", name: t("Combinations"), about: t("Which sets of codes occur together."),
        choices: ["level", "codings", "coder", "unit"], charts: [["combinations", t("Combinations")]],
    },
];

/**
 * Returns the place of the quotes that a cell counts: those of its code, pair or combination, in the group of its column, or
 * those of its document.
 * @param {Record<string, string>} chosen
 * @param {import("../analysis/table.js").About} about
 * @param {Column} column
 */
export function quotesOf(chosen, about, column) {
    const [code, ...others] = codesOf(about, column);
    if (!code && !about.document) return null;
    return linkTo("quotes", { code, with: others.join(","), document: about.document, coder: chosen.coder, ...(chosen.by ? groupOf(chosen, column) : {}) });
}

/**
 * Returns the codes that a column counts together: `n_a` and the name of `a` are about the first code of a pair alone.
 * @param {import("../analysis/table.js").About} about
 * @param {Column} column
 */
function codesOf({ code, code_a, code_b, codes }, { name }) {
    const all = codes ?? [code, code_a, code_b].filter((path) => path !== undefined);
    if (code_a && /(^|_)a$/.test(name)) return [code_a];
    return code_b && /(^|_)b$/.test(name) ? [code_b] : all;
}

/** Columns of a comparison that are no group. */
const apart = ["code", "name", "level", "total", "p", "q", "test", "chi_squared", "degrees", "cramers_v", "log_likelihood"];

/**
 * @param {Record<string, string>} chosen
 * @param {Column} column
 */
function groupOf(chosen, { name }) {
    if (apart.includes(name) || chosen.split) return {};
    const group = name.replace(/^residual_/, "");
    if (chosen.by === "article") return { document: group };
    if (chosen.by === "coder") return { coder: group };
    return ["section", "language", "kind", "code", "journal"].includes(chosen.by) ? {} : { variable: `${chosen.by}=${group}` };
}
