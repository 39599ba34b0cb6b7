// @ts-check
import { api, ApiProblem } from "../core/api.js";
import { ask } from "../core/dialog.js";
import { el } from "../core/elements.js";
import { reloadCodebook, session } from "../core/session.js";
import { say } from "../core/status.js";
import { plural, t } from "../core/words.js";

/**
 * A step of the codebook, as the server takes it.
 * @typedef {{edit: "rename" | "move" | "merge" | "split" | "retire" | "add" | "edit", code?: string, to?: string,
 *     under?: string | null, into?: string, ids?: string[], id?: string, fields?: Record<string, unknown>}} Edit
 * @typedef {{codings: number, documents: number, coders: {name: string, codings: number}[], memos: number, codes: number,
 *     automatic: number, removed: number}} Touched
 * @typedef {{title: string, action: string, done: string, isDanger?: boolean}} Words `done` is said after the step
 */

/**
 * Shows what a step touches, and makes it if the user confirms.
 * @param {Edit} edit
 * @param {Words} words
 * @returns {Promise<boolean>} whether the step was made
 */
export async function propose(edit, words) {
    /** @type {Touched} */
    const touched = await api.post("/codebook/preview", edit);
    const answer = await ask({
        title: words.title,
        content: touchedView(touched),
        buttons: [
            { label: t("Cancel"), value: "" },
            { label: words.action, value: "go", isPrimary: true, isDanger: words.isDanger },
        ],
    });
    return answer === "go" && commit(edit, words);
}

/**
 * Makes a step. If someone else changed the codebook, shows what changed, and proposes the step on the present codebook.
 * @param {Edit} edit
 * @param {Words} words
 * @returns {Promise<boolean>} whether the step was made
 */
export async function commit(edit, words) {
    const before = session.codebook.get();
    try {
        await api.post("/codebook/edits", edit, { "If-Match": `"${before.version}"` });
    } catch (problem) {
        if (!(problem instanceof ApiProblem) || problem.status !== 412) throw problem;
        await reloadCodebook();
        const answer = await ask({
            title: t("The codebook changed in the meantime"),
            content: [el("p", {}, problem.what), changesView(before.codes, session.codebook.get().codes)],
            buttons: [
                { label: t("Cancel"), value: "" },
                { label: t("Go on with the present codebook"), value: "go", isPrimary: true },
            ],
        });
        return answer === "go" && propose(edit, words);
    }
    await reloadCodebook();
    say(words.done);
    return true;
}

/**
 * Returns what a step touches, in sentences.
 * @param {Touched} touched
 */
function touchedView(touched) {
    const lines = [
        touched.codes > 1 && plural(touched.codes, "{n} code, with those below it", "{n} codes, with those below them"),
        touched.codings > 0 && `${plural(touched.codings, "{n} coding", "{n} codings")} ${plural(touched.documents, "in {n} document", "in {n} documents")}`,
        touched.removed > 0 && plural(touched.removed, "{n} coding is removed", "{n} codings are removed"),
        touched.automatic > 0 && plural(touched.automatic, "{n} automatic coding", "{n} automatic codings"),
        touched.memos > 0 && plural(touched.memos, "{n} memo", "{n} memos"),
    ].filter((line) => typeof line === "string");
    if (lines.length === 0) return el("p", {}, t("No codings and no memos are touched."));
    const shares = touched.coders.map(({ name, codings }) => el("li", {}, el("bdi", {}, name), ": ", plural(codings, "{n} coding", "{n} codings")));
    return el(
        "div",
        { class: "touched" },
        el("p", {}, t("This touches:")),
        el("ul", {}, lines.map((line) => el("li", {}, line))),
        shares.length > 0 ? [el("p", {}, t("By coder:")), el("ul", {}, shares)] : null,
        el("p", { class: "hint" }, t("It is one action. Ctrl-Z takes it back.")),
    );
}

/**
 * Returns how a codebook differs from an earlier one.
 * @param {import("../core/types.js").Code[]} before
 * @param {import("../core/types.js").Code[]} after
 */
function changesView(before, after) {
    const old = new Map(before.map((code) => [code.path, code]));
    const now = new Map(after.map((code) => [code.path, code]));
    const changed = after.filter((code) => old.has(code.path) && definitionOf(code) !== definitionOf(old.get(code.path)));
    const lines = [
        ...after.filter((code) => !old.has(code.path)).map((code) => t("New: {code}", { code: code.path })),
        ...before.filter((code) => !now.has(code.path)).map((code) => t("No longer there: {code}", { code: code.path })),
        ...changed.map((code) => t("Changed: {code}", { code: code.path })),
    ];
    return el("ul", {}, lines.map((line) => el("li", { dir: "auto" }, line)));
}

/**
 * Returns a text that is the same as long as the code is defined in the same way, whatever it counts.
 * @param {import("../core/types.js").Code | undefined} code
 */
export function definitionOf(code) {
    const { codings, automatic, documents, ...rest } = code ?? {};
    return JSON.stringify(rest);
}
