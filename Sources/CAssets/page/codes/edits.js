// @ts-check
import { choose, fit } from "../core/chooser.js";
import { ask } from "../core/dialog.js";
import { el } from "../core/elements.js";
import { idOf } from "../core/picker.js";
import { codeAt, codeColor, codeName, session } from "../core/session.js";
import { t } from "../core/words.js";
import { line } from "../analysis/fields.js";
import { commit, propose } from "./steps.js";

/** @typedef {import("../core/types.js").Code} Code */

/**
 * Lets the user choose the place of a code, except the code itself and those below it.
 * @param {string} title
 * @param {string | null} path the code that is moved
 * @param {boolean} withTop
 * @returns {Promise<{under: string | null} | null>}
 */
function choosePlace(title, path, withTop) {
    const places = session.codebook.get().codes.filter((code) => path === null || (code.path !== path && !code.path.startsWith(`${path}/`)));
    const top = { value: { under: /** @type {string | null} */ (null) }, label: t("At the top"), detail: "" };
    return choose({
        title,
        choices: (query) => [
            ...(withTop && fit(query, [top.label]) > 0 ? [top] : []),
            ...places
                .map((code) => ({ code, score: fit(query, [code.id, code.name, code.path]) }))
                .filter(({ score }) => score > 0)
                .sort((a, b) => b.score - a.score)
                .map(({ code }) => ({ value: { under: code.path }, label: code.name || code.id, detail: code.path, color: codeColor(code.path) })),
        ],
    });
}

/**
 * Asks for a name, and an id that follows it until the user changes the id.
 * @param {{title: string, action: string, name: string, id: string, content?: import("../core/elements.js").Child}} options
 * @returns {Promise<{name: string, id: string} | null>}
 */
export async function askName({ title, action, name, id, content }) {
    let given = { name, id };
    let isOwnID = id !== "" && id !== idOf(name);
    const idLine = line(t("Id (for files and commands)"), id, () => {}, { autocapitalize: "off", spellcheck: "false", required: true });
    const idField = /** @type {HTMLInputElement} */ (idLine.querySelector("input"));
    idField.addEventListener("input", () => ((isOwnID = true), (given.id = idField.value.trim())));
    const nameLine = line(t("Name"), name, () => {}, { autofocus: true, required: true });
    const nameField = /** @type {HTMLInputElement} */ (nameLine.querySelector("input"));
    nameField.addEventListener("input", () => {
        given.name = nameField.value.trim();
        if (!isOwnID) idField.value = given.id = idOf(given.name);
    });
    nameField.addEventListener("focus", () => nameField.select(), { once: true });
    const answer = await ask({
        title,
        content: [nameLine, idLine, content],
        buttons: [{ label: t("Cancel"), value: "" }, { label: action, value: "go", isPrimary: true }],
        isReady: (value) => value === "" || (given.name !== "" && given.id !== ""),
    });
    return answer === "go" ? given : null;
}

/**
 * Adds a code, and returns its path.
 * @param {string | null} under
 */
export async function addCode(under) {
    const title = under ? t("New code under {code}", { code: codeName(under) }) : t("New code at the top");
    const given = await askName({ title, action: t("Add"), name: "", id: "" });
    if (!given) return null;
    const isDone = await commit({ edit: "add", id: given.id, under, fields: { name: given.name } }, { title, action: t("Add"), done: t("Added {code}.", { code: given.name }) });
    return isDone ? pathOf(given.id, under) : null;
}

/**
 * Changes the name of a code and, if it was changed too, its id. Returns the path.
 * @param {Code} code
 */
export async function renameCode(code) {
    const title = t("Rename {code}", { code: code.name });
    const given = await askName({ title, action: t("Rename"), name: code.name, id: code.id });
    if (!given) return null;
    const words = { title, action: t("Rename"), done: t("Renamed to {name}.", { name: given.name }) };
    if (given.name !== code.name) await commit({ edit: "edit", code: code.path, fields: { name: given.name } }, words);
    if (given.id === code.id) return code.path;
    return (await propose({ edit: "rename", code: code.path, to: given.id }, words)) ? pathOf(given.id, code.parent) : code.path;
}

/**
 * Moves a code with those below it. Returns its path.
 * @param {string} path
 * @param {string | null} [under] asked for if it is absent
 */
export async function moveCode(path, under) {
    const name = codeName(path);
    const place = under === undefined ? await choosePlace(t("Move {code} under …", { code: name }), path, true) : { under };
    if (!place || place.under === (codeAt(path)?.parent ?? null)) return null;
    const where = place.under ? t("Move {code} under {other}?", { code: name, other: codeName(place.under) }) : t("Move {code} to the top?", { code: name });
    const words = { title: where, action: t("Move"), done: t("Moved {code}.", { code: name }) };
    return (await propose({ edit: "move", code: path, under: place.under }, words)) ? pathOf(path.slice(path.lastIndexOf("/") + 1), place.under) : null;
}

/**
 * Merges a code into another one. Returns the path of that one.
 * @param {string} path
 */
export async function mergeCode(path) {
    const name = codeName(path);
    const into = (await choosePlace(t("Merge {code} into …", { code: name }), path, false))?.under;
    if (!into) return null;
    const title = t("Merge {code} into {other}?", { code: name, other: codeName(into) });
    const done = t("Merged {code} into {other}.", { code: name, other: codeName(into) });
    return (await propose({ edit: "merge", code: path, into }, { title, action: t("Merge"), done })) ? into : null;
}

/**
 * Takes a code out of the codebook. Returns the path of the code above it, or null.
 * @param {Code} code
 */
export async function retireCode(code) {
    const words = { title: t("Retire {code}?", { code: code.name }), action: t("Retire"), done: t("Retired {code}.", { code: code.name }), isDanger: true };
    return (await propose({ edit: "retire", code: code.path }, words)) ? code.parent : null;
}

/**
 * @param {string} id
 * @param {string | null} under
 */
function pathOf(id, under) {
    return under ? `${under}/${id}` : id;
}
