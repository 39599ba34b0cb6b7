// @ts-check
import { choose, fit } from "../core/chooser.js";
import { idOf } from "../core/picker.js";
import { field, textField } from "../analysis/fields.js";
import { codeAt, codeColor, codeName, confirmed, session, t } from "../analysis/kit.js";
import { commit, propose } from "./steps.js";

export const pathIn = (under, id) => (under ? `${under}/${id}` : id);

/** Lets the user choose the place of a code, except the code itself and those below it. */
function choosePlace(title, path, isTopAllowed) {
  const places = session.codebook.get().codes.filter((code) => !`${code.path}/`.startsWith(`${path}/`));
  const below = places.map(({ path: detail, name, id }) => {
    return { value: { under: detail }, label: name || id, detail, words: [id, name, detail], color: codeColor(detail) };
  });
  /** @type {any[]} */
  const top = isTopAllowed ? [{ value: { under: null }, label: t("At the top"), words: [t("At the top")] }] : [];
  const choices = (query) => {
    const scored = [...top, ...below].map((place) => ({ ...place, score: fit(query, place.words) }));
    return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  };
  return choose({ title, choices });
}

/** Asks for a name, and an id that follows it until the user changes the id. Returns null if the user does not go on. */
export async function askName(title, action, { name = "", id = "", content = "" } = {}) {
  let isOwnID = id !== "" && id !== idOf(name);
  const nameField = textField(name, { autofocus: true, required: true, onfocus: () => nameField.select() });
  const idField = textField(id, { autocapitalize: "off", spellcheck: "false", required: true });
  nameField.oninput = () => isOwnID || (idField.value = idOf(nameField.value));
  idField.oninput = () => (isOwnID = true);
  const given = () => ({ name: nameField.value.trim(), id: idField.value.trim() });
  const isReady = () => given().name !== "" && given().id !== "";
  const fields = [field(t("Name"), nameField), field(t("Id (for files and commands)"), idField), content];
  return (await confirmed(title, fields, action, { isReady })) ? given() : null;
}

/** Adds a code, and returns its path, or null. */
export async function addCode(under) {
  const title = under ? t("New code under {code}", { code: codeName(under) }) : t("New code at the top");
  const given = await askName(title, t("Add"));
  if (!given) return null;
  const { id, name } = given;
  const words = { title, action: t("Add"), done: t("Added {code}.", { code: name }) };
  return (await commit({ edit: "add", id, under, fields: { name } }, words)) ? pathIn(under, id) : null;
}

/** Changes the name of a code and, if it was changed too, its id. Returns the path. */
export async function renameCode({ path: code, name, id, parent }) {
  const title = t("Rename {code}", { code: name });
  const given = await askName(title, t("Rename"), { name, id });
  if (!given) return null;
  const words = { title, action: t("Rename"), done: t("Renamed to {name}.", { name: given.name }) };
  if (given.name !== name) await commit({ edit: "edit", code, fields: { name: given.name } }, words);
  if (given.id === id) return code;
  return (await propose({ edit: "rename", code, to: given.id }, words)) ? pathIn(parent, given.id) : code;
}

/** Moves a code with those below it to a place, which is asked for if it is absent. Returns its path, or null. */
export async function moveCode({ path, id, name: code, parent }, place) {
  place ??= await choosePlace(t("Move {code} under …", { code }), path, true);
  if (!place || place.under === parent) return null;
  const { under } = place;
  const title = under ? t("Move {code} under {other}?", { code, other: codeName(under) }) : t("Move {code} to the top?", { code });
  const words = { title, action: t("Move"), done: t("Moved {code}.", { code }) };
  return (await propose({ edit: "move", code: path, under }, words)) ? pathIn(under, id) : null;
}

/** Merges a code into another one. Returns the path of that one, or null. */
export async function mergeCode({ path, name: code }) {
  const into = (await choosePlace(t("Merge {code} into …", { code }), path, false))?.under;
  if (!into) return null;
  const names = { code, other: codeName(into) };
  const title = t("Merge {code} into {other}?", names);
  const words = { title, action: t("Merge"), done: t("Merged {code} into {other}.", names) };
  return (await propose({ edit: "merge", code: path, into }, words)) ? into : null;
}

/** Takes a code out of the codebook. Returns the path of the code above it, or null. */
export async function retireCode({ path: code, name, parent }) {
  const title = t("Retire {code}?", { code: name });
  const words = { title, action: t("Retire"), done: t("Retired {code}.", { code: name }), isDanger: true };
  return (await propose({ edit: "retire", code }, words)) ? parent : null;
}
