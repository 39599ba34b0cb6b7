// @ts-check
import { characterKeys, command, commands, keysOf, setKeys } from "./commands.js";
import { choose, fit } from "./chooser.js";
import { ask } from "./dialog.js";
import { el, replace } from "./elements.js";
import { keyLabel, keyOf } from "./keys.js";
import { language, languages, setLanguage, t } from "./words.js";
import { runCommand } from "./commands.js";

/** Adds the actions of the whole page: the palette of actions, the list of keys and the settings. */
export function addPageCommands() {
    command({ id: "page.palette", name: t("Show all actions"), keys: ["Ctrl-k"], screens: null, isQuiet: true, run: showPalette });
    command({ id: "page.keys", name: t("Show the keys"), keys: ["?", "F1"], screens: null, run: showSettings });
    command({ id: "page.settings", name: t("Settings: keys and language"), keys: ["Ctrl-,"], screens: null, run: showSettings });
}

async function showPalette() {
    const actions = commands().filter((action) => !action.isQuiet && action.when?.() !== false);
    const chosen = await choose({
        title: t("Actions"),
        choices: (query) =>
            actions
                .map((action) => ({ action, score: fit(query, [action.name]) }))
                .filter(({ score }) => score > 0)
                .sort((a, b) => b.score - a.score)
                .map(({ action }) => ({
                    value: action.id,
                    label: action.name,
                    keyLabel: keysOf(action).map(keyLabel).join(" "),
                })),
    });
    if (chosen) runCommand(chosen);
}

async function showSettings() {
    const table = el("table", { class: "keys" });
    const draw = () => replace(table, commands().map((action) => keyRow(action, draw)));
    draw();
    const single = el("input", { type: "checkbox", checked: characterKeys.get() });
    single.addEventListener("change", () => characterKeys.set(single.checked));
    const tongue = el(
        "select",
        { onchange: () => setLanguage(tongue.value) },
        Object.entries(languages).map(([tag, name]) => el("option", { value: tag, lang: tag, selected: tag === language }, name)),
    );
    await ask({
        title: t("Keys and language"),
        class: "wide",
        content: [
            el("p", {}, el("label", {}, t("Language"), " ", tongue)),
            el("p", {}, el("label", {}, single, " ", t("Keys without Ctrl run actions"))),
            el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("Keys") }, table),
        ],
    });
}

/** @param {import("./commands.js").Command} action @param {() => void} draw */
function keyRow(action, draw) {
    const keys = keysOf(action);
    const change = el(
        "button",
        { type: "button", "aria-label": t("Change the key of “{name}”", { name: action.name }), onclick: () => waitForKey(change, action, draw) },
        keys.length > 0 ? keys.map((key) => el("kbd", {}, keyLabel(key))) : t("no key"),
    );
    const reset = el("button", { type: "button", class: "quiet", onclick: () => (setKeys(action.id, null), draw()) }, t("Reset"));
    const isChanged = keys.join() !== action.keys.join();
    return el("tr", {}, el("th", { scope: "row" }, action.name), el("td", {}, change, isChanged ? reset : null));
}

/**
 * Gives the action the next key that is pressed. Escape leaves it as it is, and Backspace takes its keys away.
 * @param {HTMLButtonElement} button
 * @param {import("./commands.js").Command} action
 * @param {() => void} draw
 */
function waitForKey(button, action, draw) {
    button.textContent = t("Press a key");
    /** @param {KeyboardEvent} event */
    const take = (event) => {
        if (["Shift", "Control", "Alt", "Meta", "Tab"].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        button.removeEventListener("keydown", take);
        const key = keyOf(event);
        if (key !== "Escape") {
            for (const other of commands()) {
                if (keysOf(other).includes(key)) setKeys(other.id, keysOf(other).filter((one) => one !== key));
            }
            setKeys(action.id, key === "Backspace" ? [] : [key]);
        }
        draw();
    };
    button.addEventListener("keydown", take);
}
