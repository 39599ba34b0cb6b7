// @ts-check
import { keyOf } from "./commands.js";
import { div, el, replace } from "./elements.js";
import { t } from "./words.js";

const limit = 60;

/**
 * Returns whether the user chose the action, which waits for `isReady`. Without an action the dialog only closes.
 * @type {(title: string, content: Child, action?: string, options?: ConfirmOptions) => Promise<boolean>}
 */
export async function confirmed(title, content, action = "", { isReady, isDanger, name } = {}) {
  const cancel = el("button", { type: "button", onclick: () => dialog.close() }, action ? t("Cancel") : t("Close"));
  const go = action && el("button", { class: isDanger ? "danger" : "primary" }, action);
  const onsubmit = (event) => {
    event.preventDefault();
    if (isReady?.() !== false) dialog.close("go");
  };
  const onkeydown = (event) => keyOf(event) === "Ctrl-Enter" && form.requestSubmit();
  const form = el("form", { onsubmit, onkeydown }, el("h2", {}, title), content, div("buttons", cancel, go));
  const dialog = el("dialog", { "aria-label": title, class: name }, form);
  const closed = showDialog(dialog);
  // Without a field, Enter confirms at once, unless that destroys something.
  if (go && !isDanger && document.activeElement === cancel) go.focus();
  return (await closed) === "go";
}

function showDialog(dialog) {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

/**
 * Shows a field and the choices that fit what is typed, then the keyed ones. Enter chooses, Escape returns null.
 * @type {(options: ChooseOptions) => Promise<any>}
 */
export async function choose({ title, choices, keyed = () => [] }) {
  const id = `chooser-${crypto.randomUUID()}`;
  const list = el("ul", { role: "listbox", id, "aria-label": title });
  const field = el("input", {
    type: "text", role: "combobox", "aria-label": title, "aria-controls": id, "aria-expanded": true, "aria-autocomplete": "list",
    autocomplete: "off", spellcheck: "false", placeholder: title, oninput, onkeydown,
  });
  const count = el("p", { class: "visually-hidden", role: "status" });
  const onclick = ({ target }) => target === dialog && dialog.close();
  const dialog = el("dialog", { class: "chooser", "aria-label": title, onclick }, field, list, count);
  let shown = [];
  let marked = 0;
  let result = null;

  const finish = (choice) => {
    if (!choice) return;
    result = choice.value;
    dialog.close();
  };
  /** @type {(choice: Choice, index: number) => HTMLElement} */
  const row = ({ color, label, detail, keyLabel, value }, index) =>
    el(
      "li",
      { role: "option", id: `${id}-${index}`, "aria-selected": index === marked, onclick: () => finish({ value }) },
      color && el("span", { class: "swatch", "--code": color }),
      el("bdi", { class: "label" }, label),
      detail && el("bdi", { class: "detail" }, detail),
      keyLabel && el("kbd", {}, keyLabel),
    );
  const draw = () => {
    const found = choices(field.value).slice(0, limit);
    marked = Math.max(0, Math.min(marked, found.length - 1));
    shown = [...found, ...keyed(field.value, found[marked])];
    replace(list, shown.length > 0 ? shown.map(row) : el("li", { class: "empty" }, t("Nothing found")));
    field.setAttribute("aria-activedescendant", `${id}-${marked}`);
    list.children[marked].scrollIntoView({ block: "nearest" });
  };
  function oninput() {
    marked = 0;
    draw();
    count.textContent = t("Found: {n}", { n: shown.length });
  }
  function onkeydown(event) {
    const key = keyOf(event);
    const direct = shown.find((choice) => choice.key === key);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[key];
    if (direct || key === "Enter") finish(direct ?? shown[marked]);
    else if (step && shown.length > 0) marked = (marked + step + shown.length) % shown.length;
    else return;
    event.preventDefault();
    draw();
  }
  draw();
  await showDialog(dialog);
  return result;
}

export function fitting(items, query, wordsOf) {
  const scored = items.map((item) => ({ item, score: fit(query, wordsOf(item)) })).filter(({ score }) => score > 0);
  return scored.sort((a, b) => b.score - a.score).map(({ item }) => item);
}

/** Returns 0 if no word fits the query; beginnings of words count most. */
export function fit(query, words) {
  const wanted = fold(query.trim());
  if (wanted === "") return 1;
  const scores = words.map((word, index) => {
    const text = fold(word ?? "");
    const isBeginning = text.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(wanted));
    const begins = text === wanted ? 6 : text.startsWith(wanted) ? 4 : isBeginning ? 3 : 1;
    return text.includes(wanted) ? begins + 1 / (index + 2) : 0;
  });
  return Math.max(0, ...scores);
}

export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
