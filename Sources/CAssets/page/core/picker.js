// @ts-check
import { api } from "./api.js";
import { choose, fitting, fold } from "./dialog.js";
import { keyLabel } from "./commands.js";
import { codeAt, codeColor, codeName, reloadCodebook, session } from "./session.js";
import { fail } from "./status.js";
import { keep, kept } from "./store.js";
import { t } from "./words.js";

/** The paths of the codes used last, the newest first. */
let recent = kept("recent-codes", []);

export function usedCode(path) {
  recent = [path, ...recent.filter((other) => other !== path)].slice(0, 20);
  keep("recent-codes", recent);
}

/** Returns the code used last that is still in the codebook, or null. */
export const lastCode = () => recent.find((path) => codeAt(path)?.codable) ?? null;

// Lets the user choose a code by a few letters of its id, name or path; codes used last come first. With `allowNew`, what is
// typed can become a code. `all` offers also codes that are only headings.
/** @type {(options: PickOptions) => Promise<{path: string} | null>} */
export async function pickCode({ title, allowNew, all }) {
  const keyed = (query, marked) => (allowNew && query.trim() ? newCodes(query.trim(), marked?.value.path) : []);
  const picked = await choose({ title, choices: (query) => codesThatFit(query, all), keyed });
  return picked?.name ? newCode(picked.name, picked.under) : picked;
}

function codesThatFit(query, all) {
  const codes = session.codebook.get().codes.filter((code) => all || code.codable);
  const newness = ({ path }) => (recent.includes(path) ? 0.9 - recent.indexOf(path) / 50 : 0);
  const rowOf = ({ id, name, path }) => ({ value: { path }, label: name || id, detail: path, color: codeColor(path) });
  return fitting(codes, query, ({ id, name, path }) => [id, name, path], newness).map(rowOf);
}

function newCodes(name, under) {
  const choice = (under, label, key) => ({ value: { name, under }, label, key, keyLabel: keyLabel(key) });
  const top = choice(null, t("New “{name}” at the top", { name }), under ? "Ctrl-Shift-Enter" : "Ctrl-Enter");
  return under ? [choice(under, t("New “{name}” under {code}", { name, code: codeName(under) }), "Ctrl-Enter"), top] : [top];
}

/** Returns an id for a name: letters and digits, with hyphens between the words. */
export const idOf = (name) => fold(name).normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/^-+|-+$/g, "");

/** Adds a code to the codebook, and returns it or null. If another one of its place has the id, that one is returned. */
export async function newCode(name, under = null) {
  const id = idOf(name);
  if (!id) return null;
  const path = under ? `${under}/${id}` : id;
  for (let attempt = 0; attempt < 3 && !codeAt(path); attempt += 1) {
    const { version } = session.codebook.get();
    const edit = { edit: "add", id, under, fields: { name } };
    const problem = await api.post("/codebook/edits", edit, { "If-Match": `"${version}"` }).then(() => null, (error) => error);
    if (problem && (problem.status !== 412 || attempt === 2)) {
      fail(problem);
      return null;
    }
    await reloadCodebook();
  }
  return { path };
}
