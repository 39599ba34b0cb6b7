// @ts-check
import {
  api, button, cluster, debounced, div, el, fail, hint, inDocuments, openInRead, quietButton, replace, source, span, status, t,
  textField, words,
} from "../analysis/kit.js";
import { propose } from "./steps.js";

const pause = 350;

/** Returns the list of a code's indicators, with what they match in the study while the user types. */
export function indicatorEditor(code) {
  let indicators = code.indicators.map((indicator) => ({ ...indicator }));
  const list = el("ul", { class: "indicators" });
  const result = div("");
  const save = button(t("Save indicators …"), () => submit(), { class: "primary", disabled: true });
  const addButton = button(t("Add an indicator"), () => add(""));
  let run = 0;
  let isSaving = false;

  const filled = () => indicators.filter(({ match }) => match.trim() !== "");
  const isChanged = () => JSON.stringify(filled()) !== JSON.stringify(code.indicators);
  const testSoon = debounced(async () => {
    run += 1;
    const mine = run;
    const found = await trial(code, filled()).catch(fail);
    if (mine === run && found) replace(result, found);
  }, pause);
  const changed = () => {
    save.disabled = !isChanged();
    testSoon();
  };
  const focus = (index) => (list.querySelectorAll("input")[index] ?? addButton).focus();
  /** Draws the list, in which the user goes on at the index. */
  const redraw = (index) => {
    draw();
    changed();
    focus(index);
  };
  const draw = () => replace(list, indicators.map(row));
  const row = (indicator, index) => {
    const { match } = indicator;
    const oninput = ({ target }) => {
      indicator.match = target.value;
      changed();
    };
    const onkeydown = (event) => {
      if (event.key !== "Enter") return;
      if (event.ctrlKey || event.metaKey) submit().catch(fail);
      else add("");
    };
    const input = textField(match, { spellcheck: "false", "aria-label": t("Indicator {n}", { n: index + 1 }), oninput, onkeydown });
    const remove = () => {
      indicators = indicators.filter((other) => other !== indicator);
      redraw(Math.min(index, indicators.length - 1));
    };
    return el("li", {}, input, limits(indicator), quietButton("×", remove, t("Remove indicator “{match}”", { match })));
  };
  /** Adds an indicator to the list; it is saved with the others. */
  const add = (match) => {
    const empty = indicators.findIndex((indicator) => indicator.match.trim() === "");
    const place = empty < 0 ? indicators.length : empty;
    indicators[place] = { ...indicators[place], match };
    redraw(place);
  };
  const submit = async () => {
    if (!isChanged()) return;
    isSaving = true;
    const title = t("Change the indicators of {code}?", { code: code.name });
    const done = t("Saved the indicators of {code}.", { code: code.name });
    const edit = { edit: "edit", code: code.path, fields: { indicators: filled() } };
    await propose(edit, { title, action: t("Save"), done }).finally(() => (isSaving = false));
  };
  draw();
  const help = hint(t("Words that code a passage automatically. What they match is shown while you type."));
  const head = el("h3", {}, t("Indicators"));
  const element = el("section", { "aria-label": t("Indicators") }, head, help, list, cluster(addButton, save), result);
  return { element, add, focus: () => focus(0), isChanged: () => !isSaving && isChanged() };
}

/** Returns what indicators match in the study, or what is wrong with them. */
export async function trial(code, indicators) {
  const answer = await api.post("/codebook/trial", { code: code.path, indicators });
  const { matches, documents, new: added, lost, problem, passages = [] } = answer;
  const counts = [
    inDocuments(t("{n} match{es}", { n: matches }), documents),
    t("{n} new passage{s}", { n: added }),
    lost > 0 && t("{n} passage{s} lost", { n: lost }),
  ];
  const found = problem ? [problem.what, problem.suggestion].filter(Boolean).join(". ") : counts.filter(Boolean).join(", ");
  const line = status(problem ? "trial trouble" : "trial");
  line.textContent = found;
  return [line, div("hits", passages.map((hit) => hitView({ ...hit, code: code.path })))];
}

function hitView(hit) {
  const place = cluster(source(hit), hit.isNew && span("badge", t("new")), quietButton(t("Read"), () => openInRead(hit)));
  return el("article", { class: hit.isNew ? "hit new" : "hit" }, words(hit), place);
}

/** Returns what limits an indicator, apart from its words. */
function limits({ language, unless = [], kinds = [], sections = [], sentence = false }) {
  const places = [kinds, sections].filter((names) => names.length > 0);
  const parts = [
    language && t("language {tag}", { tag: language }),
    unless.length > 0 && t("unless {words}", { words: unless.join(", ") }),
    ...places.map((names) => t("in {kinds}", { kinds: names.join(", ") })),
    sentence && t("in one sentence"),
  ].filter(Boolean);
  return parts.length > 0 && el("span", { class: "hint", dir: "auto" }, parts.join(" · "));
}
