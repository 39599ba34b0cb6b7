// @ts-check
import { liveFeed } from "../analysis/feed.js";
import {
  addActions, api, button, choice, cluster, codeChoice, codeLabel, codeName, coderChoice, codingsChoice, confirmed,
  documentChoice, el, field, filterBar, get, go, hint, onEvent, openInRead, outbox, ownText, pathTo, pickCode, quietButton,
  readLink, redrawFields, say, session, source, span, status, t, textArea, variables, words,
} from "../analysis/kit.js";

/** The filter, as the URL has it. `with` has further codes of the same passage. */
let filter = {};
const filters = filterBar(t("Filter"));
const total = status("total");
const list = liveFeed({
  screen: "quotes", label: t("Quotes"), empty: t("No quotes."), names: [t("Next quote"), t("Previous quote")],
  news: t("The codings have changed."), key: "n",
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

export const screen = { id: "quotes", name: t("Quotes"), key: "3", show };

async function show(root, params) {
  if (!root.firstChild) {
    const head = cluster(el("h1", {}, t("Quotes")), total, button(t("Export …"), () => exportQuotes(filter)));
    root.append(head, filters, list.element, hint(t("Enter opens a quote in Read. R recodes it. M writes a memo.")));
  }
  const isOther = JSON.stringify(params) !== JSON.stringify(filter);
  filter = params;
  redrawFields(filters, filterFields(params));
  await list.show(isOther);
}

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

/** Gives a coding of the user's own another code. Returns whether it was changed. */
async function recode(quote) {
  if (!isOwn(quote)) return false;
  const other = codeName(quote.code);
  const picked = await pickCode({ title: t("Code instead of {code}", { code: other }), allowNew: true });
  if (!picked || picked.path === quote.code) return false;
  const answer = await outbox.send("PATCH", `/codings/${quote.id}`, { code: picked.path });
  quote.code = answer.codings[0]?.code ?? picked.path;
  say(t("{code} instead of {other}.", { code: codeName(quote.code), other }));
  return true;
}

/** Writes the memo of a coding of the user's own. Returns whether it was changed. */
async function editMemo(quote) {
  if (!isOwn(quote)) return false;
  const { memos } = await get("memos", { target: "coding", subject: quote.id });
  const mine = memos.find(({ coder }) => coder === session.me.get());
  const area = textArea(mine?.text, { rows: "4", autofocus: true });
  const isSaved = await confirmed(t("Memo"), field(t("Memo on “{words}”", { words: quote.quote }), area), t("Save"));
  const text = area.value.trim();
  if (!isSaved || text === (mine?.text ?? "")) return false;
  const path = `/memos/${mine?.id ?? crypto.randomUUID().replaceAll("-", "")}`;
  if (text) await outbox.send("PUT", path, { target: "coding", subject: quote.id, text });
  else await outbox.send("DELETE", path);
  quote.memo = text || null;
  say(t("Saved the memo."));
  return true;
}

/** Returns whether the quote is a coding of the user's own, and says so if not. */
function isOwn({ id, coder }) {
  const isMine = id !== null && coder === session.me.get();
  if (id === null) say(t("This coding is automatic. Open it in Read to accept or reject it."));
  else if (!isMine) say(t("This coding is by {coder}. You can change only your own.", { coder }));
  return isMine;
}

const formats = { docx: "Word (docx)", xlsx: "Excel (xlsx)", csv: "CSV", html: "HTML" };

/** Asks for a format, and saves the quotes of the filter in a file. */
async function exportQuotes(filter) {
  let format = "docx";
  const labels = Object.entries(formats).map(([value, name]) => {
    const radio = el("input", { type: "radio", name: "format", checked: value === format, onchange: () => (format = value) });
    return el("label", { class: "inline" }, radio, " ", name);
  });
  const fields = el("fieldset", {}, el("legend", {}, t("Format")), labels);
  if (!(await confirmed(t("Export the quotes"), fields, t("Export")))) return;
  const { blob, name } = await api.file(pathTo("export/quotes", { format, ...filter }));
  const href = URL.createObjectURL(blob);
  el("a", { href, download: name.includes(".") ? name : `quotes.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
  say(t("Saved {file}.", { file: name }));
}
