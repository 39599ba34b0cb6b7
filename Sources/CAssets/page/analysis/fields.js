// @ts-check
import { el } from "../core/elements.js";
import { pickCode } from "../core/picker.js";
import { t } from "../core/words.js";
import { codeLabel } from "./quote.js";

/**
 * Returns a labelled list of choices.
 * @param {string} label
 * @param {string} value
 * @param {[value: string, label: string][]} choices
 * @param {(value: string) => void} onchange
 */
export function choice(label, value, choices, onchange) {
    const known = choices.some(([one]) => one === value) || value === "" ? choices : [...choices, /** @type {[string, string]} */ ([value, value])];
    const select = el(
        "select",
        { onchange: () => onchange(select.value) },
        known.map(([one, name]) => el("option", { value: one, selected: one === value }, name)),
    );
    return el("label", { class: "field" }, el("span", {}, label), select);
}

/**
 * Returns a labelled line of text. The change is reported when the field is left, and on Enter.
 * @param {string} label
 * @param {string} value
 * @param {(value: string) => void} onchange
 * @param {import("../core/elements.js").Attributes} [attributes]
 */
export function line(label, value, onchange, attributes = {}) {
    const input = el("input", { type: "text", value, dir: "auto", onchange: () => onchange(input.value), ...attributes });
    return el("label", { class: "field" }, el("span", {}, label), input);
}

/**
 * Returns a labelled text of several lines, and the element that holds it.
 * @param {string} label
 * @param {string | null} value
 * @param {import("../core/elements.js").Attributes} [attributes]
 */
export function text(label, value, attributes = {}) {
    const input = el("textarea", { rows: "2", dir: "auto", value: value ?? "", ...attributes });
    return { input, element: el("label", { class: "field" }, el("span", {}, label), input) };
}

/**
 * Returns a button that lets the user choose a code, with one that takes the choice back.
 * @param {string} label
 * @param {string | undefined} path or several, separated by commas
 * @param {(path: string) => void} onchange called with an empty path for no code
 */
export function codeChoice(label, path, onchange) {
    const pick = async () => {
        const picked = await pickCode({ title: label, all: true });
        if (picked) onchange(picked.path);
    };
    const clear = el("button", { class: "quiet", type: "button", "aria-label": t("All codes"), title: t("All codes"), onclick: () => onchange("") }, "×");
    return el(
        "div",
        { class: "field", role: "group", "aria-label": label },
        el("span", { "aria-hidden": "true" }, label),
        el("div", { class: "cluster" }, el("button", { type: "button", "data-pick": "code", onclick: pick }, path ? path.split(",").map(codeLabel) : t("All codes")), path ? clear : null),
    );
}
