// @ts-check
import { api, ApiProblem } from "./api.js";
import { choose, fit, fold } from "./chooser.js";
import { keyLabel } from "./keys.js";
import { codeAt, codeColor, codeName, reloadCodebook, session } from "./session.js";
import { fail } from "./status.js";
import { keep, kept } from "./store.js";
import { t } from "./words.js";

/** @typedef {{path: string} | {name: string, under: string | null}} Picked */

/**

 * The paths of the codes used last, the newest first.

 * @type {string[]}

 */
let recent = kept("recent-codes", []);

/**
 * Remembers that the code was used, so that it is offered first.
 * @param {string} path
 */
export function usedCode(path) {
    recent = [path, ...recent.filter((other) => other !== path)].slice(0, 20);
    keep("recent-codes", recent);
}

/** Returns the code used last that is still in the codebook, or null. */
export function lastCode() {
    return recent.find((path) => codeAt(path)?.codable) ?? null;
}

/**
 * Lets the user choose a code by a few letters of its id, name or path; codes used last come first. With `allowNew`,
 * Ctrl-Enter makes a code of what is typed below the marked code, and Ctrl-Shift-Enter one at the top.
 * @param {{title: string, allowNew?: boolean, initial?: string, all?: boolean}} options
 *     `all` offers also codes that are only headings
 * @returns {Promise<{path: string} | null>}
 */
export async function pickCode({ title, allowNew = false, initial = "", all = false }) {
    const picked = await choose({
        title,
        initial,
        choices: (query, marked) => {
            if (marked === null && fit(query, [""]) !== 1 && !query) return [];
            const found = codesThatFit(query, all);
            return allowNew && query.trim() ? [...found, ...newCodes(query.trim(), marked?.value ?? null)] : found;
        },
    });
    if (picked === null || "path" in picked) return picked;
    return newCode(picked.name, picked.under);
}

/** @param {string} query @param {boolean} all @returns {import("./chooser.js").Choice<Picked>[]} */
function codesThatFit(query, all) {
    const codes = session.codebook.get().codes.filter((code) => all || code.codable);
    const scored = codes.map((code) => {
        const age = recent.indexOf(code.path);
        const score = fit(query, [code.id, code.name, code.path]);
        return { code, score: score === 0 ? 0 : score + (age < 0 ? 0 : 0.9 - age / 50) };
    });
    return scored
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .map(({ code }) => ({
            value: { path: code.path },
            label: code.name || code.id,
            detail: code.path,
            color: codeColor(code.path),
        }));
}

/** @param {string} name @param {Picked | null} marked @returns {import("./chooser.js").Choice<Picked>[]} */
function newCodes(name, marked) {
    const under = marked && "path" in marked ? marked.path : null;
    const top = { value: { name, under: null }, label: t("New “{name}” at the top", { name }) };
    const below = under
        ? [{ value: { name, under }, label: t("New “{name}” under {code}", { name, code: codeName(under) }), ...keyed("Ctrl-Enter") }]
        : [];
    return [...below, { ...top, ...keyed(under ? "Ctrl-Shift-Enter" : "Ctrl-Enter") }];
}

/** @param {string} key */
function keyed(key) {
    return { key, keyLabel: keyLabel(key) };
}

/**
 * Returns an id for a name: letters and digits, with hyphens between the words.
 * @param {string} name
 */
export function idOf(name) {
    return fold(name).normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60).replace(/^-+|-+$/g, "");
}

/**
 * Adds a code to the codebook. If another one of its place has the id, that one is returned.
 * @param {string} name
 * @param {string | null} under
 * @returns {Promise<{path: string} | null>}
 */
export async function newCode(name, under) {
    const id = idOf(name);
    if (!id) return null;
    const path = under ? `${under}/${id}` : id;
    for (let attempt = 0; attempt < 3 && !codeAt(path); attempt += 1) {
        const edit = { edit: "add", id, under, fields: { name } };
        try {
            await api.post("/codebook/edits", edit, { "If-Match": `"${session.codebook.get().version}"` });
        } catch (problem) {
            if (problem instanceof ApiProblem && problem.status === 412 && attempt < 2) await reloadCodebook();
            else {
                fail(problem);
                return null;
            }
        }
        await reloadCodebook();
    }
    return { path };
}
