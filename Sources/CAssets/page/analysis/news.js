// @ts-check
import { el, replace } from "../core/elements.js";
import { t } from "../core/words.js";

/**
 * Returns a line that says that what is shown is no longer the newest, with a button that shows it. The screen does not
 * change under the user's hands.
 * @param {string} text
 * @param {() => unknown} reload
 */
export function newsLine(text, reload) {
    const element = el("p", { role: "status" });
    return {
        element,
        show() {
            if (!element.firstChild) replace(element, text, " ", el("button", { onclick: () => reload() }, t("Show what is new")));
        },
        clear: () => replace(element),
    };
}
