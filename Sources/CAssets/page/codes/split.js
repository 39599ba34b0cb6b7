// @ts-check
import { api, pathOf } from "../core/api.js";
import { ask } from "../core/dialog.js";
import { el } from "../core/elements.js";
import { codeColor } from "../core/session.js";
import { say } from "../core/status.js";
import { plural, t } from "../core/words.js";
import { source, words } from "../analysis/quote.js";
import { askName } from "./edits.js";
import { propose } from "./steps.js";

/** @typedef {import("../analysis/quote.js").Quote} Quote */

/**
 * Moves the quotes that the user ticks to a new code beside the present one. Returns the path of the new code.
 * @param {import("../core/types.js").Code} code
 */
export async function splitCode(code) {
    const quotes = await ownQuotes(code.path);
    if (quotes.length === 0) {
        say(t("{code} has no codings by hand to split.", { code: code.name }));
        return null;
    }
    const ids = await tick(code, quotes);
    if (ids === null) return null;
    const moved = plural(ids.length, "{n} coding gets the new code.", "{n} codings get the new code.");
    const given = await askName({ title: t("New code from {code}", { code: code.name }), action: t("Next"), name: "", id: "", content: el("p", {}, moved) });
    if (!given) return null;
    const title = t("Split {code}?", { code: code.name });
    const isDone = await propose({ edit: "split", code: code.path, to: given.id, ids }, { title, action: t("Split"), done: t("Split {code}: {moved}", { code: code.name, moved }) });
    return isDone ? (code.parent ? `${code.parent}/${given.id}` : given.id) : null;
}

/**
 * Returns all quotes coded by hand with the code itself.
 * @param {string} path
 */
async function ownQuotes(path) {
    /** @type {Quote[]} */
    const all = [];
    for (let after = null; ; ) {
        /** @type {{quotes: Quote[], next: any}} */
        const page = await api.get(pathOf(["quotes"], { code: path, after, limit: 500 }));
        all.push(...page.quotes.filter((quote) => quote.id !== null && quote.code === path));
        after = page.next;
        if (after === null) return all;
    }
}

/**
 * Lets the user tick quotes, and returns their ids.
 * @param {import("../core/types.js").Code} code
 * @param {Quote[]} quotes
 * @returns {Promise<string[] | null>}
 */
async function tick(code, quotes) {
    const boxes = quotes.map((quote, index) => el("input", { type: "checkbox", value: quote.id, autofocus: index === 0 }));
    const count = el("p", { role: "status" });
    const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
    const draw = () => (count.textContent = t("Ticked: {n} of {all}", { n: ticked().length, all: boxes.length }));
    draw();
    const list = el(
        "ul",
        { class: "ticks", onchange: draw },
        quotes.map((quote, index) => el("li", {}, el("label", {}, boxes[index], el("div", {}, words(quote, codeColor(code.path)), source(quote), el("p", { class: "source" }, el("bdi", {}, quote.coder)))))),
    );
    const answer = await ask({
        title: t("Split {code}: tick the quotes of the new code", { code: code.name }),
        class: "wide",
        content: [count, el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("Quotes") }, list)],
        buttons: [{ label: t("Cancel"), value: "" }, { label: t("Next"), value: "go", isPrimary: true }],
        isReady: (value) => value === "" || ticked().length > 0,
    });
    return answer === "go" ? ticked() : null;
}
