// @ts-check
import { codeName, command, confirmed, el, lastCode, newCode, say, t } from "../core/index.js";
import { findCode } from "./code-tree.js";
import { codeAgain, codeByPalette, codeInVivo, codeSelection, codeWith, undo } from "./coding.js";
import { goToDocument, stepDocument, toggleDone } from "./document-list.js";
import { openFind } from "./find.js";
import { beginResize, chooseNext, decide, endResize, recode, removeCoding, writeMemo } from "./here.js";
import { spanLabel } from "./marks.js";
import { nextUncoded, select, selectPassage, selectSentence, stepPassage } from "./moves.js";
import { choosePin, digits, pins, toggleDrawer } from "./pins.js";
import { selection, view } from "./reading.js";

export function addReadCommands() {
  const add = (id, name, keys, run, more = {}) => command({ id: `read.${id}`, name, keys, screens: ["read"], run, ...more });
  add("palette", t("Code with…"), ["c"], codeByPalette);
  add("again", t("Code with the same code again"), ["Space"], codeAgain);
  add("new", t("Code with a new code"), ["n"], () => codeWith(nameCode));
  add("vivo", t("Code with a new code named by the words"), ["v"], codeInVivo);
  add("memo", t("Write a memo"), ["m"], () => writeMemo());
  add("undo", t("Take back your last action"), ["Ctrl-z"], () => undo("undo"));
  add("redo", t("Do again what you took back"), ["Ctrl-Shift-z", "Ctrl-y"], () => undo("redo"));
  add("sentence", t("Select the sentence"), ["s"], selectSentence);
  add("passage", t("Select the passage"), ["p"], selectPassage);
  add("next", t("Next passage"), ["j"], () => stepPassage(1));
  add("previous", t("Previous passage"), ["k"], () => stepPassage(-1));
  add("uncoded", t("Next uncoded passage"), ["u"], nextUncoded);
  add("cycle", t("Next coding here"), ["o"], cycle);
  add("remove", t("Remove the coding"), ["Delete", "Backspace"], () => removeCoding());
  add("recode", t("Give the coding another code"), ["r"], () => recode());
  add("start", t("Move the coding's start"), ["["], () => beginResize("start"));
  add("end", t("Move the coding's end"), ["]"], () => beginResize("end"));
  add("save-edge", t("Save the moved edge"), ["Enter"], () => endResize(true), { when: () => selection.edge !== null, isQuiet: true });
  add("cancel", t("Cancel"), ["Escape"], cancel, { isQuiet: true });
  add("accept", t("Accept the automatic coding"), ["a"], () => decide("accepted"));
  add("reject", t("Reject the automatic coding"), ["x"], () => decide("rejected"));
  add("brush", t("Brush: each selection takes the code used last"), ["b"], toggleBrush);
  add("pin", t("Pin a code to a digit"), ["Shift-p"], choosePin);
  add("find-code", t("Find a code"), ["/"], findCode);
  add("find", t("Find in the text"), ["f"], openFind);
  add("go", t("Go to document"), ["g"], goToDocument);
  add("document-next", t("Next document"), ["Shift-j"], () => stepDocument(1));
  add("document-previous", t("Previous document"), ["Shift-k"], () => stepDocument(-1));
  add("done", t("Mark the document as done, or not"), ["d"], toggleDone);
  add("hide", t("Hide or show the marks"), ["h"], hideMarks);
  for (const digit of digits) {
    add(`pin-${digit}`, t("Code with the pinned code {n}", { n: Number(digit) }), [digit], () => codeWithPin(digit), { isQuiet: true });
  }
}

const codeWithPin = (digit) =>
  pins.get()[digit] ? codeSelection(pins.get()[digit]) : say(t("No code is pinned to {digit}. Shift-P pins one.", { digit }));

async function nameCode() {
  const title = t("Name of the new code");
  const field = el("input", { type: "text", dir: "auto", autocomplete: "off", autofocus: true, "aria-label": title });
  return (await confirmed(title, field, t("Code"))) && newCode(field.value.trim());
}

function cycle() {
  const span = chooseNext();
  if (!span) return say(t("There is no coding below."));
  const here = selection.get();
  const start = view.list.place(span.start);
  if (!here || view.list.scalar(here.from) > span.end || view.list.scalar(here.to) < span.start) select(start, start);
  say(`${spanLabel(span)}${span.isPending ? `, ${t("not yet saved")}` : ""}`);
}

function cancel() {
  if (selection.edge) return endResize(false);
  const here = selection.get();
  if (here) selection.set(here.from);
  view.choose(null);
  toggleDrawer();
}

/** Switches the brush, with which each selection takes the code used last at once. */
function toggleBrush() {
  if (!document.documentElement.classList.toggle("brush")) return say(t("The brush is off."));
  const code = lastCode();
  const chosen = code && t("The brush is on: each selection is coded with {code}.", { code: codeName(code) });
  say(chosen ?? t("The brush is on. Choose its code."));
}

function hideMarks() {
  const isHidden = document.documentElement.classList.toggle("hide-marks");
  say(isHidden ? t("The marks are hidden.") : t("The marks are shown."));
}
