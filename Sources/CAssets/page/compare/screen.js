// @ts-check
import {
  addActions, api, bdi, button, choice, cluster, div, el, fail, filterBar, get, go, hint, items, language, linkTo, onEvent, p,
  pathOf, redrawFields, reloadDocuments, replace, say, session, span, t, undoActions, unitChoice,
} from "../analysis/kit.js";
import { statistic } from "../analysis/table.js";
import { decisionPane } from "./decide.js";

/** @type {Record<string, string>} */
let chosen = {};
/** What the pane compares, and what the fields were drawn from. */
let compared = "";
let drawn = "";
let isStale = true;
const fields = filterBar();
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
  chosen = params;
  drawFields();
  if (compared === comparison() && !isStale) pane.focus();
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

const comparison = () => JSON.stringify([pair(), chosen.unit, session.study.get().isBlind]);

function drawFields() {
  const coders = comparable().sort();
  const { isBlind, isCoordinator } = session.study.get();
  const documents = isBlind && session.documents.get().map(({ isOpen, done }) => [isOpen, done]);
  const now = JSON.stringify([coders, comparison(), isCoordinator, documents]);
  if (now === drawn) return;
  drawn = now;
  const set = (name) => (value) => go("compare", { ...chosen, [name]: value });
  const [one, other] = pair();
  redrawFields(fields, [
    choice(t("One coder"), one, coders, set("one")),
    choice(t("Other coder"), other, coders, set("other")),
    unitChoice(chosen.unit, set("unit")),
  ]);
  const wasOpen = notice.querySelector("details")?.open ?? false;
  replace(notice, (isBlind || isCoordinator) && blindNotice());
  notice.querySelector("details")?.toggleAttribute("open", wasOpen);
}

async function load() {
  isStale = false;
  const now = comparison();
  compared = now;
  const [one, other] = pair();
  const { isBlind } = session.study.get();
  if (!other && !isBlind) return pane.explain(t("There is no other coder to compare with yet."));
  // A blind study does not name the other coders; the server then compares those whose documents are open.
  const query = { unit: chosen.unit ?? "passage", coders: other && `${one},${other}`, language };
  const [differing, table] = await Promise.all(["disagreements", "agreement"].map((name) => get(name, query).catch(hidden)));
  if (compared !== now) return;
  if (differing && (differing.total > 0 || !isBlind)) pane.update(differing);
  else pane.explain(t("The codings of the other coder are hidden."));
  const link = (about) => (about.code ? linkTo("quotes", { code: about.code }) : null);
  replace(agreement, table ? statistic(table, link) : hint(t("The codings of the other coder are hidden.")));
  if (!fields.contains(document.activeElement)) pane.focus();
}

function hidden(problem) {
  if (problem.status === 403) return null;
  throw problem;
}

/** Returns what a blind study hides and until when, with the coordinator's buttons. */
function blindNotice() {
  const { isBlind, isCoordinator } = session.study.get();
  const rule = isBlind
    ? t("Blind: you see another coder's codings of a document when both have marked it as done, or the coordinator opens it.")
    : t("All coders see each other's codings.");
  const name = isBlind ? t("End the blind rule") : t("Hide coders from each other");
  const controls = isCoordinator && [cluster(ruleButton(name, name, ["blind"], { on: !isBlind })), isBlind && documentList()];
  return div("notice", p("", rule), controls);
}

function ruleButton(label, name, path, body) {
  const change = async () => {
    await api.put(pathOf(["rules", ...path]), body);
    await reloadDocuments();
    session.study.set(await api.get("/study"));
    say(`${name}: ${t("done")}`);
    await load();
  };
  return button(label, change, { "aria-label": name });
}

function documentList() {
  const rows = session.documents.get().map(({ id, title, done, isOpen }) => {
    const document = title || id;
    const label = isOpen ? t("Close") : t("Open");
    const change = ruleButton(label, `${label}: ${document}`, ["open", id], { open: !isOpen });
    return cluster(bdi(document), span("source", `${t("done")}: ${done.join(", ") || "–"}`), change);
  });
  return el("details", {}, el("summary", {}, t("Documents")), items("plain", rows));
}
