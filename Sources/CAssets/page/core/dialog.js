// @ts-check
import { showDialog } from "./chooser.js";
import { el } from "./elements.js";
import { t } from "./words.js";

/** Shows a dialog and returns the value of the button that closes it, or null for Escape. Enter presses the primary button. */
/** @param {AskOptions} options */
export function ask({ title, content, buttons = [{ label: t("Close"), value: "close", isPrimary: true }], isReady, ...options }) {
  const name = `dialog-${crypto.randomUUID()}`;
  const foot = buttons.map(({ label, value, isPrimary, isDanger }) => {
    const style = [isPrimary && "primary", isDanger && "danger"].filter(Boolean).join(" ");
    const onclick = isPrimary ? null : () => close(value);
    return el("button", { value, type: isPrimary ? "submit" : "button", class: style || null, onclick }, label);
  });
  const onsubmit = (event) => {
    event.preventDefault();
    close(buttons.find((one) => one.isPrimary)?.value);
  };
  const form = el("form", { method: "dialog", onsubmit }, el("h2", { id: name }, title), content, el("div", { class: "buttons" }, foot));
  const dialog = el("dialog", { "aria-labelledby": name, class: options.class }, form);
  const close = (value) => isReady?.(value) !== false && dialog.close(value);
  const closed = showDialog(dialog);
  // Without a field, Enter confirms at once, unless that destroys something.
  const primary = foot.find((_, index) => buttons[index].isPrimary && !buttons[index].isDanger);
  if (foot.some((button) => button === document.activeElement)) primary?.focus();
  return closed;
}

/** Asks with the buttons Cancel and `action`. Returns whether the user goes on, which waits for `isReady`. */
export async function confirmed(title, content, action, { isReady, isDanger, name } = /** @type {any} */ ({})) {
  const buttons = [{ label: t("Cancel"), value: "" }, { label: action, value: "go", isPrimary: true, isDanger }];
  return (await ask({ title, content, buttons, class: name, isReady: (value) => value === "" || isReady?.() !== false })) === "go";
}
