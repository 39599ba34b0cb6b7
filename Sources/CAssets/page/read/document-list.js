// @ts-check
import {
  addActions, choose, div, el, fail, fitting, go, linkTo, outbox, quietButton, reloadDocuments, replace, say, session, span, t,
} from "../core/index.js";
import { reading } from "./reading.js";

const limit = 300;
const list = el("ul", { class: "documents" });
const head = div("cluster", el("h2", {}, t("Documents")), quietButton(t("Go to document"), goToDocument));
export const documentPane = el("nav", { class: "pane documents-pane", "aria-label": t("Documents") }, head, list);
session.documents.subscribe(drawDocuments);

export function drawDocuments() {
  const rows = sorted();
  const first = Math.max(0, rows.findIndex(({ id }) => id === reading.id) - limit / 2);
  const shown = rows.slice(first, first + limit);
  const n = rows.length - shown.length;
  replace(list, shown.map(item), n > 0 && el("li", {}, t("{n} more: go to them by name.", { n })));
}

export const showCurrent = () => list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });

/** Those that the coder was assigned come first. */
export const sorted = () => [...session.documents.get()].sort((a, b) => Number(isAssigned(b)) - Number(isAssigned(a)));
export const currentRow = () => session.documents.get().find(({ id }) => id === reading.id);
const isAssigned = ({ assigned }) => assigned.includes(session.me.get());
const isDone = ({ done }) => done.includes(session.me.get());
const countOf = (row) => (isDone(row) ? "✓" : `${row.coded}/${row.toCode}`);

export const stateOf = (row) =>
  isDone(row) ? t("done") : t("{coded} of {all} passages coded", { coded: row.coded, all: row.toCode });

function item(row) {
  const state = stateOf(row);
  const link = el(
    "a",
    { href: linkTo("read", { id: row.id }), "aria-current": row.id === reading.id || null },
    el("bdi", { class: "label" }, row.title || row.id),
    isAssigned(row) && span("tag", t("yours")),
    el("span", { class: "count", title: state, "aria-label": state }, countOf(row)),
    row.toReview > 0 && el("span", { class: "tag", title: t("automatic codings to review") }, row.toReview),
  );
  return el("li", { class: isDone(row) ? "done" : null }, link);
}

async function goToDocument() {
  const rowOf = (row) => ({ value: row.id, label: row.title || row.id, detail: countOf(row) });
  const choices = (query) => fitting(sorted(), query, ({ title, id, author }) => [title, id, author]).map(rowOf);
  const id = await choose({ title: t("Go to document"), choices });
  if (id !== null) go("read", { id });
}

function stepDocument(step) {
  const rows = sorted();
  const next = rows[rows.findIndex(({ id }) => id === reading.id) + step];
  if (next) go("read", { id: next.id });
  else say(t("There are no more documents."));
}

async function toggleDone() {
  const me = session.me.get();
  const row = currentRow();
  if (!row) return;
  const done = !isDone(row);
  const marked = { ...row, done: done ? [...row.done, me] : row.done.filter((coder) => coder !== me) };
  session.documents.set(session.documents.get().map((one) => (one === row ? marked : one)));
  const title = row.title || row.id;
  say(done ? t("“{title}” is marked as done.", { title }) : t("“{title}” is no longer marked as done.", { title }));
  await outbox.send("PUT", `/done/${encodeURIComponent(row.id)}`, { done }).catch(() => reloadDocuments().catch(fail));
}

addActions("read", [
  ["go", t("Go to document"), "g", goToDocument],
  ["document-next", t("Next document"), "Shift-j", () => stepDocument(1)],
  ["document-previous", t("Previous document"), "Shift-k", () => stepDocument(-1)],
  ["done", t("Mark the document as done, or not"), "d", toggleDone],
]);
