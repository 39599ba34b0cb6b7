// @ts-check
import { digitOf, isCharacterKey, isControl, keyOf, takesText } from "./keys.js";
import { currentRoute } from "./route.js";
import { fail } from "./status.js";
import { keep, kept, signal } from "./store.js";

/**
 * An action of the page.
 * @typedef {object} Command
 * @property {string} id such as "read.next"
 * @property {string} name in the user's language
 * @property {string[]} keys its keys, unless the user chose others
 * @property {string[] | null} screens where it works; null for everywhere
 * @property {() => boolean} [when] whether it can be run now
 * @property {boolean} [isQuiet] left out of the palette of actions
 * @property {() => unknown} run
 */

/** @type {Map<string, Command>} */
const registry = new Map();
/**
 * The keys that the user chose, by command.
 * @type {Record<string, string[]>}
 */
let chosenKeys = kept("keys", {});
/** Whether keys without Ctrl or Alt run commands. */
export const characterKeys = signal(kept("character-keys", true));
characterKeys.subscribe((isOn) => keep("character-keys", isOn));

/**
 * Adds an action to the page.
 * @param {Command} added
 */
export function command(added) {
    registry.set(added.id, added);
}

/** Returns the actions of the screen that is shown, in the order in which they were added. */
export function commands() {
    const { screen } = currentRoute();
    return [...registry.values()].filter(({ screens }) => screens === null || screens.includes(screen));
}

/**
 * Returns the keys of an action.
 * @param {Command} action
 */
export function keysOf(action) {
    return chosenKeys[action.id] ?? action.keys;
}

/**
 * Gives an action other keys, or its own again if there are none.
 * @param {string} id
 * @param {string[] | null} keys
 */
export function setKeys(id, keys) {
    const { [id]: _, ...others } = chosenKeys;
    chosenKeys = keys === null ? others : { ...others, [id]: keys };
    keep("keys", chosenKeys);
}

/**
 * Runs an action. What it throws is shown.
 * @param {string} id
 */
export function runCommand(id) {
    const action = registry.get(id);
    if (!action || action.when?.() === false) return false;
    Promise.resolve()
        .then(action.run)
        .catch((problem) => fail(problem));
    return true;
}

/** @param {KeyboardEvent} event */
function onKey(event) {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog:modal")) return;
    const key = keyOf(event);
    if (takesText(event.target) && !/^(Ctrl-k|F1|Alt-[0-9])$/.test(key)) return;
    if ((key === "Space" || key === "Enter") && isControl(event.target)) return;
    const action = find(key) ?? find(digitOf(event) ?? "");
    if (!action) return;
    event.preventDefault();
    runCommand(action.id);
}

/**
 * Returns the action that a key runs now.
 * @param {string} key
 */
function find(key) {
    if (!key || (!characterKeys.get() && isCharacterKey(key))) return undefined;
    return commands().find((action) => keysOf(action).includes(key) && action.when?.() !== false);
}

document.addEventListener("keydown", onKey);
