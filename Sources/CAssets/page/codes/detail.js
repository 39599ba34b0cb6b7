// @ts-check
import { field, textArea } from "../analysis/fields.js";
import { bdi, cluster, codeColor, div, el, fail, inDocuments, items, linkTo, p, plural, replace, swatch, t } from "../analysis/kit.js";
import { indicatorEditor } from "./indicators.js";
import { commit } from "./steps.js";
import { suggestionList } from "./suggestions.js";

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
  const byHand = inDocuments(plural(codings, "{n} coding by hand", "{n} codings by hand"), documents);
  const counts = ` · ${byHand} · ${plural(automatic, "{n} automatic coding", "{n} automatic codings")} · `;
  const link = el("a", { href: linkTo("quotes", { code }) }, t("Show quotes"));
  return [el("h2", {}, swatch(code), bdi(name || id)), p("source", el("code", {}, code), counts, link)];
}

function exampleList(label, examples) {
  return examples.length > 0 && el("section", {}, el("h3", {}, label), items("examples", examples));
}
