// @ts-check
import {
  api, bdi, codeLabel, confirmed, div, hint, inDocuments, items, p, reloadCodebook, say, session, t,
} from "../analysis/kit.js";

/** Shows which codings and memos a step touches, and makes it if the user confirms. Returns whether it was made. */
export async function propose(edit, title, action) {
  const touched = await api.post("/codebook/preview", edit);
  return (await confirmed(title, touchedView(touched), action, { isDanger: edit.edit === "retire" })) && commit(edit, title);
}

/** Makes a step. If someone else changed the codebook, shows which codes changed, and asks whether to go on. */
export async function commit(edit, title) {
  const { version, codes } = session.codebook.get();
  try {
    await api.post("/codebook/edits", edit, { "If-Match": `"${version}"` });
  } catch (/** @type {any} */ problem) {
    if (problem.status !== 412) throw problem;
    await reloadCodebook();
    const content = items("", changedCodes(codes, session.codebook.get().codes).map(codeLabel));
    return (await confirmed(t("The codebook was changed in the meantime."), content, t("Go on"))) && commit(edit, title);
  }
  await reloadCodebook();
  say(`${title}: ${t("done")}`);
  return true;
}

/** Returns what a step touches, in sentences. Under a blind rule the server leaves out numbers of others. */
function touchedView({ codes, codings, documents, removed, automatic, memos, coders }) {
  const counted = t("{n} coding{s}", { n: codings });
  const lines = [
    codes > 0 && t("{n} code{s} below it", { n: codes }),
    codings > 0 && (documents === null ? counted : inDocuments(counted, documents)),
    removed > 0 && t("{n} coding{s} removed", { n: removed }),
    automatic > 0 && t("{n} automatic coding{s}", { n: automatic }),
    memos > 0 && t("{n} memo{s}", { n: memos }),
    ...coders.map(({ name, codings: n }) => [bdi(name), ": ", t("{n} coding{s}", { n })]),
  ].filter(Boolean);
  if (lines.length === 0) return p("", t("No codings or memos are touched."));
  return div("", items("touched", lines), hint(t("It is one action. Ctrl-Z takes it back.")));
}

function changedCodes(before, after) {
  const [old, now] = [before, after].map((codes) => new Map(codes.map((code) => [code.path, definitionOf(code)])));
  return [...new Set([...now.keys(), ...old.keys()])].filter((path) => old.get(path) !== now.get(path));
}

/** Returns a text that is the same as long as the code is defined in the same way, whatever it counts. */
export function definitionOf(code) {
  const { codings, automatic, documents, ...rest } = code ?? {};
  return JSON.stringify(rest);
}
