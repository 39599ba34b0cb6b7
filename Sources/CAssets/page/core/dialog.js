// @ts-check
import { el } from "./elements.js";
import { t } from "./words.js";

/** Shows a dialog and returns the value of the button that closes it, or null for Escape. Enter presses the primary button. */
/** @param {AskOptions} options */
export function ask({ title, content, buttons = [{ label: t("Close"), value: "close", isPrimary: true }], isReady, ...options }) {
  const name = `dialog-${crypto.randomUUID()}`;
  const foot = buttons.map(({ label, value, isPrimary, isDanger }) => {
    const style = [isPrimary && "primary", isDanger && "danger"].filter(Boolean).join(" ");
    return el("button", { value, type: isPrimary ? "submit" : "button", class: style || null }, label);
  });
  const form = el("form", { method: "dialog" }, el("h2", { id: name }, title), content, el("div", { class: "buttons" }, foot));
  const dialog = el("dialog", { "aria-labelledby": name, class: options.class }, form);
  const close = (value) => isReady?.(value) !== false && dialog.close(value);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    close(button?.value ?? buttons.find((one) => one.isPrimary)?.value ?? "");
  });
  for (const button of foot) if (button.type === "button") button.addEventListener("click", () => close(button.value));
  document.body.append(dialog);
  dialog.showModal();
  // Without a field, Enter confirms at once, unless that destroys something.
  const primary = foot.find((_, index) => buttons[index].isPrimary && !buttons[index].isDanger);
  if (foot.some((button) => button === document.activeElement)) primary?.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
  });
}
