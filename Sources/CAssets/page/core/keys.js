// @ts-check
import { t } from "./words.js";

const isMac = navigator.platform.startsWith("Mac");

/**
 * Returns the name of the key of an event, such as `j`, `Ctrl-Shift-z`, `Space` or `Delete`. Ctrl is also Cmd. Shift is
 * named only for letters and named keys, because `?` needs it on some keyboards and not on others.
 * @param {KeyboardEvent} event
 */
export function keyOf(event) {
    let key = event.key === " " ? "Space" : event.key;
    // On a keyboard of another script, the letter's place on the keyboard is meant.
    if (key.length === 1 && key > "\u{7f}" && event.code.startsWith("Key")) key = event.code.slice(3);
    const isCharacter = key.length === 1;
    const isLetter = isCharacter && key.toLowerCase() !== key.toUpperCase();
    if (isLetter) key = key.toLowerCase();
    const shift = event.shiftKey && (!isCharacter || isLetter) ? "Shift-" : "";
    return `${event.ctrlKey || event.metaKey ? "Ctrl-" : ""}${event.altKey ? "Alt-" : ""}${shift}${key}`;
}

/**
 * Returns the digit key that was pressed, also on keyboards whose digits need Shift, or null.
 * @param {KeyboardEvent} event
 */
export function digitOf(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
    return /^Digit([0-9])$/.exec(event.code)?.[1] ?? null;
}

/**
 * Returns a key's name as it is printed on the keyboard.
 * @param {string} key
 */
export function keyLabel(key) {
    return key
        .split(/-(?=.)/)
        .map((part) => (part === "Ctrl" && isMac ? "⌘" : part.length === 1 ? part.toUpperCase() : t(part)))
        .join(isMac ? " " : "-");
}

/**
 * Whether a key is typed text, so that it must be no command while the user writes, and can be switched off.
 * @param {string} key
 */
export function isCharacterKey(key) {
    return key === "Space" || [...key.replace(/^Shift-/, "")].length === 1;
}

/**
 * Whether the element takes typed text.
 * @param {EventTarget | null} target
 */
export function takesText(target) {
    if (!(target instanceof HTMLElement)) return false;
    if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range", "color"].includes(target.type);
    return target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}

/**
 * Whether the element itself does something on Space and Enter.
 * @param {EventTarget | null} target
 */
export function isControl(target) {
    return target instanceof Element && target.closest("button, a[href], summary, input, [role=treeitem], [role=option]") !== null;
}
