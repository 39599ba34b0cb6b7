// @ts-check
import { api, fail, onEvent, outbox, pathOf, session, signal } from "../core/index.js";
import { caret } from "./caret.js";
import { selection } from "./selection.js";
import { automaticKey, Spans } from "./spans.js";
import { view } from "./view.js";

export { caret, selection, view };

/** The document that is read, and what is known of it. */
export const reading = {
  id: "",
  codings: /** @type {Map<string, Coding>} */ (new Map()),
  automatic: /** @type {Map<string, AutomaticCoding>} */ (new Map()),
  memos: /** @type {Map<string, Memo>} */ (new Map()),
};

/** Tells that what is known of the document has changed. */
export const changes = signal({});
/** Own writes that the server has not yet answered, by the id of their coding or memo: events must not undo them. */
export const writing = new Set();
export const changed = () => changes.set({});
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

view.before = () => {
  selection.isStale = true;
  selection.read();
};
/** Puts the selection back into the new text nodes. */
view.after = () => {
  if (view.element.contains(document.getSelection()?.anchorNode ?? null)) selection.restore();
  caret.draw();
  changed();
};

/** Events that came while the document was fetched. */
let held = /** @type {StudyEvent[] | null} */ (null);

/** Shows a document: its text at once, then its codings. */
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

/** Fetches the codings of the document, and shows them with the writes that the server has not yet acknowledged. */
export async function reloadCodings() {
  const { id } = reading;
  held = [];
  const { codings, automatic, memos } = await api.get(pathOf(["documents", id, "codings"]));
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
  const events = held;
  held = null;
  events?.forEach(apply);
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
