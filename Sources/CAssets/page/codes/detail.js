// @ts-check
import { el, replace, tint } from "../core/elements.js";
import { linkTo } from "../core/route.js";
import { codeColor } from "../core/session.js";
import { fail } from "../core/status.js";
import { plural, t } from "../core/words.js";
import { text } from "../analysis/fields.js";
import { indicatorEditor } from "./indicators.js";
import { commit } from "./steps.js";
import { suggestionList } from "./suggestions.js";

/** @typedef {import("../core/types.js").Code} Code */

const fields = /** @type {const} */ ([
    ["definition", "Definition"], ["include", "Include"], ["exclude", "Exclude"], ["memo", "Memo"],
]);

/**
 * Returns the pane of one code: its texts and colour, which are saved together, its examples, indicators and suggestions.
 * @param {Code} code
 */
export function codeDetail(code) {
    const inputs = fields.map(([name, label]) => ({ name, ...text(t(label), code[name]) }));
    const color = el("input", { type: "color", value: codeColor(code.path) });
    const codable = el("input", { type: "checkbox", checked: code.codable });
    const save = el("button", { class: "primary", disabled: true, type: "submit" }, t("Save"));
    let colorIsChosen = false;
    let isSaving = false;

    const changed = () => {
        /** @type {Record<string, unknown>} */
        const changes = {};
        for (const { name, input } of inputs) {
            if (input.value !== (code[name] ?? "")) changes[name] = input.value;
        }
        if (colorIsChosen && color.value !== code.color) changes.color = color.value;
        if (codable.checked !== code.codable) changes.codable = codable.checked;
        return changes;
    };
    const draw = () => (save.disabled = Object.keys(changed()).length === 0);
    const submit = async () => {
        if (save.disabled) return;
        const words = { title: t("Change {code}", { code: code.name }), action: t("Save"), done: t("Saved {code}.", { code: code.name }) };
        const edit = /** @type {const} */ ({ edit: "edit", code: code.path, fields: changed() });
        isSaving = true;
        await commit(edit, words).catch(fail);
        isSaving = false;
    };
    color.addEventListener("input", () => (colorIsChosen = true));
    const form = el(
        "form",
        {
            class: "definition", "aria-label": t("Definition of {code}", { code: code.name }), oninput: draw,
            onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), submit()),
            onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && submit(),
        },
        inputs.map(({ element }) => element),
        el("div", { class: "cluster" }, el("label", { class: "field inline" }, el("span", {}, t("Colour")), color), el("label", { class: "inline" }, codable, " ", t("Can be given to words")), save),
    );
    const head = el("header", {}, heading(code));
    const indicators = indicatorEditor(code);
    const suggestions = suggestionList(code, indicators.add);
    const element = el(
        "div",
        { class: "detail" },
        head,
        form,
        exampleList(t("Examples"), code.examples),
        exampleList(t("Counterexamples"), code.counterexamples),
        indicators.element,
        suggestions.element,
    );
    return {
        element,
        color,
        indicators,
        suggestions,
        focus: () => inputs[0].input.focus(),
        /** Whether the user has typed what is not saved yet. */
        isChanged: () => !isSaving && (!save.disabled || indicators.isChanged()),
        /** Draws the counts again. */
        update: (/** @type {Code} */ now) => replace(head, heading(now)),
    };
}

/** @param {Code} code */
function heading(code) {
    const counts = [
        plural(code.codings, "{n} coding by hand", "{n} codings by hand"),
        plural(code.documents, "in {n} document", "in {n} documents"),
        plural(code.automatic, "{n} automatic coding", "{n} automatic codings"),
    ];
    return [
        el("h2", {}, tint(el("span", { class: "swatch", "aria-hidden": "true" }), codeColor(code.path)), el("bdi", {}, code.name || code.id)),
        el("p", { class: "source" }, el("code", {}, code.path), " · ", `${counts[0]} ${counts[1]} · ${counts[2]}`, " · ", el("a", { href: linkTo("quotes", { code: code.path }) }, t("Show quotes"))),
    ];
}

/**
 * @param {string} label
 * @param {string[]} examples
 */
function exampleList(label, examples) {
    if (examples.length === 0) return null;
    return el("section", {}, el("h3", {}, label), el("ul", { class: "examples" }, examples.map((example) => el("li", { dir: "auto" }, example))));
}
