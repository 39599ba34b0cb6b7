// @ts-check
import { el, replace, tint } from "./elements.js";
import { keyOf } from "./keys.js";
import { t } from "./words.js";

/**
 * A row of a chooser. `key` chooses it from the text field; `color` is shown as a swatch.
 * @template T
 * @typedef {{value: T, label: string, detail?: string, color?: string, key?: string, keyLabel?: string}} Choice
 */

const limit = 60;

/**
 * Shows a field and the choices that fit what is typed. Arrows move, Enter chooses, Escape returns null. The focus goes
 * back to where it was.
 * @template T
 * @param {{title: string, initial?: string, choices: (query: string, marked: Choice<T> | null) => Choice<T>[]}} options
 *     `choices` returns the best first; choices with a key are drawn last and can depend on the marked one
 * @returns {Promise<T | null>}
 */
export function choose({ title, initial = "", choices }) {
    const name = `chooser-${crypto.randomUUID()}`;
    const list = el("ul", { role: "listbox", id: name, "aria-label": title });
    const field = el("input", {
        type: "text", role: "combobox", "aria-label": title, "aria-controls": name, "aria-expanded": "true",
        "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false", placeholder: title, value: initial, autofocus: true,
    });
    const count = el("p", { class: "visually-hidden", role: "status" });
    const dialog = el("dialog", { class: "chooser", "aria-label": title }, field, list, count);
    /** @type {Choice<T>[]} */
    let shown = [];
    let marked = 0;

    return new Promise((resolve) => {
        /** @type {T | null} */
        let result = null;
        /** @param {Choice<T> | undefined} choice */
        const finish = (choice) => {
            if (!choice) return;
            result = choice.value;
            dialog.close();
        };
        const draw = () => {
            const found = choices(field.value, null).filter((choice) => !choice.key).slice(0, limit);
            marked = Math.max(0, Math.min(marked, found.length - 1));
            const keyed = choices(field.value, found[marked] ?? null).filter((choice) => choice.key);
            shown = [...found, ...keyed];
            replace(list, shown.map((choice, index) => row(choice, `${name}-${index}`, index === marked, () => finish(choice))));
            field.setAttribute("aria-activedescendant", `${name}-${marked}`);
            list.children[marked]?.scrollIntoView({ block: "nearest" });
            if (shown.length === 0) list.append(el("li", { class: "empty" }, t("Nothing found")));
        };
        field.addEventListener("input", () => {
            marked = 0;
            draw();
            count.textContent = t("Found: {n}", { n: shown.length });
        });
        field.addEventListener("keydown", (event) => {
            const key = keyOf(event);
            const keyed = shown.find((choice) => choice.key === key);
            const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[key];
            if (keyed) finish(keyed);
            else if (key === "Enter") finish(shown[marked]);
            else if (step && shown.length > 0) marked = (marked + step + shown.length) % shown.length;
            else return;
            event.preventDefault();
            draw();
        });
        dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
        dialog.addEventListener("close", () => {
            dialog.remove();
            resolve(result);
        });
        document.body.append(dialog);
        draw();
        dialog.showModal();
        field.select();
    });
}

/** @template T @param {Choice<T>} choice @param {string} id @param {boolean} isMarked @param {() => void} onclick */
function row(choice, id, isMarked, onclick) {
    return el(
        "li",
        { role: "option", id, "aria-selected": isMarked, onclick },
        choice.color ? tint(el("span", { class: "swatch" }), choice.color) : null,
        el("span", { class: "label", dir: "auto" }, choice.label),
        choice.detail ? el("span", { class: "detail", dir: "auto" }, choice.detail) : null,
        choice.keyLabel ? el("kbd", {}, choice.keyLabel) : null,
    );
}

/**
 * Returns how well the words fit the query: 0 for not at all; beginnings of words count most.
 * @param {string} query
 * @param {(string | null)[]} words
 */
export function fit(query, words) {
    const wanted = fold(query.trim());
    if (wanted === "") return 1;
    let best = 0;
    for (const [index, word] of words.entries()) {
        const text = fold(word ?? "");
        const place = text.indexOf(wanted);
        if (place < 0) continue;
        const begins = place === 0 ? 4 : /[\p{L}\p{N}]/u.test(text[place - 1]) ? 1 : 3;
        best = Math.max(best, begins + (text.length === wanted.length ? 2 : 0) + 1 / (index + 2));
    }
    return best;
}

/** @param {string} text */
export function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
