// @ts-check
import { field, textArea } from "../analysis/fields.js";
import { addActions, api, confirmed, el, note, replace, say, session, t } from "../analysis/kit.js";
import { disagreementView } from "./disagreement.js";

/** Returns the pane that shows one disagreement after another, and keeps what the user decides. */
export function decisionPane() {
  /** @type {import("./disagreement.js").Answer} */
  let answer = { coders: [], total: 0, disagreements: [] };
  let index = 0;
  /** Notes written before the decision, by the id of the disagreement. */
  const notes = new Map();
  const element = el("section", { class: "decide", tabindex: "-1", "aria-label": t("Disagreements") });
  const current = () => answer.disagreements[index];

  const draw = () => {
    const hadFocus = element.contains(document.activeElement);
    const agree = note(t("The coders agree in all they have both coded."));
    replace(element, current() ? disagreementView(answer, index, { decide, note: writeNote, move }) : agree);
    if (hadFocus) element.focus();
  };
  const show = (place) => {
    index = place;
    draw();
    element.focus();
  };
  const move = (step) => show(Math.max(0, Math.min(answer.disagreements.length - 1, index + step)));
  const moveToOpen = () => {
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
    moveToOpen();
  };
  const writeNote = async () => {
    const one = current();
    const area = textArea(one.outcome?.note ?? notes.get(one.id), { rows: "4", autofocus: true });
    if (!(await confirmed(t("Note on the decision"), field(t("Note"), area), t("Save")))) return;
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
    ["one", t("Decide for the first coder"), "1", () => decide("one")],
    ["other", t("Decide for the second coder"), "2", () => decide("other")],
    ["both", t("Decide for the codes of both"), "3", () => decide("both")],
    ["neither", t("Decide for no code"), "4", () => decide("neither")],
    ["note", t("Write a note on the decision"), "n", writeNote],
    ["next", t("Next disagreement"), "j ArrowRight", () => move(1)],
    ["previous", t("Previous disagreement"), "k ArrowLeft", () => move(-1)],
    ["open", t("Next undecided disagreement"), "u", moveToOpen],
  ];
  addActions("compare", actions.map((action) => [...action, () => current() !== undefined]));

  return {
    element,
    focus: () => element.focus({ preventScroll: true }),
    /** Says why there is nothing to decide. */
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
