// @ts-check
import {
  api, codeColor, codeName, command, el, fail, go, linkTo, pathOf, pickCode, replace, session, t,
} from "../core/index.js";
import { undo } from "../read/coding.js";

// What the screens share, with the core.
export * from "../core/index.js";

const classed = (tag) => (name, ...children) => el(tag, { class: name || null }, children);
export const div = classed("div");
export const p = classed("p");
export const span = classed("span");
export const cluster = (...children) => div("cluster", children);
export const hint = (...children) => p("hint", children);
export const note = (text) => p("empty", text);
export const status = (name) => el("p", { class: name, role: "status" });
export const filterBar = (label) => el("div", { class: "filters", role: "group", "aria-label": label });
export const bdi = (text) => el("bdi", {}, text);
export const items = (name, list) => el("ul", { class: name || null }, list.map((item) => el("li", { dir: "auto" }, item)));
export const notes = (table) => items("notes", table.notes);

/** Returns a text of the user's in its own direction, or null. */
export const ownText = (name, text) => (text ? el("p", { class: name, dir: "auto" }, text) : null);
export const keyHint = (key) => el("kbd", { "aria-hidden": "true" }, key);
export const scrollBox = (label, content) =>
  el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, content);

/** Returns a button. What its work throws is shown. */
export function button(label, run, attributes = {}) {
  return el("button", { type: "button", onclick: () => Promise.resolve().then(run).catch(fail), ...attributes }, label);
}

export const quietButton = (label, run, name = label) =>
  button(label, run, { class: "quiet", "aria-label": name, title: name === label ? null : name });

export const swatch = (path) => el("span", { class: "swatch", "--code": codeColor(path), "aria-hidden": "true" });
export const codeLabel = (path) => el("span", { class: "code", title: path }, swatch(path), bdi(codeName(path)));

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

export const coderChoice = (value, onchange) =>
  choice(t("Coder"), value, [["", t("All coders")], ...session.study.get().coders.map(({ name }) => name)], onchange);

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
export const variables = () =>
  session.documents.get().flatMap(({ year, variables }) => Object.entries({ ...(year ? { year } : {}), ...variables }));

/** Draws the fields of a screen again. The focus stays in its field. */
export function redrawFields(bar, fields) {
  const place = [...bar.children].findIndex((one) => one.contains(document.activeElement));
  replace(bar, fields);
  bar.children[place]?.querySelector("select, input, button")?.focus();
}

/** Adds the actions of a screen. Each has an id, a name, its keys, its work and perhaps a test of whether it can be done now. */
export function addActions(screen, actions) {
  for (const [id, name, keys, run, when] of actions) {
    command({ id: `${screen}.${id}`, name, keys: keys.split(" "), screens: [screen], run, when });
  }
}

export const undoActions = (reload) => [
  ["take-back", t("Take back your last action"), "Ctrl-z", () => undo("undo").then(reload)],
  ["do-again", t("Do again what you took back"), "Ctrl-Shift-z Ctrl-y", () => undo("redo").then(reload)],
];

/** Returns words in their context, marked in the colour of their code. */
export function words({ before, quote, after, code }) {
  const mark = el("mark", code ? { "--code": codeColor(code) } : {}, quote);
  return el("p", { class: "words", dir: "auto" }, span("context", before), mark, span("context", after));
}

export function source({ document, title, author, year, section = [], passage }) {
  const byline = [author, year].filter(Boolean).join(" ");
  const headings = section.map((heading) => [" › ", bdi(heading)]);
  return p("source", bdi(title || document), byline && [" (", bdi(byline), ")"], headings, ` · ${t("passage {n}", { n: passage })}`);
}

const inRead = ({ document, start, end }) => ({ id: document, at: `${start}-${end}` });
export const openInRead = (place) => go("read", inRead(place));
export const readLink = (place) => el("a", { href: linkTo("read", inRead(place)) }, t("Read"));

export const inDocuments = (things, documents) => `${things} ${t("in {n} document{s}", { n: documents })}`;

/** Returns the server's path with a query, in which `with` has codes separated by commas: each becomes a parameter. */
export function pathTo(path, { with: others = "", ...query }) {
  const codes = others.split(",").filter(Boolean);
  return pathOf(path.split("/"), query) + codes.map((code) => `&with=${encodeURIComponent(code)}`).join("");
}

export const get = (path, query) => api.get(pathTo(path, query));
