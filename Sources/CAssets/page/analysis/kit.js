// @ts-check
import {
  api, button, codeColor, codeName, div, el, go, linkTo, p, pathOf, pickCode, quietButton, replace, session, span, t,
} from "../core/index.js";

// What the screens share, with the core.
export * from "../core/index.js";
export { undoActions } from "../read/coding.js";

export const cluster = (...children) => div("cluster", children);
export const hint = (...children) => p("hint", children);
export const note = (text) => p("empty", text);
export const status = (name) => el("p", { class: name, role: "status" });
export const section = (label, ...content) => el("section", { "aria-label": label }, el("h3", {}, label), content);
export const filterBar = () => el("div", { class: "filters", role: "group", "aria-label": t("Choices") });
export const bdi = (text, name = "") => el("bdi", { class: name }, text);
export const items = (name, list) => el("ul", { class: name }, list.map((item) => el("li", { dir: "auto" }, item)));

/** Returns a text of the user's in its own direction, or null. */
export const ownText = (name, text) => (text ? el("p", { class: name, dir: "auto" }, text) : null);
export const keyHint = (key) => el("kbd", { "aria-hidden": "true" }, key);
export const scrollBox = (label, content) =>
  el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, content);

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
  return field(label, el("select", { onchange: ({ target }) => onchange(target.value) }, options));
}

/** Returns a button that lets the user choose a code, with one that takes the choice back. `paths` are separated by commas. */
export function codeChoice(label, paths, onchange, none = t("All")) {
  const pick = async () => {
    const picked = await pickCode({ title: label, all: true });
    if (picked) onchange(picked.path);
  };
  const chosen = button(paths ? paths.split(",").map(codeLabel) : none, pick);
  const clear = paths && quietButton("×", () => onchange(""), none);
  return el("div", { class: "field", role: "group", "aria-label": label }, span("", label), cluster(chosen, clear));
}

export const coderChoice = (value, onchange) =>
  choice(t("Coder"), value, [["", t("All")], ...session.study.get().coders.map(({ name }) => name)], onchange);

export function documentChoice(value, onchange) {
  const documents = session.documents.get().map(({ id, title }) => [id, title || id]);
  return choice(t("Document"), value, [["", t("All")], ...documents], onchange);
}

export function codingsChoice(value, onchange) {
  const final = t("all but rejected ones");
  return choice(t("Codings"), value, [["", final], ["hand", t("by hand")], ["automatic", t("automatic")]], onchange);
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

export function words({ before, quote, after, code }) {
  const mark = el("mark", { "--code": code ? codeColor(code) : "var(--accent)" }, quote);
  return el("p", { class: "words", dir: "auto" }, span("context", before), mark, span("context", after));
}

export function source({ document, title, author, year, section = [], passage }) {
  const byline = [author, year].filter(Boolean).join(" ");
  const headings = section.map((heading) => [" › ", bdi(heading)]);
  const place = ` · ${t("passage {n}", { n: passage })}`;
  return p("source", bdi(title || document), byline && [" (", bdi(byline), ")"], headings, place);
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
