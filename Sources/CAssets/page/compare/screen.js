// @ts-check
import {
  addActions, api, bdi, button, choice, cluster, div, el, fail, filterBar, get, go, hint, items, language, linkTo,
  notes, onEvent, p, pathOf, redrawFields, reloadDocuments, replace, say, session, span, t, undoActions, unitChoice,
} from "../analysis/kit.js";
import { tableView } from "../analysis/table.js";
import { decisionPane } from "./decide.js";

/** @type {Record<string, string>} */
let chosen = {};
/** Answers to earlier choices are dropped. */
let run = 0;
/** The coders and the rule that the pane shows, and what the fields were drawn from. */
let compared = "";
let drawn = "";
/** Whether something happened since the disagreements were fetched. */
let isStale = true;
const fields = filterBar(t("Choices"));
const notice = div("");
const pane = decisionPane();
const agreement = div("");

addActions("compare", undoActions(load));
onEvent((event) => {
  if (event.kind !== "end" && !(event.kind === "action" && event.coder === session.me.get())) isStale = true;
});

export const screen = { id: "compare", name: t("Compare"), key: "5", show };

async function show(root, params) {
  if (!root.firstChild) {
    const details = el("details", {}, el("summary", {}, t("Agreement, code by code")), agreement);
    root.append(el("h1", {}, t("Compare coders")), fields, notice, pane.element, details);
    session.documents.subscribe(drawFields);
    session.study.subscribe(() => {
      drawFields();
      if (compared !== comparison()) load().catch(fail);
    });
  }
  const isSame = JSON.stringify(params) === JSON.stringify(chosen) && !isStale;
  chosen = params;
  drawFields();
  if (isSame) pane.focus();
  else await load();
}

/** Returns all coders but the one who keeps the outcomes, those with most codings first. */
function comparable() {
  const coders = session.study.get().coders.filter(({ name }) => name !== "consensus");
  return coders.sort((a, b) => b.codings - a.codings).map(({ name }) => name);
}

/** Returns the coders to compare: those of the URL, else the user and the coder with most codings. */
function pair() {
  const me = session.me.get();
  const coders = comparable();
  const one = chosen.one || (coders.includes(me) ? me : coders[0]) || me;
  return [one, chosen.other || coders.find((name) => name !== one) || ""];
}

const comparison = () => JSON.stringify([pair(), session.study.get().isBlind]);

function drawFields() {
  const [one, other] = pair();
  const coders = comparable().sort();
  const { isBlind, isCoordinator } = session.study.get();
  const documents = isBlind && session.documents.get().map(({ isOpen, done }) => [isOpen, done]);
  const now = JSON.stringify([coders, one, other, chosen, isBlind, isCoordinator, documents]);
  if (now === drawn) return;
  drawn = now;
  const set = (name) => (value) => go("compare", { ...chosen, [name]: value });
  redrawFields(fields, [
    choice(t("One coder"), one, coders, set("one")),
    choice(t("Other coder"), other, coders, set("other")),
    unitChoice(chosen.unit, set("unit")),
  ]);
  const wasOpen = notice.querySelector("details")?.open ?? false;
  replace(notice, blindNotice(load));
  notice.querySelector("details")?.toggleAttribute("open", wasOpen);
}

async function load() {
  run += 1;
  isStale = false;
  const mine = run;
  const [one, other] = pair();
  const { isBlind } = session.study.get();
  compared = comparison();
  if (!other && !isBlind) return pane.explain(t("There is no other coder to compare with yet."));
  // A blind study does not name the other coders; the server then compares those whose documents are open.
  const query = { unit: chosen.unit ?? "passage", coders: other ? `${one},${other}` : null, language };
  const [differing, table] = await Promise.all(["disagreements", "agreement"].map((name) => get(name, query).catch(hidden)));
  if (mine !== run) return;
  if (differing && (differing.total > 0 || !isBlind)) pane.update(differing);
  else pane.explain(t("The codings of the other coder are hidden."));
  replace(agreement, table ? agreementView(table) : hint(t("Agreement is shown when both coders' codings are.")));
  if (!fields.contains(document.activeElement)) pane.focus();
}

/** A blind study hides the answer. */
function hidden(problem) {
  if (problem.status === 403) return null;
  throw problem;
}

function agreementView(table) {
  const link = ({ code = "" }) => (code ? linkTo("quotes", { code }) : null);
  return [p("command", el("code", { dir: "ltr" }, table.command)), tableView(table, link), notes(table)];
}

/**
 * Returns what a blind study hides and until when, with the coordinator's buttons; null if there is nothing to say.
 * `onchange` is called when the coordinator has changed what is hidden.
 */
function blindNotice(onchange) {
  const { isBlind, isCoordinator } = session.study.get();
  if (!isBlind && !isCoordinator) return null;
  const visible = t("All coders see each other's codings.");
  const rule = t(
    "This study is blind: you see another coder's codings of a document only when both of you have marked it as done, " +
      "or when the coordinator opens it.",
  );
  const send = async (path, body, done) => {
    await api.put(pathOf(["rules", ...path]), body);
    await reloadDocuments();
    session.study.set(await api.get("/study"));
    say(done);
    onchange();
  };
  const setBlind = (on) => send(["blind"], { on }, on ? t("The study is blind.") : visible);
  const change = button(isBlind ? t("End the blind rule") : t("Hide coders from each other"), () => setBlind(!isBlind));
  const controls = isCoordinator && [cluster(change), isBlind && documentList(send)];
  return el("div", { class: "notice" }, p("", isBlind ? rule : visible), controls);
}

/** Returns the documents with who has marked them as done, and a button each that opens it to all coders, or closes it again. */
function documentList(send) {
  const rows = session.documents.get().map(({ id, title, done, isOpen }) => {
    const values = { document: title || id };
    const said = isOpen ? t("Closed {document} again.", values) : t("Opened {document} to all coders.", values);
    const name = isOpen ? t("Close {document}", values) : t("Open {document}", values);
    const toggle = () => send(["open", id], { open: !isOpen }, said);
    const doneBy = done.length > 0 ? t("done: {coders}", { coders: done.join(", ") }) : t("done: no one");
    return cluster(bdi(values.document), span("source", doneBy), button(isOpen ? t("Close") : t("Open"), toggle, { "aria-label": name }));
  });
  return el("details", {}, el("summary", {}, t("Open single documents")), items("plain", rows));
}
