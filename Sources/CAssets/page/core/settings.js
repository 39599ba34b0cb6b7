// @ts-check
import {
  ask, characterKeys, choose, command, commands, el, fitting, keyLabels, keyOf, keysOf, language, languages, replace, runCommand,
  setKeys, setLanguage, t,
} from "./index.js";

export function addPageCommands() {
  command({ id: "page.palette", name: t("Show all actions"), keys: ["Ctrl-k"], screens: null, isQuiet: true, run: showPalette });
  command({ id: "page.keys", name: t("Show the keys"), keys: ["?", "F1"], screens: null, run: showSettings });
  command({ id: "page.settings", name: t("Settings: keys and language"), keys: ["Ctrl-,"], screens: null, run: showSettings });
}

async function showPalette() {
  const actions = commands().filter((action) => !action.isQuiet && action.when?.() !== false);
  const rowOf = (action) => ({ value: action.id, label: action.name, keyLabel: keyLabels(action).join(" ") });
  const chosen = await choose({ title: t("Actions"), choices: (query) => fitting(actions, query, ({ name }) => [name]).map(rowOf) });
  if (chosen) void runCommand(chosen);
}

async function showSettings() {
  const table = el("table", { class: "keys" });
  const draw = () => replace(table, commands().map((action) => keyRow(action, draw)));
  draw();
  const single = el("input", { type: "checkbox", checked: characterKeys.get(), onchange: () => characterKeys.set(single.checked) });
  const option = ([tag, name]) => el("option", { value: tag, lang: tag, selected: tag === language }, name);
  const tongue = el("select", { onchange: () => setLanguage(tongue.value) }, Object.entries(languages).map(option));
  const content = [
    el("p", {}, el("label", {}, t("Language"), " ", tongue)),
    el("p", {}, el("label", {}, single, " ", t("Keys without Ctrl run actions"))),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("Keys") }, table),
  ];
  await ask({ title: t("Keys and language"), class: "wide", content });
}

function keyRow(action, draw) {
  const labels = keyLabels(action);
  const name = t("Change the key of “{name}”", { name: action.name });
  const keys = labels.length > 0 ? labels.map((label) => el("kbd", {}, label)) : t("no key");
  const change = el("button", { type: "button", "aria-label": name, onclick: () => waitForKey(change, action, draw) }, keys);
  const restore = () => {
    setKeys(action.id, undefined);
    draw();
  };
  const isChanged = keysOf(action).join() !== action.keys.join();
  const reset = isChanged && el("button", { type: "button", class: "quiet", onclick: restore }, t("Reset"));
  return el("tr", {}, el("th", { scope: "row" }, action.name), el("td", {}, change, reset));
}

/** Gives the action the next key that is pressed. Escape leaves it as it is, and Backspace takes its keys away. */
function waitForKey(button, action, draw) {
  button.textContent = t("Press a key");
  const take = (event) => {
    if (["Shift", "Control", "Alt", "Meta", "Tab"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    button.removeEventListener("keydown", take);
    const key = keyOf(event);
    const others = key === "Escape" ? [] : commands().filter((other) => keysOf(other).includes(key));
    for (const other of others) setKeys(other.id, keysOf(other).filter((one) => one !== key));
    if (key !== "Escape") setKeys(action.id, key === "Backspace" ? [] : [key]);
    draw();
  };
  button.addEventListener("keydown", take);
}
