// @ts-check
import { digitOf, isCharacterKey, isControl, keyLabel, keyOf, takesText } from "./keys.js";
import { currentRoute } from "./route.js";
import { fail } from "./status.js";
import { keep, kept, signal } from "./store.js";

/** @type {Map<string, Command>} */
const registry = new Map();
/** The keys that the user chose, by command. */
let chosenKeys = kept("keys", {});
/** Whether keys without Ctrl or Alt run commands. */
export const characterKeys = signal(kept("character-keys", true));
characterKeys.subscribe((isOn) => keep("character-keys", isOn));

/** Adds an action to the page. */
/** @type {(added: Command) => unknown} */
export const command = (added) => registry.set(added.id, added);
export const keysOf = ({ id, keys }) => chosenKeys[id] ?? keys;
export const keyLabels = (action) => keysOf(action).map(keyLabel);

/** Returns the actions of the screen that is shown, in the order in which they were added. */
export function commands() {
  const { screen } = currentRoute();
  return [...registry.values()].filter(({ screens }) => screens === null || screens.includes(screen));
}

/** Gives an action other keys, or its own again if they are undefined. */
export function setKeys(id, keys) {
  chosenKeys = { ...chosenKeys, [id]: keys };
  keep("keys", chosenKeys);
}

/** Runs an action. What it throws is shown. */
export async function runCommand(id) {
  const action = registry.get(id);
  if (!action || action.when?.() === false) return;
  try {
    await action.run();
  } catch (problem) {
    fail(problem);
  }
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog:modal")) return;
  const key = keyOf(event);
  if (takesText(event.target) && !/^(Ctrl-k|F1|Alt-[0-9])$/.test(key)) return;
  if ((key === "Space" || key === "Enter") && isControl(event.target)) return;
  const action = find(key) ?? find(digitOf(event));
  if (!action) return;
  event.preventDefault();
  void runCommand(action.id);
});

function find(key) {
  if (!key || (!characterKeys.get() && isCharacterKey(key))) return undefined;
  return commands().find((action) => keysOf(action).includes(key) && action.when?.() !== false);
}
