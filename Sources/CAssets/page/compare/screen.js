// @ts-check
import { api, ApiProblem, pathOf } from "../core/api.js";
import { el, replace } from "../core/elements.js";
import { onEvent } from "../core/events.js";
import { go, linkTo } from "../core/route.js";
import { session } from "../core/session.js";
import { fail } from "../core/status.js";
import { t } from "../core/words.js";
import { choice } from "../analysis/fields.js";
import { tableView } from "../analysis/table.js";
import { addUndo } from "../analysis/undo.js";
import { blindNotice } from "./blind.js";
import { decisionPane } from "./decide.js";

/** @type {Record<string, string>} */
let chosen = {};
let run = 0;
/** The coders and the rule that the pane shows. */
let compared = "";
/** What the fields were drawn from. */
let drawn = "";
/** Whether something happened since the disagreements were fetched. */
let isStale = false;
const fields = el("div", { class: "filters", role: "group", "aria-label": t("Choices") });
const notice = el("div", {});
const pane = decisionPane();
const table = el("div", {});

addUndo("compare", () => load());
onEvent((event) => {
    if (event.kind !== "end" && !(event.kind === "action" && event.coder === session.me.get())) isStale = true;
});

/** @type {import("../core/screens.js").Screen} */
export const screen = {
    id: "compare",
    name: t("Compare"),
    key: "5",
    async show(root, params) {
        if (!root.firstChild) {
            const agreement = el("details", {}, el("summary", {}, t("Agreement, code by code")), table);
            root.append(el("h1", {}, t("Compare coders")), fields, notice, pane.element, agreement);
            session.study.subscribe(({ isBlind }) => {
                drawFields();
                if (compared !== JSON.stringify([pair(), isBlind])) load().catch(fail);
            });
        }
        const isSame = JSON.stringify(params) === JSON.stringify(chosen) && run > 0 && !isStale;
        chosen = params;
        drawFields();
        if (isSame) return pane.focus();
        await load();
    },
};

/** Returns all coders but the one who keeps the outcomes. */
function comparable() {
    return session.study.get().coders.filter(({ name }) => name !== "consensus");
}

/** Returns the coders to compare: those of the URL, else the user and the coder with most codings. */
function pair() {
    const me = session.me.get();
    const byCodings = comparable().sort((a, b) => b.codings - a.codings).map(({ name }) => name);
    const one = chosen.one || (byCodings.includes(me) ? me : byCodings[0]) || me;
    return { one, other: chosen.other || byCodings.find((name) => name !== one) || "" };
}

function drawFields() {
    const { one, other } = pair();
    const { isBlind, isCoordinator } = session.study.get();
    const coders = comparable();
    const key = JSON.stringify([coders.map(({ name }) => name), one, other, chosen, isBlind, isCoordinator]);
    if (key === drawn) return;
    drawn = key;
    const names = coders.map(({ name }) => /** @type {[string, string]} */ ([name, name]));
    const set = (/** @type {string} */ name) => (/** @type {string} */ value) => go("compare", { ...chosen, [name]: value });
    const focused = document.activeElement?.getAttribute("data-choice");
    const choices = {
        one: choice(t("One coder"), one, names, set("one")),
        other: choice(t("Other coder"), other, names, set("other")),
        unit: choice(t("Unit"), chosen.unit ?? "passage", [["passage", t("Passage")], ["sentence", t("Sentence")], ["document", t("Document")]], set("unit")),
    };
    for (const [name, field] of Object.entries(choices)) field.querySelector("select")?.setAttribute("data-choice", name);
    replace(fields, Object.values(choices));
    replace(notice, blindNotice(() => load()));
    if (focused) /** @type {HTMLElement | null} */ (fields.querySelector(`[data-choice="${focused}"]`))?.focus();
}

async function load() {
    run += 1;
    isStale = false;
    const mine = run;
    const { one, other } = pair();
    const { isBlind } = session.study.get();
    compared = JSON.stringify([pair(), isBlind]);
    if (!other && !isBlind) return pane.explain(t("There is no other coder to compare with yet."));
    // A blind study does not name the other coders; the server then compares those whose documents are open.
    const query = { unit: chosen.unit ?? "passage", coders: other ? `${one},${other}` : null };
    const [differing, agreement] = await Promise.all([api.get(pathOf(["disagreements"], query)), api.get(pathOf(["agreement"], query))].map(hiddenAsNull));
    if (mine !== run) return;
    if (differing && (differing.total > 0 || !isBlind)) pane.update(differing);
    else pane.explain(t("The codings of the other coder are hidden."));
    replace(table, agreement ? agreementView(agreement) : el("p", { class: "hint" }, t("Agreement is shown when both coders' codings are.")));
    if (!fields.contains(document.activeElement)) pane.focus();
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

/** @param {import("../analysis/table.js").Table} agreement */
function agreementView(agreement) {
    const link = (/** @type {import("../analysis/table.js").About} */ { code }) => (code ? linkTo("quotes", { code }) : null);
    return [
        el("p", { class: "command" }, el("code", { dir: "ltr" }, agreement.command)),
        tableView({ table: agreement, link }),
        el("ul", { class: "notes" }, agreement.notes.map((note) => el("li", {}, note))),
    ];
}
