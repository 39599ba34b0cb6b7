// @ts-check
import { keyOf } from "./commands.js";
import { el, replace } from "./elements.js";
import { t } from "./words.js";

/** A chooser shows at most so many choices. */
const limit = 60;

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

/** Shows a dialog until it is closed. */
function showDialog(dialog) {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
  });
}

/** Shows a field and the choices that fit what is typed, then the keyed ones. Enter chooses, Escape returns null. */
/** @type {(options: ChooseOptions) => Promise<any>} */
export function choose({ title, choices, keyed = () => [] }) {
  const name = `chooser-${crypto.randomUUID()}`;
  const list = el("ul", { role: "listbox", id: name, "aria-label": title });
  const field = el("input", {
    type: "text", role: "combobox", "aria-label": title, "aria-controls": name, "aria-expanded": true, "aria-autocomplete": "list",
    autocomplete: "off", spellcheck: "false", placeholder: title, autofocus: true,
  });
  const count = el("p", { class: "visually-hidden", role: "status" });
  const dialog = el("dialog", { class: "chooser", "aria-label": title }, field, list, count);
  let shown = [];
  let marked = 0;
  let result = null;

  const finish = (choice) => {
    if (!choice) return;
    result = choice.value;
    dialog.close();
  };
  const draw = () => {
    const found = choices(field.value).slice(0, limit);
    marked = Math.max(0, Math.min(marked, found.length - 1));
    shown = [...found, ...keyed(field.value, found[marked])];
    const none = shown.length === 0 && el("li", { class: "empty" }, t("Nothing found"));
    replace(list, shown.map((choice, index) => row(choice, `${name}-${index}`, index === marked, () => finish(choice))), none);
    field.setAttribute("aria-activedescendant", `${name}-${marked}`);
    list.children[marked]?.scrollIntoView({ block: "nearest" });
  };
  field.addEventListener("input", () => {
    marked = 0;
    draw();
    count.textContent = t("Found: {n}", { n: shown.length });
  });
  field.addEventListener("keydown", (event) => {
    const key = keyOf(event);
    const direct = shown.find((choice) => choice.key === key);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[key];
    if (direct) finish(direct);
    else if (key === "Enter") finish(shown[marked]);
    else if (step && shown.length > 0) marked = (marked + step + shown.length) % shown.length;
    else return;
    event.preventDefault();
    draw();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  draw();
  return showDialog(dialog).then(() => result);
}

/** @type {(choice: Choice, id: string, isMarked: boolean, onclick: () => void) => HTMLElement} */
function row({ color, label, detail, keyLabel }, id, isMarked, onclick) {
  return el(
    "li",
    { role: "option", id, "aria-selected": isMarked, onclick },
    color && el("span", { class: "swatch", "--code": color }),
    el("span", { class: "label", dir: "auto" }, label),
    detail && el("span", { class: "detail", dir: "auto" }, detail),
    keyLabel && el("kbd", {}, keyLabel),
  );
}

/** Returns the items whose words fit the query, the best first. `bonus` is added to what fits. */
export function fitting(items, query, wordsOf, bonus = (item) => 0) {
  const scored = items.map((item) => ({ item, score: fit(query, wordsOf(item)) })).filter(({ score }) => score > 0);
  return scored.sort((a, b) => b.score + bonus(b.item) - a.score - bonus(a.item)).map(({ item }) => item);
}

/** Returns how well the words fit the query: 0 for not at all; beginnings of words count most. */
export function fit(query, words) {
  const wanted = fold(query.trim());
  if (wanted === "") return 1;
  const scores = words.map((word, index) => {
    const text = fold(word ?? "");
    const place = text.indexOf(wanted);
    if (place < 0) return 0;
    const begins = place === 0 ? 4 : /[\p{L}\p{N}]/u.test(text[place - 1]) ? 1 : 3;
    return begins + (text.length === wanted.length ? 2 : 0) + 1 / (index + 2);
  });
  return Math.max(0, ...scores);
}

export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
