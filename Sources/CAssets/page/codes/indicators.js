// @ts-check
import {
  api, button, cluster, debounced, div, el, fail, hint, inDocuments, openInRead, quietButton, replace, section, source, span,
  status, t, textField, words,
} from "../analysis/kit.js";

/** Returns the list of a code's indicators, with what they match in the study while the user types. */
export function indicatorEditor(code) {
  let indicators = code.indicators.map((indicator) => ({ ...indicator }));
  const filled = () => indicators.filter(({ match }) => match.trim() !== "");
  const test = debounced(async () => {
    const tried = JSON.stringify(filled());
    const found = await trial(code.path, filled()).catch(fail);
    if (found && tried === JSON.stringify(filled())) replace(result, found);
  }, 350);
  const list = el("ul", { class: "indicators", oninput: test });
  const result = div("");
  const addButton = button(t("Add an indicator"), () => add(""));
  const focus = (index = 0) => (list.querySelectorAll("input")[index] ?? addButton).focus();
  const draw = () => replace(list, indicators.map(row));
  /** Draws the list after a change. The user goes on at the index. */
  const redraw = (index) => {
    draw();
    list.dispatchEvent(new Event("input", { bubbles: true }));
    focus(index);
  };
  const row = (indicator, index) => {
    const { match } = indicator;
    const onkeydown = (event) => {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      add("");
    };
    const oninput = ({ target }) => (indicator.match = target.value);
    const remove = () => {
      indicators.splice(index, 1);
      redraw(Math.min(index, indicators.length - 1));
    };
    const input = textField(match, { spellcheck: "false", "aria-label": t("indicator"), oninput, onkeydown });
    return el("li", {}, input, limits(indicator), quietButton("×", remove, `${t("Remove")}: ${match}`));
  };
  const add = (match) => {
    indicators = [...filled(), { match }];
    redraw(indicators.length - 1);
  };
  draw();
  const help = hint(t("Words that code a passage automatically."));
  return { element: section(t("Indicators"), help, list, addButton, result), add, focus, filled };
}

/** Returns what indicators match in the study, or what is wrong with them. */
async function trial(code, indicators) {
  const answer = await api.post("/codebook/trial", { code, indicators });
  const { matches, documents, new: added, lost, problem, passages = [] } = answer;
  const found = inDocuments(t("{n} match{es}", { n: matches }), documents);
  const counts = [found, t("{n} new", { n: added }), lost > 0 && t("{n} lost", { n: lost })].filter(Boolean);
  const line = status(problem ? "trouble" : "");
  line.textContent = problem ? [problem.what, problem.suggestion].filter(Boolean).join(". ") : counts.join(", ");
  return [line, div("hits", passages.map((hit) => hitView({ ...hit, code })))];
}

function hitView(hit) {
  const place = cluster(source(hit), hit.isNew && span("tag", t("new")), quietButton(t("Read"), () => openInRead(hit)));
  return el("article", { class: hit.isNew ? "hit new" : "hit" }, words(hit), place);
}

function limits({ language, unless = [], kinds = [], sections = [], sentence }) {
  const but = unless.length > 0 && t("unless {words}", { words: unless.join(", ") });
  const parts = [language, ...kinds, ...sections, sentence && t("in one sentence"), but].filter(Boolean);
  return parts.length > 0 && el("span", { class: "hint", dir: "auto" }, parts.join(" · "));
}
