// @ts-check
import {
  button, characterKeys, choose, commands, confirmed, el, fitting, keep, keyLabels, keyOf, keysOf, language, languages, p,
  quietButton, replace, runCommand, setKeys, t,
} from "./index.js";

export async function showPalette() {
  const actions = commands().filter((action) => action.when());
  const rowOf = (action) => ({ value: action.id, label: action.name, keyLabel: keyLabels(action).join(" ") });
  const choices = (query) => fitting(actions, query, ({ name }) => [name]).map(rowOf);
  const chosen = await choose({ title: t("Actions"), choices });
  if (chosen) void runCommand(chosen);
}

export async function showSettings() {
  const table = el("table", { class: "keys" });
  const draw = () => replace(table, commands().map((action) => keyRow(action, draw)));
  draw();
  const setSingle = ({ target }) => characterKeys.set(target.checked);
  const single = el("input", { type: "checkbox", checked: characterKeys.get(), onchange: setSingle });
  const option = ([tag, name]) => el("option", { value: tag, lang: tag, selected: tag === language }, name);
  const onchange = ({ target }) => {
    keep("language", target.value);
    location.reload();
  };
  await confirmed(t("Settings"), [
    p("", el("label", {}, t("Language"), " ", el("select", { onchange }, Object.entries(languages).map(option)))),
    p("", el("label", {}, single, " ", t("Keys without Ctrl run actions"))),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("Keys") }, table),
  ], "", { name: "wide" });
}

function keyRow(action, draw) {
  const labels = keyLabels(action);
  const name = t("Change the key of “{name}”", { name: action.name });
  const keys = labels.length > 0 ? labels.map((label) => el("kbd", {}, label)) : t("no key");
  const change = button(keys, () => waitForKey(change, action, draw), { "aria-label": name });
  const restore = () => {
    setKeys(action.id, undefined);
    draw();
  };
  const reset = keysOf(action).join() !== action.keys.join() && quietButton(t("Reset"), restore);
  return el("tr", {}, el("th", { scope: "row" }, action.name), el("td", {}, change, reset));
}

/** Takes the next key that is pressed. Escape changes nothing, and Backspace takes the keys away. */
function waitForKey(button, action, draw) {
  button.textContent = t("Press a key");
  button.onkeydown = (event) => {
    if (["Shift", "Control", "Alt", "Meta", "Tab"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const key = keyOf(event);
    if (key !== "Escape") {
      for (const other of commands()) {
        const keys = keysOf(other);
        if (keys.includes(key)) setKeys(other.id, keys.filter((one) => one !== key));
      }
      setKeys(action.id, key === "Backspace" ? [] : [key]);
    }
    draw();
  };
}
