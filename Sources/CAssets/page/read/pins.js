// @ts-check
import {
  choose, codeAt, codeColor, codeName, el, keep, kept, pickCode, replace, runCommand, say, session, signal, t,
} from "../core/index.js";
import { codeSelection } from "./coding.js";

export const digits = [..."123456789"];
/** The codes by their digits. */
export const pins = signal({});
/** Returns the name in the browser's storage, which is another one for each study and coder. */
const pinsName = () => `pins ${session.study.get().commandName} ${session.me.get()}`;

// Free digits go to the first codes without one, and stay, so that no code changes its key.
function findPins() {
  const before = kept(pinsName(), {});
  const pinned = Object.fromEntries(Object.entries(before).filter(([, path]) => codeAt(path)));
  const others = session.codebook.get().codes.filter(({ codable, path }) => codable && !Object.values(pinned).includes(path));
  for (const digit of digits) {
    const path = pinned[digit] ?? others.shift()?.path;
    if (path) pinned[digit] = path;
  }
  const isNew = JSON.stringify(pinned) !== JSON.stringify(before);
  if (session.study.get().name && isNew) keep(pinsName(), pinned);
  pins.set(pinned);
}
session.study.subscribe(findPins);
session.codebook.subscribe(findPins);

/** Gives the code the digit, and no other one. */
export function pin(path, digit) {
  const others = Object.entries(pins.get()).filter(([key, other]) => key !== digit && other !== path);
  keep(pinsName(), Object.fromEntries([...others, [digit, path]]));
  findPins();
  say(t("{code} is on the key {digit}.", { code: codeName(path), digit }));
}

export async function choosePin() {
  const picked = await pickCode({ title: t("Code to pin to a digit") });
  if (!picked) return;
  const rowOf = (digit) => {
    const path = pins.get()[digit];
    return { value: digit, label: digit, detail: path ? codeName(path) : t("free"), color: path && codeColor(path) };
  };
  const choices = (query) => digits.filter((one) => query === "" || one === query.trim()).map(rowOf);
  const digit = await choose({ title: t("Key for {code}", { code: codeName(picked.path) }), choices });
  if (digit) pin(picked.path, digit);
}

const drawer = (pane, name) => el("button", { "aria-expanded": false, "data-pane": pane, onclick: () => toggleDrawer(pane) }, name);
export const drawers = el("div", { class: "drawers" }, drawer("left", t("Codes")), drawer("here", t("Here")));

/** Opens a drawer, or closes it if it is open. Without a name it closes all. */
export function toggleDrawer(pane = "") {
  const root = document.querySelector(".screen.read");
  const open = root?.getAttribute("data-drawer") === pane ? "" : pane;
  root?.setAttribute("data-drawer", open);
  for (const button of drawers.children) button.setAttribute("aria-expanded", String(button.getAttribute("data-pane") === open));
}

/** The toolbar with the pinned codes, which a style sheet shows on touch screens and narrow windows. */
export const selectionBar = el("div", {
  class: "selection-bar", role: "toolbar", "aria-label": t("Code the words with"), hidden: true,
  // A tap must not end the selection.
  onpointerdown: (event) => event.preventDefault(),
});
pins.subscribe((paths) => {
  const button = (path) =>
    el("button", { "--code": codeColor(path), onclick: () => void codeSelection(path) }, el("span", { class: "swatch" }), codeName(path));
  const all = el("button", { onclick: () => runCommand("read.palette") }, t("All codes…"));
  replace(selectionBar, Object.values(paths).map(button), all);
});
