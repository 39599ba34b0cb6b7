// @ts-check
import { choose, fit } from "../core/chooser.js";
import { el, replace } from "../core/elements.js";
import { outbox } from "../core/outbox.js";
import { go, linkTo } from "../core/route.js";
import { reloadDocuments, session } from "../core/session.js";
import { fail, say } from "../core/status.js";
import { t } from "../core/words.js";
import { reading } from "./reading.js";

/** @typedef {import("../core/types.js").DocumentRow} DocumentRow */

/** The list shows at most so many documents; the others are found by their names. */
const limit = 300;
const list = el("ul", { class: "documents" });

/** Returns the pane of the documents: the coder's own first, with what is done. */
export function documentPane() {
    session.documents.subscribe(drawDocuments);
    const find = el("button", { class: "quiet", onclick: () => void goToDocument() }, t("Go to…"));
    const title = el("h2", {}, t("Documents"));
    return el("nav", { class: "pane documents-pane", "aria-label": t("Documents") }, el("div", { class: "pane-head" }, title, find), list);
}

/** Draws the list, after another document was opened too. */
export function drawDocuments() {
    const rows = sorted();
    const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : null;
    replace(list, rows.slice(0, limit).map(item));
    if (rows.length > limit) list.append(el("li", {}, t("{n} more: go to them by name.", { n: rows.length - limit })));
    for (const link of focused ? list.querySelectorAll("a") : []) if (link.getAttribute("href") === focused) link.focus();
}

/** Returns the documents, those that the coder was assigned first. */
export function sorted() {
    const rows = session.documents.get();
    const mine = rows.filter(isAssigned);
    return [...mine, ...rows.filter((row) => !isAssigned(row))];
}

/** @param {DocumentRow} row */
function isAssigned(row) {
    return row.assigned.includes(session.me.get());
}

/** @param {DocumentRow} row */
function isDone(row) {
    return row.done.includes(session.me.get());
}

/** @param {DocumentRow} row */
function item(row) {
    const state = isDone(row) ? t("done") : t("{coded} of {all} passages coded", { coded: row.coded, all: row.toCode });
    return el(
        "li",
        { class: isDone(row) ? "done" : null },
        el(
            "a",
            { href: linkTo("read", { id: row.id }), "aria-current": row.id === reading.id ? "true" : null },
            el("span", { class: "label", dir: "auto" }, row.title || row.id),
            isAssigned(row) ? el("span", { class: "tag" }, t("yours")) : null,
            el("span", { class: "count", title: state, "aria-label": state }, isDone(row) ? "✓" : `${row.coded}/${row.toCode}`),
            row.toReview > 0 ? el("span", { class: "tag", title: t("automatic codings to review") }, String(row.toReview)) : null,
        ),
    );
}

/** Lets the user go to a document by a few letters of its title. */
export async function goToDocument() {
    const id = await choose({
        title: t("Go to document"),
        choices: (query) =>
            sorted()
                .map((row) => ({ row, score: fit(query, [row.title, row.id, row.author]) }))
                .filter(({ score }) => score > 0)
                .sort((a, b) => b.score - a.score)
                .map(({ row }) => ({ value: row.id, label: row.title || row.id, detail: isDone(row) ? t("done") : `${row.coded}/${row.toCode}` })),
    });
    if (id !== null) go("read", { id });
}

/**
 * Goes to the document before or after this one.
 * @param {1 | -1} step
 */
export function stepDocument(step) {
    const rows = sorted();
    const next = rows[rows.findIndex((row) => row.id === reading.id) + step];
    if (next) go("read", { id: next.id });
    else say(t("There are no more documents."));
}

/** Marks the document as done, or as not done. */
export async function toggleDone() {
    const me = session.me.get();
    const row = session.documents.get().find((one) => one.id === reading.id);
    if (!row) return;
    const done = !isDone(row);
    const marks = done ? [...row.done, me] : row.done.filter((coder) => coder !== me);
    session.documents.update((rows) => rows.map((one) => (one.id === row.id ? { ...one, done: marks } : one)));
    say(done ? t("“{title}” is marked as done.", { title: row.title }) : t("“{title}” is no longer marked as done.", { title: row.title }));
    await outbox.send("PUT", `/done/${encodeURIComponent(row.id)}`, { done }).catch(() => reloadDocuments().catch(fail));
}
