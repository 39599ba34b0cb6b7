// @ts-check
import {
  bdi, choose, codeColor, codeName, confirmed, div, el, field, fit, get, idOf, items, p, say, scrollBox, session, source,
  status, t, textField, words,
} from "../analysis/kit.js";
import { commit, propose } from "./steps.js";

const pathIn = (under, id) => (under ? `${under}/${id}` : id);

/** Lets the user choose the place of a code, except the code itself and those below it. */
function choosePlace(title, path, isTopAllowed) {
  const places = session.codebook.get().codes.filter((code) => !`${code.path}/`.startsWith(`${path}/`));
  const below = places.map(({ path: detail, name, id }) => {
    return { value: { under: detail }, label: name || id, detail, words: [id, name, detail], color: codeColor(detail) };
  });
  const top = { value: { under: /** @type {any} */ (null) }, label: t("At the top"), words: [t("At the top")] };
  const choices = (query) => {
    const scored = [...(isTopAllowed ? [top] : []), ...below].map((place) => ({ ...place, score: fit(query, place.words) }));
    return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  };
  return choose({ title, choices });
}

/** Asks for a name, and an id that follows it until the user changes the id. */
async function askName(title, action, { name = "", id = "", content = "" } = {}) {
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

// The steps below return the path of the code that they lead to, or null.

export async function addCode(under) {
  const title = under ? t("New code under {code}", { code: codeName(under) }) : t("New code at the top");
  const given = await askName(title, t("Add"));
  if (!given) return null;
  const { id, name } = given;
  const words = { title, action: t("Add"), done: t("Added {code}.", { code: name }) };
  return (await commit({ edit: "add", id, under, fields: { name } }, words)) ? pathIn(under, id) : null;
}

export async function renameCode({ path: code, name, id, parent }) {
  const title = t("Rename {code}", { code: name });
  const given = await askName(title, t("Rename"), { name, id });
  if (!given) return null;
  const words = { title, action: t("Rename"), done: t("Renamed to {name}.", { name: given.name }) };
  if (given.name !== name) await commit({ edit: "edit", code, fields: { name: given.name } }, words);
  if (given.id === id) return code;
  return (await propose({ edit: "rename", code, to: given.id }, words)) ? pathIn(parent, given.id) : code;
}

/** Moves a code with those below it to a place, which is asked for if it is absent. */
export async function moveCode({ path, id, name: code, parent }, place) {
  place ??= await choosePlace(t("Move {code} under …", { code }), path, true);
  if (!place || place.under === parent) return null;
  const { under } = place;
  const title = under ? t("Move {code} under {other}?", { code, other: codeName(under) }) : t("Move {code} to the top?", { code });
  const words = { title, action: t("Move"), done: t("Moved {code}.", { code }) };
  return (await propose({ edit: "move", code: path, under }, words)) ? pathIn(under, id) : null;
}

export async function mergeCode({ path, name: code }) {
  const into = (await choosePlace(t("Merge {code} into …", { code }), path, false))?.under;
  if (!into) return null;
  const names = { code, other: codeName(into) };
  const title = t("Merge {code} into {other}?", names);
  const words = { title, action: t("Merge"), done: t("Merged {code} into {other}.", names) };
  return (await propose({ edit: "merge", code: path, into }, words)) ? into : null;
}

export async function retireCode({ path: code, name, parent }) {
  const title = t("Retire {code}?", { code: name });
  const words = { title, action: t("Retire"), done: t("Retired {code}.", { code: name }), isDanger: true };
  return (await propose({ edit: "retire", code }, words)) ? parent : null;
}

/** Moves the quotes that the user ticks to a new code beside the present one. */
export async function splitCode({ path, name: code, parent }) {
  const quotes = await quotesByHand(path);
  if (quotes.length === 0) return say(t("{code} has no codings by hand to split.", { code }));
  const ids = await tick(code, quotes);
  if (!ids) return null;
  const moved = t("{n} coding{s} get the new code.", { n: ids.length });
  const given = await askName(t("New code from {code}", { code }), t("Next"), { content: moved });
  if (!given) return null;
  const names = { title: t("Split {code}?", { code }), action: t("Split"), done: t("Split {code}: {moved}", { code, moved }) };
  return (await propose({ edit: "split", code: path, to: given.id, ids }, names)) ? pathIn(parent, given.id) : null;
}

/** Returns all quotes that are coded by hand with the code itself. */
async function quotesByHand(code) {
  const all = [];
  let after = null;
  do {
    const page = await get("quotes", { code, codings: "hand", after, limit: 500 });
    all.push(...page.quotes.filter((quote) => quote.code === code));
    after = page.next;
  } while (after !== null);
  return all;
}

/** Lets the user tick quotes, and returns their ids, or null. */
async function tick(code, quotes) {
  const boxes = quotes.map(({ id }, index) => el("input", { type: "checkbox", value: id, autofocus: index === 0 }));
  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const count = status("");
  const draw = () => (count.textContent = t("Ticked: {n} of {all}", { n: ticked().length, all: boxes.length }));
  draw();
  const rows = quotes.map((quote, index) => {
    return el("label", {}, boxes[index], div("", words(quote), source(quote), p("source", bdi(quote.coder))));
  });
  const list = el("div", { onchange: draw }, items("ticks", rows));
  const title = t("Split {code}: tick the quotes of the new code", { code });
  const isReady = () => ticked().length > 0;
  const goesOn = await confirmed(title, [count, scrollBox(t("Quotes"), list)], t("Next"), { name: "wide", isReady });
  return goesOn ? ticked() : null;
}
