// @ts-check
import {
  choose, codeAt, codeColor, codeName, el, keep, kept, pickCode, replace, runCommand, say, session, signal, t,
} from "../core/index.js";
import { codeSelection, selectedWords } from "./coding.js";

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
  const digit = await choose({
    title: t("Key for {code}", { code: codeName(picked.path) }),
    choices: (query) => digits.filter((one) => query === "" || one === query.trim()).map(rowOf),
  });
  if (digit) pin(picked.path, digit);
}

export function drawers() {
  const button = (pane, name) => el("button", { "aria-expanded": false, "data-pane": pane, onclick: () => toggleDrawer(pane) }, name);
  return el("div", { class: "drawers" }, button("left", t("Codes")), button("here", t("Here")));
}

/** Opens a drawer, or closes it if it is open. Without a name it closes all. */
export function toggleDrawer(pane = "") {
  const root = document.querySelector(".screen.read");
  const open = root?.getAttribute("data-drawer") === pane ? "" : pane;
  root?.setAttribute("data-drawer", open);
  for (const button of document.querySelectorAll(".drawers button")) {
    button.setAttribute("aria-expanded", String(button.getAttribute("data-pane") === open));
  }
}

const bar = el("div", { class: "selection-bar", role: "toolbar", "aria-label": t("Code the words with"), hidden: true });

/** Returns the toolbar with the pinned codes, which a style sheet shows on touch screens and narrow windows. */
export function selectionBar() {
  pins.subscribe(drawBar);
  // A tap must not end the selection.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  drawBar();
  return bar;
}

function drawBar() {
  const button = (path) =>
    el("button", { "--code": codeColor(path), onclick: () => void codeSelection(path) }, el("span", { class: "swatch" }), codeName(path));
  replace(bar, Object.values(pins.get()).map(button), el("button", { onclick: () => runCommand("read.palette") }, t("All codes…")));
}

export function updateBar() {
  bar.hidden = selectedWords() === null;
}
