// @ts-check
import { command } from "../core/commands.js";
import { ask } from "../core/dialog.js";
import { el, tint } from "../core/elements.js";
import { codeColor, codeName } from "../core/session.js";
import { fail } from "../core/status.js";
import { t } from "../core/words.js";
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
export const bdi = (text) => el("bdi", {}, text);
export const items = (name, list) => el("ul", { class: name || null }, list.map((item) => el("li", { dir: "auto" }, item)));
export const notes = (table) => items("notes", table.notes);

/** Returns a text of the user's in its own direction, or null. */
export const ownText = (name, text) => (text ? el("p", { class: name, dir: "auto" }, text) : null);
/** Returns a key beside its action, which is named without it. */
export const keyHint = (key) => el("kbd", { "aria-hidden": "true" }, key);
/** Returns a box that scrolls, also by keyboard. */
export const scrollBox = (label, content) =>
  el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, content);

/** Returns a button. What its work throws is shown. */
export function button(label, run, attributes = {}) {
  return el("button", { type: "button", onclick: () => Promise.resolve().then(run).catch(fail), ...attributes }, label);
}

export const quietButton = (label, run, name = label) =>
  button(label, run, { class: "quiet", "aria-label": name, title: name === label ? null : name });

export const swatch = (path) => tint(el("span", { class: "swatch", "aria-hidden": "true" }), codeColor(path));
/** Returns the name of a code with its colour. */
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

/** Returns undo and redo of the user's own actions, after which a screen is drawn again. */
export const undoActions = (reload) => [
  ["take-back", t("Take back your last action"), "Ctrl-z", () => undo("undo").then(reload)],
  ["do-again", t("Do again what you took back"), "Ctrl-Shift-z Ctrl-y", () => undo("redo").then(reload)],
];
