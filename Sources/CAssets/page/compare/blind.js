// @ts-check
import { api, bdi, button, cluster, el, items, p, pathOf, reloadDocuments, say, session, span, t } from "../analysis/kit.js";

/**
 * Returns what a blind study hides and until when, with the coordinator's buttons; null if there is nothing to say.
 * `onchange` is called when the coordinator has changed what is hidden.
 */
export function blindNotice(onchange) {
  const { isBlind, isCoordinator } = session.study.get();
  if (!isBlind && !isCoordinator) return null;
  const visible = t("All coders see each other's codings.");
  const hidden = t(
    "This study is blind: you see another coder's codings of a document only when both of you have marked it as done, " +
      "or when the coordinator opens it.",
  );
  const send = async (path, body, done) => {
    await api.put(pathOf(["rules", ...path]), body);
    await reloadDocuments();
    session.study.set(await api.get("/study"));
    say(done);
    onchange();
  };
  const setBlind = (on) => send(["blind"], { on }, on ? t("The study is blind.") : visible);
  const rule = button(isBlind ? t("End the blind rule") : t("Hide coders from each other"), () => setBlind(!isBlind));
  const controls = isCoordinator && [cluster(rule), isBlind && documentList(send)];
  return el("div", { class: "notice" }, p("", isBlind ? hidden : visible), controls);
}

/** Returns the documents with who has marked them as done, and a button each that opens it to all coders, or closes it again. */
function documentList(send) {
  const rows = session.documents.get().map(({ id, title, done, isOpen }) => {
    const values = { document: title || id };
    const said = isOpen ? t("Closed {document} again.", values) : t("Opened {document} to all coders.", values);
    const name = isOpen ? t("Close {document}", values) : t("Open {document}", values);
    const toggle = () => send(["open", id], { open: !isOpen }, said);
    const doneBy = done.length > 0 ? t("done: {coders}", { coders: done.join(", ") }) : t("done: no one");
    return cluster(bdi(values.document), span("source", doneBy), button(isOpen ? t("Close") : t("Open"), toggle, { "aria-label": name }));
  });
  return el("details", {}, el("summary", {}, t("Open single documents")), items("plain", rows));
}
