// @ts-check
import { api, codeName, connection, keyFor, lastCode, newCode, outbox, pickCode, say, t, usedCode, waiting } from "../core/index.js";
import { order } from "./passages.js";
import { codingOf, dropCoding, putCoding, reading, reloadCodings, selection, view, writing } from "./reading.js";

export const newID = () => crypto.randomUUID().replaceAll("-", "");

/** Returns the selected words as the server wants them, or null if no words are selected. */
export function selectedWords() {
  const selected = selection.get();
  if (!selected || selected.isEmpty || !view.document) return null;
  const { from, to } = selected;
  const { id, hash } = view.document;
  return { document: id, hash, start: view.list.scalar(from), end: view.list.scalar(to), quote: view.list.words(from, to) };
}

/** The words coded last, and where the caret was left. */
let last = /** @type {{words: any, place: any} | null} */ (null);

/** Returns the selected words, or those just coded if the caret has not moved since: they take a second code at once. */
export function wordsToCode() {
  const here = selection.get();
  const isUnmoved = last !== null && here?.isEmpty && last.words.document === reading.id && order(here.from, last.place) === 0;
  return selectedWords() ?? (isUnmoved ? last?.words : null) ?? null;
}

// Codes words: draws the coding at once, and sends it. If they are still selected, the selection collapses to its end.
export async function codeSelection(path, words = wordsToCode()) {
  if (!words) return say(t("Select words first: S selects the sentence, P the passage."));
  const isSame = ({ kind, code, start, end }) => kind === "own" && code === path && start === words.start && end === words.end;
  const names = named(path, words.quote);
  if ([...view.spans.byKey.values()].some(isSame)) return say(t("{code} is already on “{words}”.", names));
  const id = newID();
  const body = { ...words, codes: [path] };
  usedCode(path);
  putCoding(codingOf(`/codings/${id}`, body));
  const selected = wordsToCode();
  const place = selected?.start === words.start && selected.end === words.end && selection.get()?.to;
  if (place) selection.set(place);
  last = place ? { words, place } : null;
  say(t("{code} on “{words}”. {key} takes it back.", names));
  await sendCoding("PUT", id, body, () => dropCoding(id));
}

/** Sends a write about a coding. Its events are ignored until the answer, and a refusal takes the change back. */
export async function sendCoding(method, id, body, takeBack) {
  await whileWriting(id, takeBack, async () => {
    const { codings = [] } = await outbox.send(method, `/codings/${id}`, body);
    if (codings.length > 0 && !codings.some((coding) => coding.id === id)) dropCoding(id);
    codings.filter(({ document }) => document === reading.id).forEach(putCoding);
  });
}

/** Writes something of the id, whose events are ignored until the answer. A refusal takes the change back. */
export async function whileWriting(id, takeBack, write) {
  writing.add(id);
  try {
    await write();
  } catch {
    takeBack();
  } finally {
    writing.delete(id);
  }
}

/** Codes the selected words with the code that `choice` returns, which may ask for it or return null. */
export async function codeWith(choice) {
  const words = wordsToCode();
  if (!words) return codeSelection("");
  const picked = await choice(words);
  selection.restore();
  if (picked) await codeSelection(picked.path, words);
}

export const codeByPalette = () => codeWith(() => pickCode({ title: t("Code the words with"), allowNew: true }));

export const codeAgain = () => (lastCode() === null ? codeByPalette() : codeSelection(lastCode()));
export const codeInVivo = () => codeWith(({ quote }) => newCode(shorten(quote.replace(/\s+/g, " ").trim(), 60)));

/** Takes back the coder's last action ("undo"), or does it again ("redo"). */
export async function undo(direction) {
  if (waiting.get() > 0) say(t("Waiting until all is saved…"));
  await outbox.settled();
  const { reverted } = await api.post(`/${direction}`, {});
  if (connection.get() !== "live") await reloadCodings();
  const isUndo = direction === "undo";
  if (!reverted) return say(isUndo ? t("There is nothing to take back.") : t("There is nothing to do again."));
  const detail = { detail: `${reverted.name} ${reverted.detail ?? ""}`.trim() };
  say(isUndo ? t("Taken back: {detail}", detail) : t("Done again: {detail}", detail));
}

/** Returns what messages name: the code, its words, and the key that takes a step back. */
export const named = (code, words) => ({ code: codeName(code), words: shorten(words), key: keyFor("read.undo") ?? t("Undo") });

export function shorten(words, most = 48) {
  const letters = [...words];
  return letters.length <= most ? words : `${letters.slice(0, most - 1).join("").trimEnd()}…`;
}
