// @ts-check
import {
  button, cluster, codeColor, codeLabel, div, el, fail, field, get, hint, inDocuments, items, language, linkTo, p, replace,
  section, t, textArea,
} from "../analysis/kit.js";
import { tableView } from "../analysis/table.js";
import { indicatorEditor } from "./indicators.js";
import { commit } from "./steps.js";

const texts = { definition: t("Definition"), include: t("Include"), exclude: t("Exclude"), memo: t("Memo") };

/** Returns the pane of one code: its texts, colour and indicators, which are saved together, its examples and suggestions. */
export function codeDetail(code) {
  const { path, name } = code;
  const inputs = Object.keys(texts).map((text) => textArea(code[text]));
  const color = el("input", { type: "color", value: codeColor(path) });
  const codable = el("input", { type: "checkbox", checked: code.codable });
  const save = el("button", { class: "primary", disabled: true }, t("Save"));
  const indicators = indicatorEditor(code);
  const inherited = color.value;

  const changed = () => {
    const fields = Object.fromEntries(Object.keys(texts).map((text, index) => [text, inputs[index].value]));
    fields.color = color.value === inherited ? code.color ?? "" : color.value;
    const all = { ...fields, codable: codable.checked, indicators: indicators.filled() };
    const isNew = ([name, value]) => JSON.stringify(value) !== JSON.stringify(code[name] ?? "");
    return Object.fromEntries(Object.entries(all).filter(isNew));
  };
  const check = () => (save.disabled = Object.keys(changed()).length === 0);
  const submit = (event) => {
    event.preventDefault();
    if (save.disabled) return;
    save.disabled = true;
    commit({ edit: "edit", code: path, fields: changed() }, t("Change {code}", { code: name })).catch(fail).finally(check);
  };
  const onkeydown = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && submit(event);
  const form = el(
    "form",
    { class: "definition", onsubmit: submit, oninput: check, onkeydown },
    Object.values(texts).map((label, index) => field(label, inputs[index])),
    cluster(field(t("Colour"), color), el("label", { class: "inline" }, codable, " ", t("Can be given to words"))),
    indicators.element,
    save,
  );
  const head = el("header");
  const examples = [[t("Examples"), code.examples], [t("Counterexamples"), code.counterexamples]];
  const lists = examples.map(([label, list]) => list.length > 0 && section(label, items("examples", list)));
  const suggestions = div("");
  const suggest = () => showSuggestions(code, suggestions, indicators.add);
  const help = hint(t("Words that are frequent in what was coded by hand, and rare in the rest."));
  const update = (now) => replace(head, heading(now));
  update(code);
  const suggester = section(t("Suggestions"), help, button(t("Suggest indicators"), suggest), suggestions);
  return {
    element: div("detail", head, form, lists, suggester),
    color,
    indicators,
    suggest,
    focus: () => inputs[0].focus(),
    isChanged: () => !save.disabled,
    update,
  };
}

function heading({ path: code, codings, documents, automatic }) {
  const byHand = inDocuments(t("{n} coding{s}", { n: codings }), documents);
  const counts = ` · ${byHand} · ${t("{n} automatic coding{s}", { n: automatic })} · `;
  const link = el("a", { href: linkTo("quotes", { code }) }, t("Show quotes"));
  return [el("h2", {}, codeLabel(code)), p("source", el("code", {}, code), counts, link)];
}

const columns = [
  ["match", t("indicator")], ["inCode", t("in code")], ["inRest", t("in rest")], ["keyness", t("keyness (G²)")],
  ["precision", t("precision (other documents)")], ["adds", t("new passages")],
].map(([name, label]) => ({ name, label }));

/** Shows indicators that are learnt from the words coded by hand. Choosing one adds it to the list above. */
async function showSuggestions({ path: code }, place, add) {
  const { trained, heldOut, suggestions } = await get("suggestions", { code });
  const rows = suggestions.map(({ indicator, inCode, inRest, keyness, precision, adds }) => {
    const share = precision && precision.right / precision.matches;
    const right = precision ? t("{n} of {all}", { n: precision.right, all: precision.matches }) : "–";
    const rounded = keyness.toLocaleString(language, { maximumFractionDigits: 1 });
    const texts = [indicator, inCode, inRest, rounded, right, adds];
    return { cells: [indicator, inCode, inRest, keyness, share, adds], texts, about: { document: indicator }, depth: 0 };
  });
  const learnt = t("Learnt from {n} document{s}", { n: trained });
  const tested = t("tested on {n} other document{s}.", { n: heldOut });
  const act = (about, { name }) => (name === "match" ? () => add(about.document) : null);
  const table = tableView({ title: t("Suggestions"), columns, rows }, act);
  replace(place, rows.length > 0 ? [hint(`${learnt}; ${tested}`), table] : hint(t("Nothing found")));
  place.querySelector("tbody button")?.focus();
}
