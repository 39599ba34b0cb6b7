// @ts-check
import { api, pathOf } from "../core/api.js";
import { command } from "../core/commands.js";
import { el, replace } from "../core/elements.js";
import { go, linkTo } from "../core/route.js";
import { fail, say } from "../core/status.js";
import { plural, t } from "../core/words.js";
import { choice } from "../analysis/fields.js";
import { tableView } from "../analysis/table.js";
import { choiceFields, variables } from "./choices.js";
import { kinds, quotesOf } from "./kinds.js";

/** @typedef {import("../analysis/table.js").Table} Table */

/**
 * The table and its choices, as the URL has them.
 * @type {Record<string, string>}
 */
let chosen = {};
/** Answers to earlier choices are dropped. */
let run = 0;
const tabs = el("nav", { class: "subtabs", "aria-label": t("Tables") });
const about = el("p", { class: "hint" });
const fields = el("div", { class: "filters", role: "group", "aria-label": t("Choices") });
const result = el("div", { class: "result" });
const picture = el("figure", { class: "chart" });

const screens = ["numbers"];
const step = (/** @type {number} */ by) => {
    const index = kinds.indexOf(kindOf(chosen));
    go("numbers", { id: kinds[(index + by + kinds.length) % kinds.length].id });
};
command({ id: "numbers.next", name: t("Next table"), keys: ["]"], screens, run: () => step(1) });
command({ id: "numbers.previous", name: t("Previous table"), keys: ["["], screens, run: () => step(-1) });
command({ id: "numbers.table", name: t("Go to the table"), keys: ["t"], screens, run: () => /** @type {HTMLElement | null} */ (result.querySelector("a[tabindex='0']") ?? result.querySelector("th button"))?.focus() });
command({ id: "numbers.copy", name: t("Copy the command"), keys: ["c"], screens, run: () => result.querySelector("button")?.click() });

/** @type {import("../core/screens.js").Screen} */
export const screen = {
    id: "numbers",
    name: t("Numbers"),
    key: "6",
    async show(root, params) {
        if (!root.firstChild) {
            const list = el("datalist", { id: "variables" }, variables.map((value) => el("option", { value })));
            root.append(el("h1", {}, t("Numbers")), tabs, about, fields, list, el("div", { class: "two-panes even" }, result, picture));
        }
        chosen = params;
        const kind = kindOf(chosen);
        const focused = document.activeElement?.getAttribute("data-choice");
        replace(tabs, kinds.map(({ id, name }) => el("a", { href: linkTo("numbers", { id }), "aria-current": id === kind.id ? "page" : null }, name)));
        about.textContent = kind.about;
        replace(fields, choiceFields(kind, chosen, (now) => go("numbers", now)), chartChoice(kind));
        if (focused) /** @type {HTMLElement | null} */ (fields.querySelector(`[data-choice="${focused}"]`))?.focus();
        await load(kind);
    },
};

/** @param {Record<string, string>} params */
function kindOf(params) {
    return kinds.find(({ id }) => id === params.id) ?? kinds[0];
}

/** @param {import("./kinds.js").Kind} kind */
function chartChoice(kind) {
    const choices = /** @type {[string, string][]} */ ([...kind.charts, ["none", t("No picture")]]);
    const field = choice(t("Picture"), chosen.chart ?? kind.charts[0][0], choices, (chart) => go("numbers", { ...chosen, id: kind.id, chart }));
    field.querySelector("select")?.setAttribute("data-choice", "chart");
    return field;
}

/** @param {import("./kinds.js").Kind} kind */
async function load(kind) {
    run += 1;
    const mine = run;
    const { id: _, chart = kind.charts[0][0], ...query } = chosen;
    if (kind.id === "compare" && !query.by) query.by = "article";
    result.setAttribute("aria-busy", "true");
    const drawing = chart === "none" ? Promise.resolve("") : api.image(pathOf(["charts", chart], { ...query, width: 640 }));
    const table = api.get(pathOf(["tables", kind.id], query));
    try {
        const answer = await table;
        if (mine === run) replace(result, tableResult(kind, query, answer));
    } catch (problem) {
        if (mine !== run) return;
        replace(result);
        fail(problem);
    } finally {
        if (mine === run) result.setAttribute("aria-busy", "false");
    }
    const source = await drawing.catch((problem) => problem);
    if (mine === run) replace(picture, chartView(kind, chart, source));
}

/**
 * @param {import("./kinds.js").Kind} kind
 * @param {string} chart
 * @param {unknown} source a `data:` URL, or why there is none
 */
function chartView(kind, chart, source) {
    if (source === "") return null;
    if (typeof source !== "string") return el("p", { class: "hint" }, source instanceof Error ? source.message : t("No picture"));
    const name = kind.charts.find(([id]) => id === chart)?.[1] ?? chart;
    return [
        el("img", { src: source, alt: t("{table}: {picture}. The table has the same numbers.", { table: kind.name, picture: name }) }),
        el("figcaption", {}, el("a", { href: source, download: `${chart}.svg` }, t("Save the picture"))),
    ];
}

/**
 * Returns the table with its notes and the command that prints it.
 * @param {import("./kinds.js").Kind} kind
 * @param {Record<string, string>} query
 * @param {Table} table
 */
function tableResult(kind, query, table) {
    const copy = async () => {
        await navigator.clipboard.writeText(table.command);
        say(t("Copied the command."));
    };
    return [
        el("p", { class: "cluster command" }, el("code", { dir: "ltr" }, table.command), el("button", { onclick: () => copy().catch(fail) }, t("Copy"))),
        table.rows.length === 0 ? el("p", { class: "empty" }, t("No rows.")) : tableView({ table, link: (about, column) => quotesOf(query, about, column) }),
        el("p", { class: "hint" }, plural(table.rows.length, "{n} row", "{n} rows"), ". ", t("Each number opens its quotes. A header sorts the rows.")),
        el("ul", { class: "notes" }, table.notes.map((note) => el("li", {}, note))),
    ];
}
