// @ts-check
import {
  bdi, button, cluster, codeColor, div, el, fail, field, get, hint, inDocuments, items, language, linkTo, p, replace, say,
  scrollBox, swatch, t, textArea,
} from "../analysis/kit.js";
import { indicatorEditor, trial } from "./indicators.js";
import { commit, propose } from "./steps.js";

const texts = { definition: t("Definition"), include: t("Include"), exclude: t("Exclude"), memo: t("Memo") };

/** Returns the pane of one code: its texts and colour, which are saved together, its examples, indicators and suggestions. */
export function codeDetail(code) {
  const { path, name } = code;
  const inputs = Object.keys(texts).map((text) => textArea(code[text]));
  const color = el("input", { type: "color", value: codeColor(path), oninput: () => (colorIsChosen = true) });
  const codable = el("input", { type: "checkbox", checked: code.codable });
  const save = el("button", { class: "primary", disabled: true }, t("Save"));
  const indicators = indicatorEditor(code);
  const suggestions = suggestionList(code, indicators.add);
  let colorIsChosen = false;
  let isSaving = false;

  const changed = () => {
    /** @type {any[]} */
    const fields = Object.keys(texts).map((text, index) => [text, inputs[index].value]);
    fields.push(["codable", codable.checked], ["color", colorIsChosen ? color.value : code.color ?? ""]);
    return Object.fromEntries(fields.filter(([name, value]) => value !== (code[name] ?? "")));
  };
  const submit = async (event) => {
    event.preventDefault();
    if (save.disabled) return;
    const words = { title: t("Change {code}", { code: name }), action: t("Save"), done: t("Saved {code}.", { code: name }) };
    isSaving = true;
    await commit({ edit: "edit", code: path, fields: changed() }, words).catch(fail);
    isSaving = false;
  };
  const form = el(
    "form",
    {
      class: "definition", "aria-label": t("Definition of {code}", { code: name }), onsubmit: submit,
      oninput: () => (save.disabled = Object.keys(changed()).length === 0),
      onkeydown: (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && submit(event),
    },
    Object.values(texts).map((label, index) => field(label, inputs[index])),
    cluster(field(t("Colour"), color), el("label", { class: "inline" }, codable, " ", t("Can be given to words")), save),
  );
  const head = el("header", {}, heading(code));
  const examples = [exampleList(t("Examples"), code.examples), exampleList(t("Counterexamples"), code.counterexamples)];
  return {
    element: div("detail", head, form, examples, indicators.element, suggestions.element),
    color,
    indicators,
    suggestions,
    focus: () => inputs[0].focus(),
    /** Whether the user has typed what is not saved yet. */
    isChanged: () => !isSaving && (!save.disabled || indicators.isChanged()),
    /** Draws the counts again. */
    update: (now) => replace(head, heading(now)),
  };
}

function heading({ path: code, name, id, codings, documents, automatic }) {
  const byHand = inDocuments(t("{n} coding{s} by hand", { n: codings }), documents);
  const counts = ` · ${byHand} · ${t("{n} automatic coding{s}", { n: automatic })} · `;
  const link = el("a", { href: linkTo("quotes", { code }) }, t("Show quotes"));
  return [el("h2", {}, swatch(code), bdi(name || id)), p("source", el("code", {}, code), counts, link)];
}

const exampleList = (label, examples) => examples.length > 0 && el("section", {}, el("h3", {}, label), items("examples", examples));

/** The columns with their definitions. */
const heads = [
  [t("indicator")],
  [t("in code"), t("How often it occurs in passages with the code.")],
  [t("in rest"), t("How often it occurs in the other passages.")],
  [t("keyness"), t("Log-likelihood G²: how far the two frequencies differ.")],
  [t("precision"), t("Of its matches in documents that were not used to find it, those in passages with the code.")],
  [t("adds"), t("Passages that no indicator of the code matches yet.")],
  [t("actions")],
];

/**
 * Returns a section that suggests indicators, learnt from the words that were coded by hand. They are fetched on demand.
 * `edit` puts a suggestion in the list of indicators to change it first.
 */
function suggestionList(code, edit) {
  const content = el("div", { "aria-live": "polite" });
  const load = async () => {
    replace(content, p("", t("Counting words …")));
    const { trained, heldOut, suggestions } = await get("suggestions", { code: code.path });
    if (suggestions.length === 0) return replace(content, p("", t("No suggestions. They need some codings by hand of this code.")));
    const learnt = t("Learnt from {n} document{s}", { n: trained });
    const tested = t("tested on {n} other document{s}.", { n: heldOut });
    const label = t("Suggested indicators");
    const head = el("tr", {}, heads.map(([name, title]) => el("th", { scope: "col", title }, name)));
    const caption = el("caption", { class: "visually-hidden" }, label);
    const table = el("table", { class: "numbers" }, caption, el("thead", {}, head), el("tbody", {}, suggestions.map(row)));
    replace(content, hint(`${learnt}; ${tested}`), scrollBox(label, table));
    content.querySelector("button")?.focus();
  };
  const row = ({ indicator: match, inCode, inRest, keyness, precision, adds }) => {
    const result = el("td", { colspan: heads.length });
    const tried = el("tr", { hidden: true }, result);
    /** Shows what the suggestion matches, or hides it again. */
    const attempt = async () => {
      tried.hidden = !tried.hidden;
      if (tried.hidden) return;
      replace(result, await trial(code, [{ match }]));
      say(result.querySelector("p")?.textContent ?? "");
    };
    const accept = () => {
      const names = { match, code: code.name };
      const title = t("Add the indicator “{match}” to {code}?", names);
      const fields = { indicators: [...code.indicators, { match }] };
      const words = { title, action: t("Add"), done: t("Added the indicator “{match}”.", names) };
      return propose({ edit: "edit", code: code.path, fields }, words);
    };
    const act = (label, run) => button(label, run, { "aria-label": `${label}: ${match}` });
    const buttons = cluster(act(t("Try"), attempt), act(t("Accept"), accept), act(t("Edit"), () => edit(match)));
    const share = precision ? t("{n} of {all}", { n: precision.right, all: precision.matches }) : t("unknown");
    const cells = [inCode, inRest, keyness.toLocaleString(language, { maximumFractionDigits: 1 }), share, adds];
    const numbers = cells.map((value) => el("td", { class: "number" }, value));
    return [el("tr", {}, el("th", { scope: "row", dir: "auto" }, match), numbers, el("td", {}, buttons)), tried];
  };
  const help = hint(t("Words that are frequent in what was coded by hand, and rare in the rest."));
  const start = button(t("Suggest indicators"), load);
  const element = el("section", { "aria-label": t("Suggestions") }, el("h3", {}, t("Suggestions")), help, start, content);
  return { element, load };
}
