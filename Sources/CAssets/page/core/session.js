// @ts-check
import { api } from "./api.js";
import { onEvent } from "./events.js";
import { fail } from "./status.js";
import { debounced, signal } from "./store.js";

const empty = /** @type {any} */ ({ coders: [], codes: [] });

/**
 * What all screens know of the study. `me` is the name of the coder of this page.
 * @type {Session}
 */
export const session = {
  study: signal(empty),
  codebook: signal(empty),
  documents: signal([]),
  me: { get: () => session.study.get().coder },
};

/** @type {Map<string, Code>} */
let codesByPath = new Map();

export async function reloadCodebook() {
  const codebook = await api.get("/codebook");
  codesByPath = new Map(codebook.codes.map((code) => [code.path, code]));
  session.codebook.set(codebook);
}

export const reloadDocuments = async () => session.documents.set((await api.get("/documents")).documents);

export async function loadSession() {
  const [study] = await Promise.all([api.get("/study"), reloadCodebook(), reloadDocuments()]);
  session.study.set(study);
}

export const codeAt = (path) => codesByPath.get(path);
export const codeName = (path) => codeAt(path)?.name || path;
const palette = ["#c2410c", "#0f766e", "#7c3aed", "#a16207", "#be185d", "#1d4ed8", "#4d7c0f", "#b91c1c", "#0e7490", "#6d28d9"];

/** Returns the code's own colour, else that of the nearest code above, else one that depends on its top code. */
export function codeColor(path) {
  const above = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const color = codeAt(path)?.color || (above && codeColor(above));
  if (color) return color;
  const sum = [...path].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return palette[sum % palette.length];
}

/** Counts change with each coding, so they are fetched once after a burst of them. */
const refresh = debounced(() => loadSession().catch(fail), 400);
onEvent(({ kind }) => kind !== "end" && refresh());
