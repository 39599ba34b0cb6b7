// @ts-check
import { api, ApiProblem, pathOf } from "../core/api.js";
import { command } from "../core/commands.js";
import { ask } from "../core/dialog.js";
import { el } from "../core/elements.js";
import { onEvent } from "../core/events.js";
import { reloadCodebook, session } from "../core/session.js";
import { fail, say } from "../core/status.js";
import { language, t } from "../core/words.js";
import { feed } from "../analysis/feed.js";
import { newsLine } from "../analysis/news.js";
import { addUndo } from "../analysis/undo.js";
import { actionName } from "./names.js";

/**
 * @typedef {{number: number, at: string, coder: string, name: string, detail: string, reverts: number | null,
 *     canUndo: boolean}} Action
 */

let isMine = false;
/** Whether something happened since the list was fetched. */
let isStale = true;
const list = feed({
    label: t("History"),
    empty: t("No actions yet."),
    fetch: async (after) => {
        const { actions, more } = await api.get(pathOf(["history"], { before: after, mine: isMine ? 1 : 0, limit: 100 }));
        return { items: /** @type {Action[]} */ (actions), next: more ? actions[actions.length - 1].number : null };
    },
    draw: actionView,
});
const news = newsLine(t("There are new actions."), reload);

const screens = ["history"];
const when = () => list.current() !== undefined;
command({ id: "history.undo", name: t("Undo this action"), keys: ["u", "Delete"], screens, when, run: () => undo(list.current()) });
command({ id: "history.mine", name: t("Show only mine, or all"), keys: ["m"], screens, run: () => mine.click() });
command({ id: "history.next", name: t("Next action"), keys: ["j"], screens, run: () => list.move(1) });
command({ id: "history.previous", name: t("Previous action"), keys: ["k"], screens, run: () => list.move(-1) });
command({ id: "history.reload", name: t("Show what is new"), keys: ["r"], screens, run: reload });
addUndo("history", reload);

const mine = el("input", {
    type: "checkbox",
    onchange: () => {
        isMine = mine.checked;
        void reload();
    },
});

onEvent((event) => {
    if (event.kind === "end") return;
    isStale = true;
    news.show();
});

/** @type {import("../core/screens.js").Screen} */
export const screen = {
    id: "history",
    name: t("History"),
    key: "7",
    async show(root) {
        if (!root.firstChild) {
            const head = el("div", { class: "cluster" }, el("h1", {}, t("History")), el("label", { class: "inline" }, mine, " ", t("Only mine")));
            root.append(head, news.element, list.element, el("p", { class: "hint" }, t("U undoes an action of your own. M shows only yours.")));
        }
        if (isStale) await reload();
        else list.focus();
    },
};

async function reload() {
    isStale = false;
    news.clear();
    await list.reload();
    list.focus();
}

/**
 * @param {Action} action
 * @param {Action | undefined} before
 */
function actionView(action, before) {
    const time = new Date(action.at);
    const isNewDay = !before || dayOf(new Date(before.at)) !== dayOf(time);
    const clock = new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(time);
    return [
        isNewDay ? el("h2", {}, dayOf(time)) : null,
        el(
            "div",
            { class: "cluster action" },
            el("time", { datetime: action.at }, clock),
            el("bdi", { class: "coder" }, action.coder),
            el("strong", {}, actionName(action.name)),
            el("span", { class: "what", dir: "auto" }, action.detail),
            action.reverts ? el("span", { class: "badge" }, t("undoes {n}", { n: action.reverts })) : null,
            el("span", { class: "source" }, `#${action.number}`),
            action.canUndo ? el("button", { "aria-label": t("Undo {name}, action {n}", { name: actionName(action.name), n: action.number }), onclick: () => undo(action).catch(fail) }, t("Undo")) : null,
        ),
    ];
}

/** @param {Date} time */
function dayOf(time) {
    return new Intl.DateTimeFormat(language, { dateStyle: "full" }).format(time);
}

/**
 * Undoes an action. If the server refuses, the reason is shown.
 * @param {Action | undefined} action
 */
async function undo(action) {
    if (!action) return;
    if (action.coder !== session.me.get()) return say(t("This action is by {coder}. You can undo only your own.", { coder: action.coder }));
    try {
        const { reverted } = await api.post("/undo", { action: action.number });
        await reloadCodebook();
        await reload();
        say(t("Undone: {name} {detail}", { name: actionName(reverted?.name ?? action.name), detail: reverted?.detail ?? action.detail }));
    } catch (problem) {
        if (!(problem instanceof ApiProblem) || problem.status !== 409) throw problem;
        await ask({ title: t("This action cannot be undone"), content: [el("p", { dir: "auto" }, problem.what), problem.suggestion ? el("p", { dir: "auto" }, problem.suggestion) : null] });
        list.focus();
    }
}
