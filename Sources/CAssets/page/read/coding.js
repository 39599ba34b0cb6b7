// @ts-check
import {
  addActions, api, codeName, confirmed, connection, el, lastCode, newCode, outbox, pickCode, say, t, usedCode, waiting,
} from "../core/index.js";
import { codingOf, dropCoding, putCoding, reading, reloadCodings, selection, view, write } from "./reading.js";

export const newID = () => crypto.randomUUID().replaceAll("-", "");

/** Returns the selected words as the server wants them. */
export function selectedWords() {
  const selected = selection.get();
  if (!selected || selected.isEmpty || !view.document) return null;
  const { from, to } = selected;
  const { id, hash } = view.document;
  return { document: id, hash, start: view.list.scalar(from), end: view.list.scalar(to), quote: view.list.words(from, to) };
}

/** @type {any} The words coded last. */
let last = null;

/** Returns the selected words, or those coded last if the caret is still at their end: they take a second code at once. */
function wordsToCode() {
  const caret = selection.get()?.to;
  const isUnmoved = caret && last?.document === reading.id && last.end === view.list.scalar(caret);
  return selectedWords() ?? (isUnmoved ? last : null);
}

/** Draws the coding at once, and sends it. If its words are still selected, the selection collapses to their end. */
export async function codeSelection(path, words = wordsToCode()) {
  if (!words) return say(t("Select words first: S selects the sentence, P the passage."));
  const isSame = ({ kind, code, start, end }) => kind === "own" && code === path && start === words.start && end === words.end;
  const names = named(path, words.quote);
  if ([...view.spans.byKey.values()].some(isSame)) return say(t("{code} is already on “{words}”.", names));
  const id = newID();
  const body = { ...words, codes: [path] };
  usedCode(path);
  putCoding(codingOf(`/codings/${id}`, body));
  const selected = selectedWords();
  if (selected?.start === words.start && selected?.end === words.end) selection.set(view.list.place(words.end));
  last = words;
  say(t("{code} on “{words}”.", names));
  await write("PUT", `/codings/${id}`, body, () => dropCoding(id));
}

/** Codes the selected words with the code that `choice` returns, which may ask for it or return null. */
export async function codeWith(choice) {
  const words = wordsToCode();
  if (!words) return codeSelection("");
  const picked = await choice(words);
  selection.restore();
  if (picked) await codeSelection(picked.path, words);
}

const codeByPalette = () => codeWith(() => pickCode({ title: t("Code with…"), allowNew: true }));
export const codeAgain = () => (lastCode() ? codeSelection(lastCode()) : codeByPalette());

async function nameCode() {
  const title = t("Name of the new code");
  const field = el("input", { type: "text", dir: "auto", autocomplete: "off", "aria-label": title });
  return (await confirmed(title, field, t("Code"))) && newCode(field.value.trim());
}

const nameByWords = ({ quote }) => newCode(shorten(quote.replace(/\s+/g, " ").trim(), 60));

async function undo(direction) {
  await outbox.settled();
  const { reverted } = await api.post(`/${direction}`, {});
  if (connection.get() !== "live") await reloadCodings();
  if (!reverted) return say(t("There is no such action."));
  const detail = { detail: `${reverted.name} ${reverted.detail ?? ""}`.trim() };
  say(direction === "undo" ? t("Taken back: {detail}", detail) : t("Done again: {detail}", detail));
}

export const undoActions = (reload = () => {}) => [
  ["take-back", t("Take back your last action"), "Ctrl-z", () => undo("undo").then(reload)],
  ["do-again", t("Do again what you took back"), "Ctrl-Shift-z Ctrl-y", () => undo("redo").then(reload)],
];

export const named = (code, words) => ({ code: codeName(code), words: shorten(words) });

export function shorten(words, most = 48) {
  const letters = [...words];
  return letters.length <= most ? words : `${letters.slice(0, most - 1).join("").trimEnd()}…`;
}

addActions("read", [
  ["palette", t("Code with…"), "c", codeByPalette],
  ["again", t("Code with the same code again"), "Space", codeAgain],
  ["new", t("Code with a new code"), "n", () => codeWith(nameCode)],
  ["vivo", t("Code with a new code named by the words"), "v", () => codeWith(nameByWords)],
  ...undoActions(),
]);
