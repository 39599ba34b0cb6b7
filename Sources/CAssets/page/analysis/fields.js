// @ts-check
import { pickCode } from "../core/picker.js";
import { button, cluster, codeLabel, el, quietButton, replace, session, span, t } from "./kit.js";

export const field = (label, control) => el("label", { class: "field" }, span("", label), control);
export const textField = (value, attributes = {}) => el("input", { type: "text", dir: "auto", value, ...attributes });
export const textArea = (value, attributes = {}) => el("textarea", { rows: "2", dir: "auto", value: value ?? "", ...attributes });

/** Returns a labelled list of choices: pairs of a value and its name, or values that are their own names. */
export function choice(label, value, choices, onchange) {
  const known = choices.map((one) => (Array.isArray(one) ? one : [one, one]));
  if (value && known.every(([one]) => one !== value)) known.push([value, value]);
  const options = known.map(([one, name]) => el("option", { value: one, selected: one === value }, name));
  const select = el("select", { onchange: () => onchange(select.value) }, options);
  return field(label, select);
}

/** Returns a button that lets the user choose a code, with one that takes the choice back. `paths` are separated by commas. */
export function codeChoice(label, paths, onchange, none = t("All codes")) {
  const pick = async () => {
    const picked = await pickCode({ title: label, all: true });
    if (picked) onchange(picked.path);
  };
  const chosen = button(paths ? paths.split(",").map(codeLabel) : none, pick);
  const name = el("span", { "aria-hidden": "true" }, label);
  const clear = paths ? quietButton("×", () => onchange(""), none) : null;
  return el("div", { class: "field", role: "group", "aria-label": label }, name, cluster(chosen, clear));
}

export function coderChoice(value, onchange) {
  return choice(t("Coder"), value, [["", t("All coders")], ...session.study.get().coders.map(({ name }) => name)], onchange);
}

export function documentChoice(value, onchange) {
  const documents = session.documents.get().map(({ id, title }) => [id, title || id]);
  return choice(t("Document"), value, [["", t("All documents")], ...documents], onchange);
}

export function codingsChoice(value, onchange) {
  const final = t("Final: by hand, and automatic ones not rejected");
  return choice(t("Codings"), value, [["", final], ["hand", t("By hand")], ["automatic", t("Automatic")]], onchange);
}

export function unitChoice(value, onchange, further = []) {
  const units = [["passage", t("Passage")], ["sentence", t("Sentence")], ...further, ["document", t("Document")]];
  return choice(t("Unit"), value, units, onchange);
}

/** Returns the variables of the documents, as names and values. */
export function variables() {
  return session.documents.get().flatMap((row) => Object.entries({ ...(row.year ? { year: row.year } : {}), ...row.variables }));
}

/** Draws the fields of a screen again. The focus stays in its field. */
export function redrawFields(bar, fields) {
  const place = [...bar.children].findIndex((one) => one.contains(document.activeElement));
  replace(bar, fields);
  bar.children[place]?.querySelector("select, input, button")?.focus();
}
