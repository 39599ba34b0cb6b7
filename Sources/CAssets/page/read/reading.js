// @ts-check
import { signal } from "../core/index.js";
import { Caret } from "./caret.js";
import { TextSelection } from "./selection.js";
import { automaticKey } from "./spans.js";
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

/** Changes whenever something about the document does. */
export const changes = signal(0);
export const view = new DocumentView({ before: () => selection.read(), after: afterDraw });
export const selection = new TextSelection(view);
export const caret = new Caret(view, selection, () => reading.edge !== null);

/** Own writes that the server has not yet answered, by the id of their coding or memo: events must not undo them. */
export const writing = new Set();

export const changed = () => changes.update((count) => count + 1);

/** Draws the span instead of the one of the key. */
const putSpan = (key, span) => view.invalidate(span ? view.spans.add(span) : view.spans.remove(key));

/** Shows a new or changed coding. */
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

/** Shows an automatic coding. */
export function putAutomatic(automatic) {
  const key = automaticKey(automatic);
  reading.automatic.set(key, automatic);
  putSpan(key, view.spans.ofAutomatic(automatic));
}

/** Shows a coder's verdict on an automatic coding. */
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
