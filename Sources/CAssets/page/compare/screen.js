// @ts-check
import { api, ApiProblem, pathOf } from "../core/api.js";
import { el, replace } from "../core/elements.js";
import { go, linkTo } from "../core/route.js";
import { session } from "../core/session.js";
import { t } from "../core/words.js";
import { choice } from "../analysis/fields.js";
import { tableView } from "../analysis/table.js";
import { blindNotice } from "./blind.js";
import { decisionPane } from "./decide.js";

/** @type {Record<string, string>} */
let chosen = {};
let run = 0;
const fields = el("div", { class: "filters", role: "group", "aria-label": t("Choices") });
const notice = el("div", {});
const pane = decisionPane();
const table = el("div", {});

/** @type {import("../core/screens.js").Screen} */
export const screen = {
    id: "compare",
    name: t("Compare"),
    key: "5",
    async show(root, params) {
        if (!root.firstChild) {
            const agreement = el("details", {}, el("summary", {}, t("Agreement, code by code")), table);
            root.append(el("h1", {}, t("Compare coders")), fields, notice, pane.element, agreement);
            session.study.subscribe(drawFields);
        }
        const isSame = JSON.stringify(params) === JSON.stringify(chosen) && run > 0;
        chosen = params;
        drawFields();
        if (isSame) return pane.focus();
        await load();
    },
};

/** Returns the coders to compare: those of the URL, else the user and the coder with most codings. */
function pair() {
    const { coders } = session.study.get();
    const me = session.me.get();
    const byCodings = coders.filter(({ name }) => name !== "consensus").sort((a, b) => b.codings - a.codings).map(({ name }) => name);
    const one = chosen.one || (byCodings.includes(me) ? me : byCodings[0]) || me;
    return { one, other: chosen.other || byCodings.find((name) => name !== one) || "" };
}

function drawFields() {
    const { one, other } = pair();
    const names = session.study.get().coders.map(({ name }) => /** @type {[string, string]} */ ([name, name]));
    const set = (/** @type {string} */ name) => (/** @type {string} */ value) => go("compare", { ...chosen, [name]: value });
    const focused = document.activeElement?.getAttribute("data-choice");
    const drawn = {
        one: choice(t("One coder"), one, names, set("one")),
        other: choice(t("Other coder"), other, names, set("other")),
        unit: choice(t("Unit"), chosen.unit ?? "passage", [["passage", t("Passage")], ["sentence", t("Sentence")], ["document", t("Document")]], set("unit")),
    };
    for (const [name, field] of Object.entries(drawn)) field.querySelector("select")?.setAttribute("data-choice", name);
    replace(fields, Object.values(drawn));
    replace(notice, blindNotice(() => load()));
    if (focused) /** @type {HTMLElement | null} */ (fields.querySelector(`[data-choice="${focused}"]`))?.focus();
}

async function load() {
    run += 1;
    const mine = run;
    const { one, other } = pair();
    if (!other) return pane.explain(t("There is no other coder to compare with yet."));
    const query = { unit: chosen.unit ?? "passage", coders: `${one},${other}` };
    const [differing, agreement] = await Promise.all([api.get(pathOf(["disagreements"], query)), api.get(pathOf(["agreement"], query))].map(hiddenAsNull));
    if (mine !== run) return;
    if (differing) pane.update(differing);
    else pane.explain(t("The codings of the other coder are hidden."));
    replace(table, agreement ? agreementView(agreement, one, other) : el("p", { class: "hint" }, t("Agreement is shown when both coders' codings are.")));
    pane.focus();
}

/**
 * Returns the answer, or null if a blind study hides it.
 * @param {Promise<any>} answer
 */
function hiddenAsNull(answer) {
    return answer.catch((problem) => {
        if (problem instanceof ApiProblem && problem.status === 403) return null;
        throw problem;
    });
}

/**
 * @param {import("../analysis/table.js").Table} agreement
 * @param {string} one
 * @param {string} other
 */
function agreementView(agreement, one, other) {
    const link = (/** @type {string[]} */ codes, /** @type {import("../analysis/table.js").Column} */ column) =>
        linkTo("quotes", { code: codes[0], coder: column.name === one || column.name === other ? column.name : "" });
    return [
        el("p", { class: "command" }, el("code", { dir: "ltr" }, agreement.command)),
        tableView({ table: agreement, link }),
        el("ul", { class: "notes" }, agreement.notes.map((note) => el("li", {}, note))),
    ];
}
