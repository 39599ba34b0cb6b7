// @ts-check
import { api, pathOf } from "../core/api.js";
import { command } from "../core/commands.js";
import { ask } from "../core/dialog.js";
import { el } from "../core/elements.js";
import { go, linkTo } from "../core/route.js";
import { codeColor, codeName } from "../core/session.js";
import { fail } from "../core/status.js";
import { plural, t } from "../core/words.js";
import { undo } from "../read/coding.js";

// What the screens share, with what they use of the core.
export * from "../core/api.js";
export * from "../core/elements.js";
export * from "../core/events.js";
export * from "../core/route.js";
export * from "../core/session.js";
export * from "../core/status.js";
export * from "../core/words.js";

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

/** Asks with the buttons Cancel and `action`. Returns whether the user goes on, which waits for `isReady`. */
export async function confirmed(title, content, action, { isReady, isDanger, name } = /** @type {any} */ ({})) {
  const buttons = [{ label: t("Cancel"), value: "" }, { label: action, value: "go", isPrimary: true, isDanger }];
  return (await ask({ title, content, buttons, class: name, isReady: (value) => value === "" || isReady?.() !== false })) === "go";
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

export const inDocuments = (things, documents) => `${things} ${plural(documents, "in {n} document", "in {n} documents")}`;

/** Returns the server's path with a query, in which `with` has codes separated by commas: each becomes a parameter. */
export function pathTo(path, { with: others = "", ...query }) {
  const codes = others.split(",").filter(Boolean);
  return pathOf(path.split("/"), query) + codes.map((code) => `&with=${encodeURIComponent(code)}`).join("");
}

export const get = (path, query) => api.get(pathTo(path, query));
