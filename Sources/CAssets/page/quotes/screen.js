// @ts-check
import { feed } from "../analysis/feed.js";
import {
  addActions, api, bdi, button, choice, choose, cluster, codeChoice, codeLabel, codeName, coderChoice, codingsChoice, confirmed,
  documentChoice, el, field, filterBar, fitting, get, go, hint, openInRead, outbox, ownText, pathTo, pickCode, quietButton,
  readLink, redrawFields, say, session, source, span, status, t, textArea, variables, words,
} from "../analysis/kit.js";
import { newID, shorten } from "../read/coding.js";

/** The filter, as the URL has it. `with` has further codes of the same passage. */
let filter = {};
const filters = filterBar();
const total = status("total");
const list = feed({
  screen: "quotes",
  label: t("Quotes"),
  concerns: ({ codings, gone, codebook, texts }) => codings.length > 0 || gone.length > 0 || codebook || texts,
  fetch: async (after) => {
    const { quotes, next, total: n } = await get("quotes", { ...filter, after, limit: 100 });
    total.textContent = t("Quotes: {n}", { n });
    return { items: quotes, next };
  },
  draw: quoteView,
  open: openInRead,
});
const isMine = (quote) => typeof quote?.id === "string" && quote.coder === session.me.get();
const hasMine = () => isMine(list.current());
addActions("quotes", [
  ["recode", t("Recode"), "r", () => recode(list.current()), hasMine],
  ["memo", t("Write a memo"), "m", () => writeMemo(list.current()), hasMine],
  ["code", t("With the code"), "/", () => filters.querySelector("button")?.click()],
  ["export", t("Export …"), "e", exportQuotes],
]);

export const screen = { id: "quotes", name: t("Quotes"), key: "3", show };

async function show(root, params) {
  if (!root.firstChild) {
    const head = cluster(el("h1", {}, t("Quotes")), total, button(t("Export …"), exportQuotes));
    root.append(head, filters, list.element, hint(t("Enter opens a quote in Read. R recodes yours, M writes a memo.")));
  }
  const isOther = JSON.stringify(params) !== JSON.stringify(filter);
  filter = params;
  redrawFields(filters, filterFields(params));
  await list.show(isOther);
}

function filterFields({ code, with: others, coder, codings, document, variable }) {
  const set = (name) => (value) => go("quotes", { ...filter, [name]: value });
  const values = new Set(variables().map(([name, value]) => `${name}=${value}`));
  return [
    codeChoice(t("With the code"), code, set("code")),
    code && codeChoice(t("In one passage with"), others, set("with"), t("any code")),
    coderChoice(coder, set("coder")),
    codingsChoice(codings, set("codings")),
    documentChoice(document, set("document")),
    choice(t("Variable"), variable, [["", t("All")], ...[...values].sort()], set("variable")),
    Object.values(filter).some(Boolean) && quietButton(t("Show all"), () => go("quotes")),
  ];
}

function quoteView(quote) {
  const trouble = { lost: t("orphaned"), unsure: t("needs review") }[quote.state];
  return [
    words(quote),
    source(quote),
    ownText("memo", quote.memo),
    cluster(
      codeLabel(quote.code),
      quote.automatic ? span("tag", t("automatic")) : bdi(quote.coder, "coder"),
      trouble && span("tag trouble", trouble),
      readLink(quote),
      isMine(quote) && [quietButton(t("Recode"), () => recode(quote)), quietButton(t("Memo"), () => writeMemo(quote))],
    ),
  ];
}

async function recode(quote) {
  const old = codeName(quote.code);
  const picked = await pickCode({ title: t("Instead of {code}", { code: old }), allowNew: true });
  if (picked && picked.path !== quote.code) {
    const { codings } = await outbox.send("PATCH", `/codings/${quote.id}`, { code: picked.path });
    quote.code = codings[0]?.code ?? picked.path;
    say(t("{code} instead of {old} on “{words}”.", { code: codeName(quote.code), old, words: shorten(quote.quote) }));
  }
  list.redraw(quote);
}

/** Lets the user write a memo on a coding. An empty one is removed. */
async function writeMemo(quote) {
  const about = { target: "coding", subject: quote.id };
  const { memos } = await get("memos", about);
  const before = memos.find(({ coder }) => coder === session.me.get());
  const area = textArea(before?.text, { rows: "4", autofocus: true });
  const isGiven = await confirmed(t("Memo"), field(`“${shorten(quote.quote)}”`, area), t("Save"));
  const text = area.value.trim();
  if (isGiven && text !== (before?.text ?? "")) {
    const path = `/memos/${before?.id ?? newID()}`;
    await (text ? outbox.send("PUT", path, { ...about, text }) : outbox.send("DELETE", path));
    quote.memo = text;
    say(t("The memo is saved."));
  }
  list.redraw(quote);
}

const formats = [["docx", "Word (docx)"], ["xlsx", "Excel (xlsx)"], ["csv", "CSV"], ["html", "HTML"]];

async function exportQuotes() {
  const rows = formats.map(([value, label]) => ({ value, label }));
  const format = await choose({ title: t("Export …"), choices: (query) => fitting(rows, query, ({ label }) => [label]) });
  if (!format) return;
  const { blob, name } = await api.file(pathTo("export/quotes", { format, ...filter }));
  const href = URL.createObjectURL(blob);
  el("a", { href, download: name.includes(".") ? name : `quotes.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
  say(`${name}: ${t("saved")}`);
}
