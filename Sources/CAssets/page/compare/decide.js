// @ts-check
import {
  addActions, api, bdi, button, cluster, codeLabel, confirmed, div, el, items, keyHint, note, ownText, p, readLink, replace,
  runCommand, say, session, span, t, textArea,
} from "../analysis/kit.js";

/** Returns the pane that shows one disagreement after another, and keeps what the user decides. */
export function decisionPane() {
  /** @type {Disagreements} */
  let answer = { coders: [], total: 0, disagreements: [] };
  let index = 0;
  /** Notes written before the decision, by the id of the disagreement. */
  const notes = new Map();
  const element = el("section", { class: "decide", tabindex: "-1", "aria-label": t("Disagreements") });
  const current = () => answer.disagreements[index];

  const draw = () => {
    const hadFocus = element.contains(document.activeElement);
    replace(element, current() ? disagreementView(answer, index) : note(t("The coders agree in all they have both coded.")));
    if (hadFocus) element.focus();
  };
  const show = (place) => {
    index = Math.max(0, Math.min(answer.disagreements.length - 1, place));
    draw();
    element.focus();
  };
  const showOpen = () => {
    const { disagreements } = answer;
    const order = disagreements.map((_, place) => (index + place) % disagreements.length);
    show(order.find((place) => !disagreements[place].outcome) ?? index);
  };
  const decide = async (choice) => {
    const one = current();
    const [first = [], second = []] = answer.coders.map((coder) => one.codes[coder]);
    const codes = { one: first, other: second, both: [...new Set([...first, ...second])] }[choice] ?? [];
    await keepOutcome(one, choice, codes, one.outcome?.note ?? notes.get(one.id));
    const n = answer.disagreements.filter(({ outcome }) => !outcome).length;
    say(n > 0 ? t("Kept for {coder}. {n} left.", { coder: "consensus", n }) : t("All disagreements are decided."));
    showOpen();
  };
  const writeNote = async () => {
    const one = current();
    const title = t("Note on the decision");
    const area = textArea(one.outcome?.note ?? notes.get(one.id), { rows: "4", autofocus: true, "aria-label": title });
    if (!(await confirmed(title, area, t("Save")))) return;
    notes.set(one.id, area.value);
    if (one.outcome) await keepOutcome(one, one.outcome.choice, one.outcome.codes, area.value);
    else say(t("The note is kept with your decision."));
    draw();
  };
  const keepOutcome = async (one, choice, codes, note = "") => {
    const { id, document, hash, start, end } = one;
    await api.put(`/reconciliations/${encodeURIComponent(id)}`, { document, hash, start, end, codes, choice, note });
    one.outcome = { choice, codes, note, coder: session.me.get() };
  };

  const actions = [
    ["one", t("One coder"), "1", () => decide("one")],
    ["other", t("Other coder"), "2", () => decide("other")],
    ["both", t("Both"), "3", () => decide("both")],
    ["neither", t("Neither"), "4", () => decide("neither")],
    ["note", t("Note on the decision"), "n", writeNote],
    ["next", t("Next"), "j ArrowRight", () => show(index + 1)],
    ["previous", t("Previous"), "k ArrowLeft", () => show(index - 1)],
    ["open", t("Next undecided"), "u", showOpen],
  ];
  addActions("compare", actions.map((action) => [...action, () => current() !== undefined]));

  return {
    element,
    focus: () => element.focus({ preventScroll: true }),
    explain(why) {
      answer.disagreements = [];
      replace(element, note(why));
    },
    update(now) {
      const { disagreements } = now;
      const shown = disagreements.findIndex(({ id }) => id === current()?.id);
      index = Math.max(0, shown >= 0 ? shown : disagreements.findIndex(({ outcome }) => !outcome));
      answer = now;
      draw();
    },
  };
}

/** @type {(answer: Disagreements, index: number) => Child} */
function disagreementView({ coders, disagreements }, index) {
  const one = disagreements[index];
  const all = disagreements.length;
  const decided = disagreements.filter(({ outcome }) => outcome).length;
  const codesOf = (coder, place) => {
    const others = one.codes[coders[1 - place]] ?? [];
    const codes = (one.codes[coder] ?? []).map((path) => el(others.includes(path) ? "span" : "strong", {}, codeLabel(path)));
    return div("coder-codes", el("h3", {}, bdi(coder)), codes.length > 0 ? items("plain", codes) : p("", t("no code")));
  };
  const act = (key, label, id, style = "") => {
    const state = one.outcome ? { "aria-pressed": one.outcome.choice === id } : {};
    const attributes = { "aria-keyshortcuts": key, class: style, ...(Number(key) > 0 && state) };
    return button([keyHint(key), " ", label], () => runCommand(`compare.${id}`), attributes);
  };
  const [first, second] = coders.map((coder) => t("{coder}'s", { coder }));
  return [
    cluster(
      el("h2", {}, t("{n} of {all}", { n: index + 1, all })),
      el("progress", { max: all, value: decided, "aria-label": t("Disagreements") }),
      span("source", t("{n} decided", { n: decided })),
    ),
    p("source", bdi(one.title || one.document), ` · ${t("passage {n}", { n: one.passage })} · `, readLink(one)),
    ownText("context", one.before),
    el("blockquote", { dir: "auto" }, one.text),
    ownText("context", one.after),
    div("side-by-side", coders.map(codesOf)),
    cluster(
      act("1", first, "one"), act("2", second, "other"), act("3", t("Both"), "both"), act("4", t("Neither"), "neither"),
      act("N", t("Note on the decision"), "note"),
    ),
    one.outcome && outcomeView(one.outcome),
    cluster(act("K", t("Previous"), "previous", "quiet"), act("J", t("Next"), "next", "quiet")),
  ];
}

function outcomeView({ codes, note, coder }) {
  const kept = codes.length > 0 ? codes.map((path) => [codeLabel(path), " "]) : t("no code");
  return div("outcome", p("", bdi(coder), ": ", kept), ownText("memo", note));
}
