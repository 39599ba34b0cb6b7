// @ts-check
import { outbox } from "../core/outbox.js";
import { pickCode } from "../core/picker.js";
import { field, textArea } from "../analysis/fields.js";
import { api, codeName, confirmed, el, get, pathTo, say, session, t } from "../analysis/kit.js";

/** Gives a coding of the user's own another code. Returns whether it was changed. */
export async function recode(quote) {
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
export async function editMemo(quote) {
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
export async function exportQuotes(filter) {
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
