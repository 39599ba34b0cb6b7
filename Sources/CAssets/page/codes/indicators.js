// @ts-check
import { api } from "../core/api.js";
import { el, replace } from "../core/elements.js";
import { codeColor } from "../core/session.js";
import { fail } from "../core/status.js";
import { debounced } from "../core/store.js";
import { plural, t } from "../core/words.js";
import { openInRead, source, words } from "../analysis/quote.js";
import { propose } from "./steps.js";

/**
 * @typedef {import("../core/types.js").Indicator} Indicator
 * @typedef {import("../analysis/quote.js").Place & {isNew: boolean}} Hit
 * @typedef {{matches: number, documents: number, new: number, lost: number,
 *     problem: {what: string, suggestion: string | null} | null, passages: Hit[]}} Trial
 */

const pause = 350;

/**
 * Returns the list of a code's indicators, with what they match in the study while the user types.
 * @param {import("../core/types.js").Code} code
 */
export function indicatorEditor(code) {
    /** @type {Indicator[]} */
    let indicators = code.indicators.map((indicator) => ({ ...indicator }));
    const list = el("ul", { class: "indicators" });
    const summary = el("p", { role: "status", class: "trial" });
    const hits = el("div", { class: "hits" });
    const save = el("button", { class: "primary", disabled: true, onclick: () => submit().catch(fail) }, t("Save indicators …"));
    let run = 0;
    let isSaving = false;

    const filled = () => indicators.filter(({ match }) => match.trim() !== "");
    const isChanged = () => JSON.stringify(filled()) !== JSON.stringify(code.indicators);
    const test = async () => {
        run += 1;
        const mine = run;
        try {
            /** @type {Trial} */
            const trial = await api.post("/codebook/trial", { code: code.path, indicators: filled() });
            if (mine === run) showTrial(trial);
        } catch (problem) {
            if (mine === run) fail(problem);
        }
    };
    const testSoon = debounced(test, pause);
    const changed = () => {
        save.disabled = !isChanged();
        testSoon();
    };
    /** @param {Trial} trial */
    const showTrial = (trial) => {
        summary.classList.toggle("trouble", trial.problem !== null);
        summary.textContent = trial.problem ? [trial.problem.what, trial.problem.suggestion].filter((part) => part).join(". ") : trialWords(trial);
        replace(hits, trial.passages.map((hit) => hitView(hit, codeColor(code.path))));
    };
    const draw = () => replace(list, indicators.map((indicator, index) => row(indicator, index)));
    /**
     * @param {Indicator} indicator
     * @param {number} index
     */
    const row = (indicator, index) => {
        const input = el("input", { type: "text", dir: "auto", spellcheck: "false", value: indicator.match, "aria-label": t("Indicator {n}", { n: index + 1 }) });
        input.addEventListener("input", () => ((indicator.match = input.value), changed()));
        input.addEventListener("keydown", (event) => {
            if (event.key === "Enter") event.ctrlKey || event.metaKey ? submit().catch(fail) : add("");
        });
        const remove = () => {
            indicators = indicators.filter((other) => other !== indicator);
            draw();
            changed();
            focus(Math.min(index, indicators.length - 1));
        };
        const label = t("Remove indicator “{match}”", { match: indicator.match });
        return el("li", {}, input, limits(indicator), el("button", { class: "quiet", "aria-label": label, title: label, onclick: remove }, "×"));
    };
    /** @param {number} index */
    const focus = (index) => {
        const field = list.querySelectorAll("input")[index];
        if (field) field.focus();
        else addButton.focus();
    };
    /**
     * Adds an indicator to the list; it is saved with the others.
     * @param {string} match
     */
    const add = (match) => {
        const empty = indicators.findIndex((indicator) => indicator.match.trim() === "");
        if (empty < 0) indicators.push({ match });
        else indicators[empty].match = match;
        draw();
        changed();
        focus(empty < 0 ? indicators.length - 1 : empty);
    };
    const submit = async () => {
        if (!isChanged()) return;
        const title = t("Change the indicators of {code}?", { code: code.name });
        isSaving = true;
        const edit = propose({ edit: "edit", code: code.path, fields: { indicators: filled() } }, { title, action: t("Save"), done: t("Saved the indicators of {code}.", { code: code.name }) });
        await edit.finally(() => (isSaving = false));
    };
    const addButton = el("button", { onclick: () => add("") }, t("Add an indicator"));
    draw();
    const element = el(
        "section",
        { class: "indicator-editor", "aria-label": t("Indicators") },
        el("h3", {}, t("Indicators")),
        el("p", { class: "hint" }, t("Words that code a passage automatically. What they match is shown while you type.")),
        list,
        el("div", { class: "cluster" }, addButton, save),
        summary,
        hits,
    );
    return { element, add, focus: () => focus(0), isChanged: () => !isSaving && isChanged() };
}

/** @param {Trial} trial */
export function trialWords(trial) {
    const found = `${plural(trial.matches, "{n} match", "{n} matches")} ${plural(trial.documents, "in {n} document", "in {n} documents")}`;
    return [found, plural(trial.new, "{n} new passage", "{n} new passages"), trial.lost > 0 ? plural(trial.lost, "{n} passage lost", "{n} passages lost") : ""].filter((part) => part).join(", ");
}

/**
 * @param {Hit} hit
 * @param {string} color
 */
export function hitView(hit, color) {
    return el(
        "article",
        { class: hit.isNew ? "hit new" : "hit" },
        words(hit, color),
        el("div", { class: "cluster" }, source(hit), hit.isNew ? el("span", { class: "badge" }, t("new")) : null, el("button", { class: "quiet", onclick: () => openInRead(hit) }, t("Read"))),
    );
}

/**
 * Returns what limits an indicator, apart from its words.
 * @param {Indicator} indicator
 */
function limits({ language, unless = [], kinds = [], sections = [], sentence = false }) {
    const parts = [
        language && t("language {tag}", { tag: language }),
        unless.length > 0 && t("unless {words}", { words: unless.join(", ") }),
        kinds.length > 0 && t("in {kinds}", { kinds: kinds.join(", ") }),
        sections.length > 0 && t("in {kinds}", { kinds: sections.join(", ") }),
        sentence && t("in one sentence"),
    ].filter((part) => part);
    return parts.length > 0 ? el("span", { class: "hint", dir: "auto" }, parts.join(" · ")) : null;
}
