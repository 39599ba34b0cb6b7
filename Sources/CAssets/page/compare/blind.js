// @ts-check
import { api, pathOf } from "../core/api.js";
import { el } from "../core/elements.js";
import { session } from "../core/session.js";
import { fail, say } from "../core/status.js";
import { t } from "../core/words.js";

/**
 * Returns what a blind study hides and until when, with the coordinator's buttons; null if there is nothing to say.
 * @param {() => unknown} onchange called when the coordinator has changed what is hidden
 */
export function blindNotice(onchange) {
    const { isBlind, isCoordinator } = session.study.get();
    if (!isBlind && !isCoordinator) return null;
    const text = isBlind
        ? t("This study is blind: you see another coder's codings of a document only when both of you have marked it as done, or when the coordinator opens it.")
        : t("All coders see each other's codings.");
    const send = (/** @type {string[]} */ path, /** @type {unknown} */ body, /** @type {string} */ done) =>
        api.put(pathOf(path), body).then(async () => {
            session.study.set(await api.get("/study"));
            say(done);
            onchange();
        }).catch(fail);
    const rule = isBlind
        ? el("button", { onclick: () => send(["rules", "blind"], { on: false }, t("All coders see each other's codings.")) }, t("End the blind rule"))
        : el("button", { onclick: () => send(["rules", "blind"], { on: true }, t("The study is blind.")) }, t("Hide coders from each other"));
    return el(
        "div",
        { class: "notice" },
        el("p", {}, text),
        isCoordinator ? el("div", { class: "cluster" }, rule) : null,
        isCoordinator && isBlind ? el("details", {}, el("summary", {}, t("Open single documents")), documentList(send)) : null,
    );
}

/**
 * Returns the documents with who has marked them as done, and a button each that opens them to all coders.
 * @param {(path: string[], body: unknown, done: string) => unknown} send
 */
function documentList(send) {
    const rows = session.documents.get().map(({ id, title, done }) => {
        const name = title || id;
        const open = () => send(["rules", "open", id], { open: true }, t("Opened {document} to all coders.", { document: name }));
        const close = () => send(["rules", "open", id], { open: false }, t("Closed {document} again.", { document: name }));
        return el(
            "li",
            { class: "cluster" },
            el("bdi", {}, name),
            el("span", { class: "source" }, done.length > 0 ? t("done: {coders}", { coders: done.join(", ") }) : t("done: no one")),
            el("button", { "aria-label": t("Open {document}", { document: name }), onclick: open }, t("Open")),
            el("button", { class: "quiet", "aria-label": t("Close {document}", { document: name }), onclick: close }, t("Close")),
        );
    });
    return el("ul", { class: "plain" }, rows);
}
