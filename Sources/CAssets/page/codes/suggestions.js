// @ts-check
import { api, pathOf } from "../core/api.js";
import { el, replace } from "../core/elements.js";
import { codeColor } from "../core/session.js";
import { fail, say } from "../core/status.js";
import { language, plural, t } from "../core/words.js";
import { hitView, trialWords } from "./indicators.js";
import { propose } from "./steps.js";

/**
 * @typedef {{indicator: string, inCode: number, inRest: number, keyness: number,
 *     precision: {right: number, matches: number} | null, adds: number}} Suggestion
 */

/**
 * Returns a section that suggests indicators, learnt from the words that were coded by hand. They are fetched on demand.
 * @param {import("../core/types.js").Code} code
 * @param {(match: string) => void} edit puts a suggestion in the list of indicators to change it first
 */
export function suggestionList(code, edit) {
    const content = el("div", { "aria-live": "polite" });
    const start = el("button", { onclick: () => load().catch(fail) }, t("Suggest indicators"));

    const load = async () => {
        replace(content, el("p", {}, t("Counting words …")));
        const { trained, heldOut, suggestions } = await api.get(pathOf(["suggestions"], { code: code.path }));
        if (suggestions.length === 0) {
            return replace(content, el("p", {}, t("No suggestions. They need some codings by hand of this code.")));
        }
        const learnt = `${plural(trained, "Learnt from {n} document", "Learnt from {n} documents")}; ${plural(heldOut, "tested on {n} other document.", "tested on {n} other documents.")}`;
        replace(content, el("p", { class: "hint" }, learnt), table(suggestions));
        content.querySelector("button")?.focus();
    };
    /** @param {Suggestion[]} suggestions */
    const table = (suggestions) =>
        el(
            "div",
            { class: "scroll", tabindex: "0", role: "region", "aria-label": t("Suggested indicators") },
            el(
                "table",
                { class: "numbers" },
                el("caption", { class: "visually-hidden" }, t("Suggested indicators")),
                el("thead", {}, el("tr", {}, heads().map(([label, title]) => el("th", { scope: "col", title }, label)))),
                el("tbody", {}, suggestions.map(row)),
            ),
        );
    /** @param {Suggestion} suggestion */
    const row = (suggestion) => {
        const { indicator, precision } = suggestion;
        const result = el("td", { colspan: 7 });
        const tried = el("tr", { hidden: true }, result);
        const cells = [suggestion.inCode, suggestion.inRest, suggestion.keyness.toLocaleString(language, { maximumFractionDigits: 1 })];
        const share = precision ? t("{n} of {all}", { n: precision.right, all: precision.matches }) : t("unknown");
        const act = (/** @type {string} */ label, /** @type {() => unknown} */ run) =>
            el("button", { "aria-label": `${label}: ${indicator}`, onclick: () => Promise.resolve().then(run).catch(fail) }, label);
        const line = el(
            "tr",
            {},
            el("th", { scope: "row", dir: "auto" }, indicator),
            [...cells, share, suggestion.adds].map((value) => el("td", { class: "number" }, value)),
            el("td", {}, el("div", { class: "cluster" }, act(t("Try"), () => attempt(indicator, tried, result)), act(t("Accept"), () => accept(indicator)), act(t("Edit"), () => edit(indicator)))),
        );
        return [line, tried];
    };
    /**
     * Shows what the suggestion matches.
     * @param {string} match
     * @param {HTMLElement} tried
     * @param {HTMLElement} result
     */
    const attempt = async (match, tried, result) => {
        tried.hidden = !tried.hidden;
        if (tried.hidden) return;
        const trial = await api.post("/codebook/trial", { code: code.path, indicators: [{ match }] });
        const lines = trial.passages.map((/** @type {import("./indicators.js").Hit} */ hit) => hitView(hit, codeColor(code.path)));
        const found = trial.problem ? trial.problem.what : trialWords({ ...trial, lost: 0 });
        replace(result, el("p", {}, found), lines);
        say(found);
    };
    /** @param {string} match */
    const accept = (match) =>
        propose(
            { edit: "edit", code: code.path, fields: { indicators: [...code.indicators, { match }] } },
            { title: t("Add the indicator “{match}” to {code}?", { match, code: code.name }), action: t("Add"), done: t("Added the indicator “{match}”.", { match }) },
        );
    const element = el(
        "section",
        { "aria-label": t("Suggestions") },
        el("h3", {}, t("Suggestions")),
        el("p", { class: "hint" }, t("Words that are frequent in what was coded by hand, and rare in the rest.")),
        start,
        content,
    );
    return { element, load: () => load().catch(fail) };
}

/** Returns the labels of the columns with their definitions. */
function heads() {
    return [
        [t("indicator"), null],
        [t("in code"), t("How often it occurs in passages with the code.")],
        [t("in rest"), t("How often it occurs in the other passages.")],
        [t("keyness"), t("Log-likelihood G²: how far the two frequencies differ.")],
        [t("precision"), t("Of its matches in documents that were not used to find it, those in passages with the code.")],
        [t("adds"), t("Passages that no indicator of the code matches yet.")],
        [t("actions"), null],
    ];
}
