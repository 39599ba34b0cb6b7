// @ts-check
import { api, pathOf } from "../core/api.js";
import { command } from "../core/commands.js";
import { el, replace } from "../core/elements.js";
import { onEvent } from "../core/events.js";
import { linkTo } from "../core/route.js";
import { codeColor, session } from "../core/session.js";
import { t } from "../core/words.js";
import { feed } from "../analysis/feed.js";
import { newsLine } from "../analysis/news.js";
import { codeLabel, openInRead, source, words } from "../analysis/quote.js";
import { addUndo } from "../analysis/undo.js";
import { editMemo, recode } from "./changes.js";
import { exportQuotes } from "./export.js";
import { filterBar } from "./filters.js";
import { together } from "./pairs.js";

/** @typedef {import("../analysis/quote.js").Quote} Quote */

/**
 * The filter, as the URL has it. `with` has further codes of the same passage.
 * @type {Record<string, string>}
 */
let filter = {};
/** Whether something happened to the quotes since they were fetched. */
let isStale = true;
const filters = el("div", { class: "filters", role: "group", "aria-label": t("Filter") });
const total = el("p", { role: "status", class: "total" });
const list = feed({
    label: t("Quotes"),
    empty: t("No quotes."),
    fetch: async (after) => {
        const page = filter.with ? await together(filter, after) : await api.get(pathOf(["quotes"], { ...filter, after, limit: 100 }));
        total.textContent = filter.with ? t("Only in passages that have the other codes, too") : t("Quotes: {n}", { n: page.total });
        return { items: /** @type {Quote[]} */ (page.quotes), next: page.next };
    },
    draw: quoteView,
    open: openInRead,
});

const screens = ["quotes"];
command({ id: "quotes.next", name: t("Next quote"), keys: ["j"], screens, run: () => list.move(1) });
command({ id: "quotes.previous", name: t("Previous quote"), keys: ["k"], screens, run: () => list.move(-1) });
command({ id: "quotes.recode", name: t("Recode the quote"), keys: ["r"], screens, when: () => list.current() !== undefined, run: () => change(recode) });
command({ id: "quotes.memo", name: t("Write a memo"), keys: ["m"], screens, when: () => list.current() !== undefined, run: () => change(editMemo) });
command({ id: "quotes.code", name: t("Choose the code"), keys: ["/"], screens, run: () => filters.querySelector("button")?.click() });
command({ id: "quotes.export", name: t("Export the quotes"), keys: ["e"], screens, run: () => exportQuotes(filter) });
command({ id: "quotes.reload", name: t("Show what is new"), keys: ["n"], screens, run: reload });
addUndo("quotes", reload);

const news = newsLine(t("The codings have changed."), reload);
onEvent((event) => {
    const isAction = event.kind === "action";
    if (event.kind === "end" || (isAction && event.codings.length === 0 && event.gone.length === 0 && !event.codebook && !event.texts)) return;
    isStale = true;
    if (!isAction || event.coder !== session.me.get()) news.show();
});

/** @type {import("../core/screens.js").Screen} */
export const screen = {
    id: "quotes",
    name: t("Quotes"),
    key: "3",
    async show(root, params) {
        if (!root.firstChild) {
            const head = el("div", { class: "cluster" }, el("h1", {}, t("Quotes")), total, el("button", { onclick: () => exportQuotes(filter) }, t("Export …")));
            root.append(head, filters, news.element, list.element, el("p", { class: "hint" }, t("Enter opens a quote in Read. R recodes it. M writes a memo.")));
        }
        const isSame = JSON.stringify(params) === JSON.stringify(filter);
        filter = params;
        const picked = document.activeElement?.getAttribute("data-pick");
        replace(filters, filterBar(filter));
        if (picked) /** @type {HTMLElement | null} */ (filters.querySelector(`[data-pick="${picked}"]`))?.focus();
        if (!isSame || isStale) await reload();
        else if (!filters.contains(document.activeElement)) list.focus();
    },
};

async function reload() {
    isStale = false;
    news.clear();
    await list.reload();
    if (!filters.contains(document.activeElement)) list.focus();
}

/** @param {(quote: Quote) => Promise<boolean>} edit */
async function change(edit) {
    const quote = list.current();
    if (!quote) return;
    if (await edit(quote)) list.redraw(quote);
    list.focus();
}

/** @param {Quote} quote */
function quoteView(quote) {
    const isMine = quote.id !== null && quote.coder === session.me.get();
    const act = (/** @type {string} */ label, /** @type {(quote: Quote) => Promise<boolean>} */ edit) =>
        el("button", { class: "quiet", onclick: () => edit(quote).then((isDone) => isDone && list.redraw(quote)) }, label);
    return [
        words(quote, codeColor(quote.code)),
        source(quote),
        quote.memo ? el("p", { class: "memo", dir: "auto" }, quote.memo) : null,
        el(
            "p",
            { class: "cluster" },
            codeLabel(quote.code),
            quote.automatic ? el("span", { class: "badge" }, t("automatic")) : el("bdi", { class: "coder" }, quote.coder),
            quote.state === "lost" || quote.state === "unsure" ? el("span", { class: "badge trouble" }, quote.state === "lost" ? t("orphaned") : t("needs review")) : null,
            el("a", { href: linkTo("read", { id: quote.document, at: `${quote.start}-${quote.end}` }) }, t("Read")),
            isMine ? [act(t("Recode"), recode), act(t("Memo"), editMemo)] : null,
        ),
    ];
}
