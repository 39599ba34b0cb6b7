// @ts-check
import {
  api, bdi, confirmed, div, hint, inDocuments, items, p, reloadCodebook, say, session, t,
} from "../analysis/kit.js";

/**
 * Shows what a step of the codebook touches, and makes it if the user confirms. Returns whether it was made.
 * @param {{title: string, action: string, done: string, isDanger?: boolean}} words `done` is said after the step
 * @returns {Promise<boolean>}
 */
export async function propose(edit, words) {
  const touched = await api.post("/codebook/preview", edit);
  const goesOn = await confirmed(words.title, touchedView(touched), words.action, { isDanger: words.isDanger });
  return goesOn && commit(edit, words);
}

/** Makes a step. If someone else changed the codebook, shows what changed, and proposes the step on the present codebook. */
export async function commit(edit, words) {
  const { version, codes } = session.codebook.get();
  try {
    await api.post("/codebook/edits", edit, { "If-Match": `"${version}"` });
  } catch (/** @type {any} */ problem) {
    if (problem.status !== 412) throw problem;
    await reloadCodebook();
    const changes = [p("", problem.what), changesView(codes, session.codebook.get().codes)];
    const goesOn = await confirmed(t("The codebook changed in the meantime"), changes, t("Go on with the present codebook"));
    return goesOn && propose(edit, words);
  }
  await reloadCodebook();
  say(words.done);
  return true;
}

/** Returns what a step touches, in sentences. Under a blind rule the server leaves out numbers of others. */
function touchedView({ codes, codings, documents, removed, automatic, memos, coders }) {
  const counted = t("{n} coding{s}", { n: codings });
  const lines = [
    codes > 1 && t("{n} codes, with those below them", { n: codes }),
    codings > 0 && (documents === null ? counted : inDocuments(counted, documents)),
    removed > 0 && t("{n} coding{s} are removed", { n: removed }),
    automatic > 0 && t("{n} automatic coding{s}", { n: automatic }),
    memos > 0 && t("{n} memo{s}", { n: memos }),
  ].filter(Boolean);
  if (lines.length === 0) return p("", t("No codings and no memos are touched."));
  const known = (coders ?? []).filter((coder) => coder.codings !== null);
  const shares = known.map(({ name, codings: n }) => [bdi(name), ": ", t("{n} coding{s}", { n })]);
  const byCoder = shares.length > 0 && [p("", t("By coder:")), items("", shares)];
  return div("touched", p("", t("This touches:")), items("", lines), byCoder, hint(t("It is one action. Ctrl-Z takes it back.")));
}

/** Returns how a codebook differs from an earlier one. */
function changesView(before, after) {
  const old = new Map(before.map((code) => [code.path, definitionOf(code)]));
  const now = new Set(after.map(({ path }) => path));
  const changes = after.filter((code) => old.get(code.path) !== definitionOf(code)).map(({ path: code }) => {
    return old.has(code) ? t("Changed: {code}", { code }) : t("New: {code}", { code });
  });
  const gone = before.filter(({ path }) => !now.has(path)).map(({ path: code }) => t("No longer there: {code}", { code }));
  return items("", [...changes, ...gone]);
}

/** Returns a text that is the same as long as the code is defined in the same way, whatever it counts. */
export function definitionOf(code) {
  const { codings, automatic, documents, ...rest } = code ?? {};
  return JSON.stringify(rest);
}
