// @ts-check
import { api, fail, onEvent, outbox, pathOf, session, signal } from "../core/index.js";
import { Caret } from "./caret.js";
import { TextSelection } from "./selection.js";
import { automaticKey, Spans } from "./spans.js";
import { DocumentView } from "./view.js";

/** The document that is read, and what is known of it. `edge` is the coding whose end is moved by arrows. */
export const reading = {
  id: "",
  /** @type {Map<string, Coding>} */
  codings: new Map(),
  /** @type {Map<string, AutomaticCoding>} */
  automatic: new Map(),
  /** @type {Map<string, Memo>} */
  memos: new Map(),
  /** @type {Coding | null} */
  edge: null,
};

export const changes = signal(0);
export const view = new DocumentView({ before: () => selection.read(), after: afterDraw });
export const selection = new TextSelection(view);
export const caret = new Caret(view, selection, () => reading.edge !== null);
/** Own writes that the server has not yet answered, by the id of their coding or memo: events must not undo them. */
export const writing = new Set();
export const changed = () => changes.update((count) => count + 1);
const putSpan = (key, span) => view.invalidate(span ? view.spans.add(span) : view.spans.remove(key));

export function putCoding(coding) {
  reading.codings.set(coding.id, coding);
  putSpan(`c ${coding.id}`, view.spans.ofCoding(coding));
  changed();
}

export function dropCoding(id) {
  reading.codings.delete(id);
  putSpan(`c ${id}`, null);
  changed();
}

export function putAutomatic(automatic) {
  const key = automaticKey(automatic);
  reading.automatic.set(key, automatic);
  putSpan(key, view.spans.ofAutomatic(automatic));
}

export function putDecision({ passage, code, coder, verdict }) {
  const automatic = reading.automatic.get(automaticKey({ passage, code }));
  if (!automatic) return;
  const { [coder]: _, ...others } = automatic.verdicts;
  putAutomatic({ ...automatic, verdicts: verdict === null ? others : { ...others, [coder]: verdict } });
  changed();
}

/** Puts the selection back into the new text nodes. */
function afterDraw() {
  if (view.element.contains(document.getSelection()?.anchorNode ?? null)) selection.restore();
  caret.draw();
  changed();
}

/** Events that came while the document was fetched. */
/** @type {StudyEvent[] | null} */
let held = null;

/** Shows a document: its text at once, its codings as soon as they are known. */
export async function openDocument(id) {
  Object.assign(reading, { id, edge: null });
  selection.places = null;
  held = [];
  try {
    const codings = api.get(pathOf(["documents", id, "codings"]));
    codings.catch(() => {});
    const document = await api.get(pathOf(["documents", id]));
    if (reading.id !== id) return;
    view.show(document);
    takeCodings(id, await codings);
  } catch (problem) {
    if (reading.id === id) reading.id = "";
    throw problem;
  }
}

export async function reloadCodings() {
  const { id } = reading;
  held = [];
  takeCodings(id, await api.get(pathOf(["documents", id, "codings"])));
}

/** Shows what the server answered, with the writes that it has not yet acknowledged. */
function takeCodings(id, { codings, automatic, memos }) {
  if (reading.id !== id) return;
  const writes = outbox.unsent().filter(({ path }) => path.startsWith("/codings/"));
  const removed = new Set(writes.filter(({ method }) => method === "DELETE").map(({ path }) => path));
  const added = writes.filter(({ method, body }) => method === "PUT" && body.document === id);
  const all = [...codings, ...added.map(({ path, body }) => codingOf(path, body))];
  reading.codings = new Map(all.filter((one) => !removed.has(`/codings/${one.id}`)).map((coding) => [coding.id, coding]));
  reading.automatic.clear();
  reading.memos = new Map(memos.map((memo) => [memo.id, memo]));
  view.spans = new Spans(view.list);
  const spans = [...reading.codings.values()].flatMap((coding) => view.spans.ofCoding(coding) ?? []);
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) view.spans.add(span);
  automatic.forEach(putAutomatic);
  view.invalidate(view.near);
  const events = held ?? [];
  held = null;
  events.forEach(apply);
  changed();
}

/** Returns the coding that an unsent write makes. */
export function codingOf(path, { codes, ...words }) {
  return { ...words, id: path.split("/")[2], code: codes[0], coder: session.me.get(), passage: 0, state: "sure", at: "", pending: true };
}

function apply(event) {
  if (event.kind === "end" || reading.id === "") return;
  if (held !== null) return void held.push(event);
  if (event.kind === "reset" || event.texts) return void openDocument(reading.id).catch(fail);
  const isHere = ({ document }) => document === reading.id;
  const isSettled = (id) => !writing.has(id);
  event.codings.filter((coding) => isHere(coding) && isSettled(coding.id)).forEach(putCoding);
  event.gone.filter((id) => reading.codings.has(id) && isSettled(id)).forEach(dropCoding);
  for (const memo of event.memos) if (isSettled(memo.id)) reading.memos.set(memo.id, memo);
  for (const id of event.goneMemos) reading.memos.delete(id);
  event.decisions.filter(isHere).forEach(putDecision);
  if (event.codebook) void reloadCodings().catch(fail);
  changed();
}

onEvent(apply);
