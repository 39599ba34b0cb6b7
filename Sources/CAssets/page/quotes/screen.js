// @ts-check
import { liveFeed } from "../analysis/feed.js";
import { choice, codeChoice, coderChoice, codingsChoice, documentChoice, redrawFields, variables } from "../analysis/fields.js";
import {
  addActions, button, cluster, codeLabel, el, filterBar, get, go, hint, onEvent, openInRead, ownText, quietButton, readLink, session,
  source, span, status, t, words,
} from "../analysis/kit.js";
import { editMemo, exportQuotes, recode } from "./changes.js";

/** The filter, as the URL has it. `with` has further codes of the same passage. */
let filter = {};
const filters = filterBar(t("Filter"));
const total = status("total");
const list = liveFeed({
  screen: "quotes",
  label: t("Quotes"),
  empty: t("No quotes."),
  names: [t("Next quote"), t("Previous quote")],
  news: t("The codings have changed."),
  key: "n",
  fetch: async (after) => {
    const { quotes, next, total: n } = await get("quotes", { ...filter, after, limit: 100 });
    total.textContent = t("Quotes: {n}", { n });
    return { items: quotes, next };
  },
  draw: quoteView,
  open: openInRead,
});
const hasQuote = () => list.current() !== undefined;
addActions("quotes", [
  ["recode", t("Recode the quote"), "r", () => change(list.current(), recode), hasQuote],
  ["memo", t("Write a memo"), "m", () => change(list.current(), editMemo), hasQuote],
  ["code", t("Choose the code"), "/", () => filters.querySelector("button")?.click()],
  ["export", t("Export the quotes"), "e", () => exportQuotes(filter)],
]);
onEvent((event) => {
  const isAction = event.kind === "action";
  if (event.kind === "end" || (isAction && !event.codings.length && !event.gone.length && !event.codebook && !event.texts)) return;
  list.changed(!isAction || event.coder !== session.me.get());
});

export const screen = {
  id: "quotes",
  name: t("Quotes"),
  key: "3",
  async show(root, params) {
    if (!root.firstChild) {
      const head = cluster(el("h1", {}, t("Quotes")), total, button(t("Export …"), () => exportQuotes(filter)));
      root.append(head, filters, list.element, hint(t("Enter opens a quote in Read. R recodes it. M writes a memo.")));
    }
    const isOther = JSON.stringify(params) !== JSON.stringify(filter);
    filter = params;
    redrawFields(filters, filterFields(params));
    await list.show(isOther);
  },
};

/** Returns the fields that choose which quotes are shown. Each change goes to the URL. */
function filterFields({ code, with: others, coder, codings, document, variable }) {
  const set = (name) => (value) => go("quotes", { ...filter, [name]: value });
  const values = new Set(variables().map(([name, value]) => `${name}=${value}`));
  return [
    codeChoice(t("With the code"), code, set("code")),
    code && codeChoice(t("In one passage with"), others, set("with"), t("any code")),
    coderChoice(coder, set("coder")),
    codingsChoice(codings, set("codings")),
    documentChoice(document, set("document")),
    choice(t("Variable"), variable, [["", t("All values")], ...[...values].sort()], set("variable")),
    Object.values(filter).some(Boolean) && quietButton(t("Show all"), () => go("quotes")),
  ];
}

async function change(quote, edit) {
  if (await edit(quote)) list.redraw(quote);
  list.focus();
}

function quoteView(quote) {
  const isMine = quote.id !== null && quote.coder === session.me.get();
  const act = (label, edit) => quietButton(label, async () => (await edit(quote)) && list.redraw(quote));
  const trouble = { lost: t("orphaned"), unsure: t("needs review") }[quote.state];
  return [
    words(quote),
    source(quote),
    ownText("memo", quote.memo),
    cluster(
      codeLabel(quote.code),
      quote.automatic ? span("badge", t("automatic")) : el("bdi", { class: "coder" }, quote.coder),
      trouble && span("badge trouble", trouble),
      readLink(quote),
      isMine && [act(t("Recode"), recode), act(t("Memo"), editMemo)],
    ),
  ];
}
