// @ts-check
import {
  choice, coderChoice, codingsChoice, field, linkTo, session, t, textField, unitChoice, variables,
} from "../analysis/kit.js";

/** The tables, with the choices that each has before those of all, and its pictures. */
export const kinds = [
  { id: "frequencies", name: t("Frequencies"), choices: [],
    charts: [["frequencies", t("Bars")], ["portrait", t("Document portrait")]] },
  { id: "cooccurrence", name: t("Co-occurrence"), choices: ["unit"],
    charts: [["cooccurrence", t("Heat map")], ["network", t("Network")]] },
  { id: "compare", name: t("Compare groups"), choices: ["by", "split", "view"],
    charts: [["compare", t("Groups")], ["flows", t("Flows")]] },
  { id: "saturation", name: t("Saturation"), choices: [], charts: [["saturation", t("Lines")]] },
  { id: "combinations", name: t("Combinations"), choices: ["unit"], charts: [["combinations", t("Combinations")]] },
];

const groupings = ["article", "section", "language", "kind", "code", "coder", "year", "journal"];

export function choiceFields({ choices, charts }, chosen, set) {
  const onchange = ({ target }) => set("split")(target.value);
  const split = { inputmode: "decimal", placeholder: "2015", size: "6", onchange };
  const views = [["", t("Values")], ["intervals", t("Intervals")], ["tests", t("Tests")]];
  const fields = {
    unit: () => unitChoice(chosen.unit, set("unit"), [["section", t("Section")]]),
    by: () => choice(t("By"), chosen.by, [...new Set([...groupings, ...variables().map(([name]) => name)])], set("by")),
    split: () => field(t("Split after"), textField(chosen.split ?? "", split)),
    view: () => choice(t("Show"), chosen.view, views, set("view")),
  };
  return [
    ...choices.map((name) => fields[name]()),
    choice(t("Level"), chosen.level, [["", t("All")], ...session.codebook.get().levels], set("level")),
    codingsChoice(chosen.codings, set("codings")),
    coderChoice(chosen.coder, set("coder")),
    choice(t("Picture"), chosen.chart, [...charts, ["none", "–"]], set("chart")),
  ];
}

const apart = ["name", "level", "total", "p", "q", "test", "chi_squared", "degrees", "cramers_v", "log_likelihood"];

/**
 * Returns the place of the quotes that a cell counts: those of its code, pair or combination, in the group of its column, or
 * those of its document. In a pair, `n_a` and `name_a` are about the first code alone.
 */
export function quotesOf({ coder, codings, by, split }, about, { name }) {
  const { code, code_a, code_b, codes, document } = about;
  const alone = /(^|_)a$/.test(name) ? code_a : /(^|_)b$/.test(name) ? code_b : null;
  const [first, ...others] = alone ? [alone] : codes ?? [code, code_a, code_b].filter(Boolean);
  if (!first && !document) return null;
  const value = name.replace(/^residual_/, "");
  const isGroup = by && by !== "code" && !split && !apart.includes(name);
  const group = isGroup ? { article: { document: value }, coder: { coder: value } }[by] ?? { variable: `${by}=${value}` } : {};
  return linkTo("quotes", { code: first, with: others.join(","), document, coder, codings, ...group });
}
