// @ts-check
import {
  addActions, button, choose, codeAt, codeColor, codeName, div, el, keep, kept, pickCode, replace, runCommand, say, session,
  signal, span, t,
} from "../core/index.js";
import { codeSelection } from "./coding.js";
import { showCurrent } from "./document-list.js";

export const digits = [..."123456789"];
export const pins = signal({});
const pinsName = () => `pins ${session.study.get().commandName} ${session.me.get()}`;

/** Gives free digits to the first codes without one. They are kept, so that no code changes its key. */
function findPins() {
  const before = kept(pinsName(), {});
  const pinned = Object.fromEntries(Object.entries(before).filter(([, path]) => codeAt(path)));
  const others = session.codebook.get().codes.filter(({ codable, path }) => codable && !Object.values(pinned).includes(path));
  for (const digit of digits) {
    const path = pinned[digit] ?? others.shift()?.path;
    if (path) pinned[digit] = path;
  }
  if (session.study.get().name) keep(pinsName(), pinned);
  pins.set(pinned);
}
session.study.subscribe(findPins);
session.codebook.subscribe(findPins);

export function pin(path, digit) {
  const others = Object.entries(pins.get()).filter(([key, other]) => key !== digit && other !== path);
  keep(pinsName(), Object.fromEntries([...others, [digit, path]]));
  findPins();
  say(t("{code} is on the key {digit}.", { code: codeName(path), digit }));
}

async function choosePin() {
  const picked = await pickCode({ title: t("Pin a code to a digit") });
  if (!picked) return;
  const rowOf = (digit) => {
    const path = pins.get()[digit];
    return { value: digit, label: digit, detail: path ? codeName(path) : t("free"), color: path && codeColor(path) };
  };
  const choices = (query) => digits.filter((one) => query === "" || one === query.trim()).map(rowOf);
  const digit = await choose({ title: t("Key for {code}", { code: codeName(picked.path) }), choices });
  if (digit) pin(picked.path, digit);
}

const codeWithPin = (digit) =>
  pins.get()[digit] ? codeSelection(pins.get()[digit]) : say(t("No code is pinned to {digit}. Shift-P pins one.", { digit }));

const drawer = (pane, name) => button(name, () => toggleDrawer(pane), { "aria-expanded": false, "data-pane": pane });
export const drawers = div("drawers", drawer("left", t("Codes")), drawer("here", t("Here")));

export function toggleDrawer(pane = "") {
  const root = document.querySelector(".screen.read");
  const open = root?.getAttribute("data-drawer") === pane ? "" : pane;
  root?.setAttribute("data-drawer", open);
  for (const one of drawers.children) one.setAttribute("aria-expanded", String(one.getAttribute("data-pane") === open));
  if (open === "left") showCurrent();
}

/** It is shown on touch screens and in narrow windows. */
export const selectionBar = el("div", {
  class: "selection-bar", role: "toolbar", "aria-label": t("Code with…"), hidden: true,
  // A tap must not end the selection.
  onpointerdown: (event) => event.preventDefault(),
});
pins.subscribe((paths) => {
  const code = (path) => button([span("swatch"), codeName(path)], () => codeSelection(path), { "--code": codeColor(path) });
  replace(selectionBar, Object.values(paths).map(code), button(t("Code with…"), () => runCommand("read.palette")));
});

addActions("read", [["pin", t("Pin a code to a digit"), "Shift-p", choosePin]]);
for (const digit of digits) {
  addActions("read", [[`pin-${digit}`, t("Code with the pinned code {n}", { n: digit }), digit, () => codeWithPin(digit)]]);
}
