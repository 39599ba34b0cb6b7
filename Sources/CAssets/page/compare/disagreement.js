// @ts-check
import { el } from "../core/elements.js";
import { linkTo } from "../core/route.js";
import { fail } from "../core/status.js";
import { t } from "../core/words.js";
import { codeLabel } from "../analysis/quote.js";

/**
 * @typedef {"one" | "other" | "both" | "neither" | "own"} Verdict
 * @typedef {{choice: Verdict, codes: string[], note: string | null, coder: string, at: string}} Outcome
 * @typedef {{id: string, document: string, title: string, hash: string, passage: number, start: number, end: number,
 *     text: string, before: string, after: string, codes: Record<string, string[]>, outcome: Outcome | null}} Disagreement
 * @typedef {{coders: string[], unit: string, total: number, decided: number, disagreements: Disagreement[]}} Answer
 */

/**
 * Returns one disagreement: its words in their context, each coder's codes, the choices and what was decided.
 * @param {Answer} answer
 * @param {Disagreement} one
 * @param {number} index
 * @param {{decide: (choice: Verdict) => Promise<void>, note: () => Promise<void>, move: (step: number) => void}} actions
 */
export function disagreementView(answer, one, index, { decide, note, move }) {
    const decided = answer.disagreements.filter(({ outcome }) => outcome).length;
    const columns = answer.coders.map((coder, place) => {
        const codes = one.codes[coder] ?? [];
        const other = one.codes[answer.coders[1 - place]] ?? [];
        const items = codes.map((path) => el("li", {}, codeLabel(path), other.includes(path) ? null : el("span", { class: "badge" }, t("only {coder}", { coder }))));
        return el("div", { class: "coder-codes" }, el("h3", {}, el("bdi", {}, coder)), codes.length > 0 ? el("ul", { class: "plain" }, items) : el("p", {}, t("no code")));
    });
    const button = (/** @type {string} */ key, /** @type {string} */ label, /** @type {Verdict} */ choice) =>
        el("button", { "aria-keyshortcuts": key, "aria-pressed": String(one.outcome?.choice === choice), onclick: () => decide(choice).catch(fail) }, el("kbd", { "aria-hidden": "true" }, key), " ", label);
    return [
        el("div", { class: "cluster" }, el("h2", {}, t("{n} of {all}", { n: index + 1, all: answer.disagreements.length })), el("progress", { max: answer.disagreements.length, value: decided, "aria-label": t("Decided") }), el("span", { class: "source" }, t("{n} decided", { n: decided }))),
        el("p", { class: "source" }, el("bdi", {}, one.title), ` · ${t("passage {n}", { n: one.passage })} · `, el("a", { href: linkTo("read", { id: one.document, at: `${one.start}-${one.end}` }) }, t("Read"))),
        one.before ? el("p", { class: "context", dir: "auto" }, one.before) : null,
        el("blockquote", { dir: "auto" }, one.text),
        one.after ? el("p", { class: "context", dir: "auto" }, one.after) : null,
        el("div", { class: "side-by-side" }, columns),
        el("div", { class: "cluster" }, button("1", t("{coder}'s", { coder: answer.coders[0] }), "one"), button("2", t("{coder}'s", { coder: answer.coders[1] }), "other"), button("3", t("Both"), "both"), button("4", t("Neither"), "neither"), el("button", { "aria-keyshortcuts": "N", onclick: () => note().catch(fail) }, el("kbd", { "aria-hidden": "true" }, "N"), " ", t("Note"))),
        one.outcome ? outcomeView(one.outcome) : null,
        el("div", { class: "cluster" }, el("button", { class: "quiet", "aria-keyshortcuts": "K", onclick: () => move(-1) }, el("kbd", { "aria-hidden": "true" }, "K"), " ", t("Previous")), el("button", { class: "quiet", "aria-keyshortcuts": "J", onclick: () => move(1) }, el("kbd", { "aria-hidden": "true" }, "J"), " ", t("Next"))),
    ];
}

/** @param {Outcome} outcome */
function outcomeView({ codes, note, coder }) {
    const kept = codes.length > 0 ? codes.map((path) => [codeLabel(path), " "]) : t("no code");
    return el("div", { class: "outcome" }, el("p", {}, t("Decided by {coder}:", { coder }), " ", kept), note ? el("p", { class: "memo", dir: "auto" }, note) : null);
}
