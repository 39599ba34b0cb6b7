// @ts-check
import { api } from "./api.js";
import { choose, fitting, fold } from "./dialog.js";
import { keyLabel } from "./commands.js";
import { codeAt, codeColor, codeName, reloadCodebook, session } from "./session.js";
import { keptSignal } from "./store.js";
import { t } from "./words.js";

const recent = keptSignal("recent-codes", []);
export const usedCode = (path) => recent.set([path, ...recent.get().filter((other) => other !== path)].slice(0, 20));

export const lastCode = () => recent.get().find((path) => codeAt(path)?.codable);

/**
 * Codes used last come first. With `allowNew`, what is typed can become a code. `all` offers also codes that are only headings,
 * and `further` are other choices.
 * @type {(options: PickOptions) => Promise<{path: string} | null>}
 */
export async function pickCode({ title, allowNew, all, further = [] }) {
  const codes = session.codebook.get().codes.filter((code) => all || code.codable);
  const newness = ({ path }) => [...recent.get()].reverse().indexOf(path);
  codes.sort((a, b) => newness(b) - newness(a));
  const rowOf = ({ id, name, path }) => ({ value: { path }, label: name || id, detail: path, color: codeColor(path) });
  const choices = (query) => fitting(codes, query, ({ id, name, path }) => [id, name, path]).map(rowOf);
  const keyed = (query, marked) => (allowNew && query.trim() ? newCodes(query.trim(), marked?.value.path) : further);
  const picked = await choose({ title, choices, keyed });
  return picked?.name ? newCode(picked.name, picked.under) : picked;
}

function newCodes(name, under) {
  const choice = (under, label, key) => ({ value: { name, under }, label, key, keyLabel: keyLabel(key) });
  const top = choice(null, t("New “{name}” at the top", { name }), under ? "Ctrl-Shift-Enter" : "Ctrl-Enter");
  return under ? [choice(under, t("New “{name}” under {code}", { name, code: codeName(under) }), "Ctrl-Enter"), top] : [top];
}

export const idOf = (name) => fold(name).normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/^-+|-+$/g, "");

/** Adds a code to the codebook, unless there is one of its path, and returns it. */
export async function newCode(name, under = null, attempts = 3) {
  const id = idOf(name);
  const path = under ? `${under}/${id}` : id;
  if (!id || codeAt(path)) return id ? { path } : null;
  const edit = { edit: "add", id, under, fields: { name } };
  await api.post("/codebook/edits", edit, { "If-Match": `"${session.codebook.get().version}"` }).catch((problem) => {
    if (problem.status !== 412 || attempts === 1) throw problem;
  });
  await reloadCodebook();
  return newCode(name, under, attempts - 1);
}
