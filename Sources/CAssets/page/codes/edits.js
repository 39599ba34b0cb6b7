// @ts-check
import {
  bdi, codeName, confirmed, div, el, field, get, hint, idOf, items, keyLabel, p, pickCode, say, scrollBox, source, t, textField,
  words,
} from "../analysis/kit.js";
import { commit, propose } from "./steps.js";

const pathIn = (under, id) => (under ? `${under}/${id}` : id);

/** Asks for a name and an id. The id of a new code follows the name until the user changes it. */
async function askName(title, action, { name = "", id = "", content = /** @type {Child} */ (null) } = {}) {
  let isOwnID = id !== "";
  const nameField = textField(name, { autofocus: true, required: true, onfocus: () => nameField.select() });
  const idField = textField(id, { autocapitalize: "off", spellcheck: "false", required: true, oninput: () => (isOwnID = true) });
  nameField.oninput = () => isOwnID || (idField.value = idOf(nameField.value));
  const fields = [field(t("Name"), nameField), field(t("Id (for files and commands)"), idField), content];
  const goesOn = await confirmed(title, fields, action, { name: content ? "wide" : "" });
  return goesOn && { name: nameField.value.trim(), id: idField.value.trim() };
}

// The steps below return the path of the code that they lead to, or null.

export async function addCode(under) {
  const given = await askName(under ? `${t("Add below")}: ${codeName(under)}` : t("New code"), t("Add"));
  if (!given) return null;
  const { id, name } = given;
  return (await commit({ edit: "add", id, under, fields: { name } }, t("Add {code}", { code: name }))) ? pathIn(under, id) : null;
}

/** The id, on which codings depend, changes only if the user changes it. */
export async function renameCode({ path: code, name, id, parent }) {
  const title = t("Rename {code}", { code: name });
  const given = await askName(title, t("Rename"), { name, id });
  if (!given) return null;
  const isNew = given.id !== id;
  if (isNew && !(await propose({ edit: "rename", code, to: given.id }, title, t("Rename")))) return null;
  const path = pathIn(parent, given.id);
  if (given.name !== name) await commit({ edit: "edit", code: path, fields: { name: given.name } }, title);
  return path;
}

/** Moves a code with those below it to a place, which is asked for if it is absent. */
export async function moveCode({ path, id, name: code, parent }, place) {
  const key = "Ctrl-Enter";
  const top = { value: { path: null }, label: t("At the top"), key, keyLabel: keyLabel(key) };
  place ??= await pickCode({ title: t("Move {code} under {other}", { code, other: "…" }), all: true, further: [top] });
  if (!place || place.path === parent) return null;
  const under = place.path;
  const title = under ? t("Move {code} under {other}", { code, other: codeName(under) }) : t("Move {code} to the top", { code });
  return (await propose({ edit: "move", code: path, under }, title, t("Move"))) ? pathIn(under, id) : null;
}

export async function mergeCode({ path, name: code }) {
  const into = (await pickCode({ title: t("Merge {code} into {other}", { code, other: "…" }), all: true }))?.path;
  if (!into) return null;
  const title = t("Merge {code} into {other}", { code, other: codeName(into) });
  return (await propose({ edit: "merge", code: path, into }, title, t("Merge"))) ? into : null;
}

export async function retireCode({ path: code, name, parent }) {
  return (await propose({ edit: "retire", code }, t("Retire {code}", { code: name }), t("Retire"))) ? parent : null;
}

/** Moves the quotes that the user ticks to a new code beside the present one. */
export async function splitCode({ path, name: code, parent }) {
  const quotes = await quotesByHand(path);
  if (quotes.length === 0) return say(t("Nothing found"));
  const boxes = quotes.map(({ id }) => el("input", { type: "checkbox", value: id }));
  const rows = quotes.map((quote, index) => {
    return el("label", {}, boxes[index], div("", words(quote), source(quote), p("source", bdi(quote.coder))));
  });
  const title = t("Split {code}", { code });
  const label = t("Tick the quotes of the new code.");
  const given = await askName(title, t("Split"), { content: [hint(label), scrollBox(label, items("ticks", rows))] });
  if (!given) return null;
  const ids = boxes.filter(({ checked }) => checked).map(({ value }) => value);
  if (!(await propose({ edit: "split", code: path, to: given.id, ids }, title, t("Split")))) return null;
  const to = pathIn(parent, given.id);
  await commit({ edit: "edit", code: to, fields: { name: given.name } }, title);
  return to;
}

async function quotesByHand(code) {
  const all = [];
  let after = null;
  do {
    const { quotes, next } = await get("quotes", { code, codings: "hand", after, limit: 500 });
    all.push(...quotes.filter((quote) => quote.code === code));
    after = next;
  } while (after !== null);
  return all;
}
