// @ts-check
import { api, fail, onEvent, outbox, pathOf, session } from "../core/index.js";
import { selection } from "./selection.js";
import { automaticKey, Spans } from "./spans.js";
import { changed, view } from "./view.js";

export * from "./caret.js";
export * from "./passages.js";
export * from "./selection.js";
export * from "./view.js";

/** @type {Reading} */
export const reading = { id: "", codings: new Map(), automatic: new Map(), memos: new Map() };

/** Ids of what has a write that the server has not yet answered: events must not undo it. */
const writing = new Set();
const putSpan = (key, span) => view.invalidate(span ? view.spans.add(span) : view.spans.remove(key));

export function putCoding(coding) {
  if (coding.document !== reading.id) return;
  reading.codings.set(coding.id, coding);
  putSpan(`c ${coding.id}`, view.spans.ofCoding(coding));
  changed();
}

export function dropCoding(id) {
  reading.codings.delete(id);
  putSpan(`c ${id}`, null);
  changed();
}

function putAutomatic(automatic) {
  const key = automaticKey(automatic);
  reading.automatic.set(key, automatic);
  putSpan(key, view.spans.ofAutomatic(automatic));
}

export function putDecision({ document, passage, code, coder, verdict }) {
  const automatic = reading.automatic.get(automaticKey({ passage, code }));
  if (!automatic || document !== reading.id) return;
  const { [coder]: _, ...others } = automatic.verdicts;
  putAutomatic({ ...automatic, verdicts: verdict === null ? others : { ...others, [coder]: verdict } });
  changed();
}

export function putMemo(id, memo) {
  if (memo) reading.memos.set(id, memo);
  else reading.memos.delete(id);
  changed();
}

/** A refusal takes the change back. Returns true without one. */
export async function write(method, path, body, takeBack) {
  const id = path.split("/")[2];
  writing.add(id);
  try {
    const { codings = [], gone = [] } = await outbox.send(method, path, body);
    // The same words may already have had the code.
    if (codings.length > 0 && !codings.some((coding) => coding.id === id)) dropCoding(id);
    gone.forEach(dropCoding);
    codings.forEach(putCoding);
    return true;
  } catch {
    takeBack();
  } finally {
    writing.delete(id);
  }
}

/** @type {any} */
let held = null;

export async function openDocument(id) {
  reading.id = id;
  Object.assign(selection, { places: null, edge: null });
  held = [];
  try {
    const document = await api.get(pathOf(["documents", id]));
    if (reading.id !== id) return;
    view.show(document);
    await reloadCodings();
  } catch (problem) {
    if (reading.id === id) reading.id = "";
    throw problem;
  }
}

export async function reloadCodings() {
  const { id } = reading;
  held = [];
  const { codings, automatic, memos } = await api.get(pathOf(["documents", id, "codings"]));
  if (reading.id !== id) return;
  for (const known of [reading.codings, reading.automatic, reading.memos]) known.clear();
  view.spans = new Spans(view.list);
  codings.sort((a, b) => a.start - b.start || b.end - a.end).forEach(putCoding);
  for (const { method, path, body } of outbox.unsent()) {
    if (method === "DELETE") dropCoding(path.split("/")[2]);
    else if (body.codes) putCoding(codingOf(path, body));
  }
  automatic.forEach(putAutomatic);
  memos.forEach((memo) => putMemo(memo.id, memo));
  view.invalidate(view.near);
  const events = held;
  held = null;
  events?.forEach(apply);
}

export function codingOf(path, { codes, ...words }) {
  return { ...words, id: path.split("/")[2], code: codes[0], coder: session.me.get(), pending: true };
}

function apply(event) {
  if (event.kind === "end" || reading.id === "") return;
  if (held !== null) return void held.push(event);
  if (event.kind === "reset" || event.texts) return void openDocument(reading.id).catch(fail);
  const isSettled = ({ id }) => !writing.has(id);
  event.codings.filter(isSettled).forEach(putCoding);
  event.gone.filter((id) => isSettled({ id })).forEach(dropCoding);
  event.memos.filter(isSettled).forEach((memo) => putMemo(memo.id, memo));
  event.goneMemos.forEach((id) => putMemo(id, null));
  event.decisions.forEach(putDecision);
  if (event.codebook) void reloadCodings().catch(fail);
}

onEvent(apply);
