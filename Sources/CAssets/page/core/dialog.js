// @ts-check
import { el } from "./elements.js";
import { t } from "./words.js";

/** @typedef {{label: string, value: string, isPrimary?: boolean, isDanger?: boolean}} Button */

/**
 * Shows a dialog and returns the value of the button that closes it, or null for Escape. The focus goes to the first
 * field, or to the element with `autofocus`, and returns to where it was. Enter presses the primary button.
 * @param {{title: string, content?: import("./elements.js").Child, buttons?: Button[], class?: string,
 *     isReady?: (value: string) => boolean}} options
 *     `isReady` returns whether a button may close the dialog
 * @returns {Promise<string | null>}
 */
export function ask({ title, content = null, buttons = [{ label: t("Close"), value: "close", isPrimary: true }], ...options }) {
    const name = `dialog-${crypto.randomUUID()}`;
    const foot = buttons.map((button) =>
        el("button", { value: button.value, type: button.isPrimary ? "submit" : "button", class: buttonClass(button) }, button.label),
    );
    const form = el("form", { method: "dialog" }, el("h2", { id: name }, title), content, el("div", { class: "buttons" }, foot));
    const dialog = el("dialog", { "aria-labelledby": name, class: options.class }, form);
    return new Promise((resolve) => {
        /** @param {string} value */
        const close = (value) => {
            if (options.isReady?.(value) !== false) dialog.close(value);
        };
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
            close(button?.value ?? buttons.find((one) => one.isPrimary)?.value ?? "");
        });
        for (const button of foot) {
            if (button.type === "button") button.addEventListener("click", () => close(button.value));
        }
        dialog.addEventListener("close", () => {
            dialog.remove();
            resolve(dialog.returnValue === "" ? null : dialog.returnValue);
        });
        document.body.append(dialog);
        dialog.showModal();
        // Without a field, Enter confirms at once, unless that destroys something.
        const primary = foot.find((_, index) => buttons[index].isPrimary && !buttons[index].isDanger);
        if (foot.some((button) => button === document.activeElement)) primary?.focus();
    });
}

/** @param {Button} button */
function buttonClass({ isPrimary, isDanger }) {
    return [isPrimary ? "primary" : "", isDanger ? "danger" : ""].join(" ").trim() || false;
}
