// @ts-check
import { api, pathOf } from "../core/api.js";
import { ask } from "../core/dialog.js";
import { outbox } from "../core/outbox.js";
import { pickCode } from "../core/picker.js";
import { codeName, session } from "../core/session.js";
import { say } from "../core/status.js";
import { t } from "../core/words.js";
import { text } from "../analysis/fields.js";

/** @typedef {import("../analysis/quote.js").Quote} Quote */

/**
 * Gives a coding of the user's own another code. Returns whether it was changed.
 * @param {Quote} quote
 */
export async function recode(quote) {
    if (!isOwn(quote)) return false;
    const picked = await pickCode({ title: t("Code instead of {code}", { code: codeName(quote.code) }), allowNew: true });
    if (!picked || picked.path === quote.code) return false;
    const before = quote.code;
    const answer = await outbox.send("PATCH", `/codings/${quote.id}`, { code: picked.path });
    quote.code = answer.codings[0]?.code ?? picked.path;
    say(t("{code} instead of {other}.", { code: codeName(quote.code), other: codeName(before) }));
    return true;
}

/**
 * Writes the memo of a coding of the user's own. Returns whether it was changed.
 * @param {Quote} quote
 */
export async function editMemo(quote) {
    if (!isOwn(quote)) return false;
    const { memos } = await api.get(pathOf(["memos"], { target: "coding", subject: quote.id }));
    /** @type {import("../core/types.js").Memo | undefined} */
    const mine = memos.find((/** @type {import("../core/types.js").Memo} */ memo) => memo.coder === session.me.get());
    const { input, element } = text(t("Memo on “{words}”", { words: quote.quote }), mine?.text ?? "", { rows: "4", autofocus: true });
    const answer = await ask({
        title: t("Memo"),
        content: element,
        buttons: [{ label: t("Cancel"), value: "" }, { label: t("Save"), value: "go", isPrimary: true }],
    });
    const written = input.value.trim();
    if (answer !== "go" || written === (mine?.text ?? "")) return false;
    const id = mine?.id ?? crypto.randomUUID().replaceAll("-", "");
    if (written === "") await outbox.send("DELETE", `/memos/${id}`);
    else await outbox.send("PUT", `/memos/${id}`, { target: "coding", subject: quote.id, text: written });
    quote.memo = written || null;
    say(t("Saved the memo."));
    return true;
}

/**
 * Returns whether the quote is a coding of the user's own, and says so if not.
 * @param {Quote} quote
 */
function isOwn(quote) {
    if (quote.id === null) say(t("This coding is automatic. Open it in Read to accept or reject it."));
    else if (quote.coder !== session.me.get()) say(t("This coding is by {coder}. You can change only your own.", { coder: quote.coder ?? "" }));
    else return true;
    return false;
}
