// @ts-check
import { currentRoute } from "./route.js";
import { fail } from "./status.js";
import { keptSignal } from "./store.js";
import { t } from "./words.js";

/** @type {Map<string, Command>} */
const registry = new Map();
const chosenKeys = keptSignal("keys", {});
export const characterKeys = keptSignal("character-keys", true);

/** Each action has an id, a name, keys, its work and perhaps a test of whether it can run. Those of "page" are on all screens. */
export function addActions(screen, actions) {
  for (const [id, name, keys, run, when = () => true] of actions) {
    registry.set(`${screen}.${id}`, { id: `${screen}.${id}`, name, keys: keys.split(" "), screen, run, when });
  }
}

export const keysOf = ({ id, keys }) => chosenKeys.get()[id] ?? keys;
export const keyLabels = (action) => keysOf(action).map(keyLabel);
export const commands = () => [...registry.values()].filter(({ screen }) => ["page", currentRoute().screen].includes(screen));
export const setKeys = (id, keys) => chosenKeys.set({ ...chosenKeys.get(), [id]: keys });

export async function runCommand(id) {
  const { when, run } = /** @type {Command} */ (registry.get(id));
  if (when()) await Promise.resolve().then(run).catch(fail);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog:modal")) return;
  const key = keyOf(event);
  if (takesText(event.target) && !/^(Ctrl-k|F1|Alt-[0-9])$/.test(key)) return;
  if ((key === "Space" || key === "Enter") && isControl(event.target)) return;
  // Some keyboards have digits only with Shift.
  const action = find(key) ?? find(key.length === 1 && !event.shiftKey && event.code.replace("Digit", ""));
  if (!action) return;
  event.preventDefault();
  void runCommand(action.id);
});

function find(key) {
  if (!key || (!characterKeys.get() && isCharacterKey(key))) return undefined;
  return commands().find((action) => keysOf(action).includes(key) && action.when());
}

export const isMac = navigator.platform.startsWith("Mac");

// Returns a name such as `j`, `Ctrl-Shift-z` or `Space`. Ctrl is also Cmd. Shift is named only for letters and named keys,
// because `?` needs it on some keyboards and not on others.
export function keyOf(event) {
  let key = event.key === " " ? "Space" : event.key;
  // On a keyboard of another script, the letter's place on the keyboard is meant.
  if (key.length === 1 && key > "\u{7f}" && event.code.startsWith("Key")) key = event.code.slice(3);
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  if (isLetter) key = key.toLowerCase();
  const shift = event.shiftKey && (key.length > 1 || isLetter) ? "Shift-" : "";
  return `${event.ctrlKey || event.metaKey ? "Ctrl-" : ""}${event.altKey ? "Alt-" : ""}${shift}${key}`;
}

export function keyLabel(key) {
  return key
    .split(/-(?=.)/)
    .map((part) => (part === "Ctrl" && isMac ? "⌘" : part.length === 1 ? part.toUpperCase() : t(part)))
    .join(isMac ? " " : "-");
}

/** Whether a key is typed text, which can be switched off. */
const isCharacterKey = (key) => key === "Space" || [...key.replace(/^Shift-/, "")].length === 1;

const takesText = (target) => target.matches?.("textarea, select, input:not([type=checkbox], [type=color])");

const isControl = (target) => target.closest?.("button, a[href], summary, input, [role=treeitem]");
