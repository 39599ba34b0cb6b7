// @ts-check
import { t } from "./words.js";

export const isMac = navigator.platform.startsWith("Mac");

// Returns the name of the key of an event, such as `j`, `Ctrl-Shift-z` or `Space`. Ctrl is also Cmd. Shift is named only for
// letters and named keys, because `?` needs it on some keyboards and not on others.
export function keyOf(event) {
  let key = event.key === " " ? "Space" : event.key;
  // On a keyboard of another script, the letter's place on the keyboard is meant.
  if (key.length === 1 && key > "\u{7f}" && event.code.startsWith("Key")) key = event.code.slice(3);
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  if (isLetter) key = key.toLowerCase();
  const shift = event.shiftKey && (key.length > 1 || isLetter) ? "Shift-" : "";
  return `${event.ctrlKey || event.metaKey ? "Ctrl-" : ""}${event.altKey ? "Alt-" : ""}${shift}${key}`;
}

/** Returns a key's name as it is printed on the keyboard. */
export function keyLabel(key) {
  return key
    .split(/-(?=.)/)
    .map((part) => (part === "Ctrl" && isMac ? "⌘" : part.length === 1 ? part.toUpperCase() : t(part)))
    .join(isMac ? " " : "-");
}

/** Returns the digit key that was pressed, also on keyboards whose digits need Shift, or "". */
export function digitOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return "";
  return /^Digit([0-9])$/.exec(event.code)?.[1] ?? "";
}

/** Whether a key is typed text, so that it must be no command while the user writes, and can be switched off. */
export const isCharacterKey = (key) => key === "Space" || [...key.replace(/^Shift-/, "")].length === 1;

export const takesText = (target) =>
  target.matches?.("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=range], [type=color])");

/** Whether the element itself does something on Space and Enter. */
export const isControl = (target) => target.closest?.("button, a[href], summary, input, [role=treeitem], [role=option]");
