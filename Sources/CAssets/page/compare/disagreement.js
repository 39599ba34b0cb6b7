// @ts-check
import { bdi, button, cluster, codeLabel, div, el, items, keyHint, ownText, p, span, t } from "../analysis/kit.js";
import { readLink } from "../analysis/quote.js";

/**
 * @typedef {{choice: "one" | "other" | "both" | "neither" | "own", codes: string[], note: string | null, coder: string}} Outcome
 * @typedef {{id: string, document: string, title: string, hash: string, passage: number, start: number, end: number,
 *   text: string, before: string, after: string, codes: Record<string, string[]>, outcome: Outcome | null}} Disagreement
 * @typedef {{coders: string[], total: number, disagreements: Disagreement[]}} Answer
 */

/**
 * Returns the disagreement at the index: its words in their context, each coder's codes, the choices and what was decided.
 * @param {Answer} answer
 */
export function disagreementView({ coders, disagreements }, index, { decide, note, move }) {
  const one = disagreements[index];
  const all = disagreements.length;
  const decided = disagreements.filter(({ outcome }) => outcome).length;
  const codesOf = (coder, place) => {
    const others = one.codes[coders[1 - place]] ?? [];
    const only = span("badge", t("only {coder}", { coder }));
    const codes = (one.codes[coder] ?? []).map((path) => [codeLabel(path), others.includes(path) ? null : only.cloneNode(true)]);
    return div("coder-codes", el("h3", {}, bdi(coder)), codes.length > 0 ? items("plain", codes) : p("", t("no code")));
  };
  const act = (key, label, run, attributes = {}) =>
    button([keyHint(key), " ", label], run, { "aria-keyshortcuts": key, ...attributes });
  const verdict = (key, label, choice) => act(key, label, () => decide(choice), { "aria-pressed": one.outcome?.choice === choice });
  const [first, second] = coders.map((coder) => t("{coder}'s", { coder }));
  return [
    cluster(
      el("h2", {}, t("{n} of {all}", { n: index + 1, all })),
      el("progress", { max: all, value: decided, "aria-label": t("Decided") }),
      span("source", t("{n} decided", { n: decided })),
    ),
    p("source", bdi(one.title), ` · ${t("passage {n}", { n: one.passage })} · `, readLink(one)),
    ownText("context", one.before),
    el("blockquote", { dir: "auto" }, one.text),
    ownText("context", one.after),
    div("side-by-side", coders.map(codesOf)),
    cluster(
      verdict("1", first, "one"),
      verdict("2", second, "other"),
      verdict("3", t("Both"), "both"),
      verdict("4", t("Neither"), "neither"),
      act("N", t("Note"), note),
    ),
    one.outcome && outcomeView(one.outcome),
    cluster(
      act("K", t("Previous"), () => move(-1), { class: "quiet" }),
      act("J", t("Next"), () => move(1), { class: "quiet" }),
    ),
  ];
}

function outcomeView({ codes, note, coder }) {
  const kept = codes.length > 0 ? codes.map((path) => [codeLabel(path), " "]) : t("no code");
  return div("outcome", p("", t("Decided by {coder}:", { coder }), " ", kept), ownText("memo", note));
}
