// @ts-check
import { choice, redrawFields, unitChoice } from "../analysis/fields.js";
import {
  addActions, ApiProblem, div, el, fail, filterBar, get, go, hint, language, linkTo, notes, onEvent, p, replace, session, t,
  undoActions,
} from "../analysis/kit.js";
import { tableView } from "../analysis/table.js";
import { blindNotice } from "./blind.js";
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

export const screen = {
  id: "compare",
  name: t("Compare"),
  key: "5",
  async show(root, params) {
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
  },
};

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
  const [differing, table] = await Promise.all(["disagreements", "agreement"].map((name) => fetched(name, query)));
  if (mine !== run) return;
  if (differing && (differing.total > 0 || !isBlind)) pane.update(differing);
  else pane.explain(t("The codings of the other coder are hidden."));
  replace(agreement, table ? agreementView(table) : hint(t("Agreement is shown when both coders' codings are.")));
  if (!fields.contains(document.activeElement)) pane.focus();
}

/** Returns the answer, or null if a blind study hides it. */
async function fetched(path, query) {
  try {
    return await get(path, query);
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 403) return null;
    throw problem;
  }
}

function agreementView(table) {
  const link = ({ code = "" }) => (code ? linkTo("quotes", { code }) : null);
  return [p("command", el("code", { dir: "ltr" }, table.command)), tableView(table, link), notes(table)];
}
