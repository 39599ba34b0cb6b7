// @ts-check
import { api } from "../core/api.js";
import { command } from "../core/commands.js";
import { ask } from "../core/dialog.js";
import { el, replace } from "../core/elements.js";
import { session } from "../core/session.js";
import { say } from "../core/status.js";
import { t } from "../core/words.js";
import { text } from "../analysis/fields.js";
import { disagreementView } from "./disagreement.js";

/**
 * @typedef {import("./disagreement.js").Answer} Answer
 * @typedef {import("./disagreement.js").Disagreement} Disagreement
 * @typedef {import("./disagreement.js").Verdict} Verdict
 */

/** Returns the pane that shows one disagreement after another, and keeps what the user decides. */
export function decisionPane() {
    /** @type {Answer} */
    let answer = { coders: [], unit: "passage", total: 0, decided: 0, disagreements: [] };
    let index = 0;
    const element = el("section", { class: "decide", tabindex: "-1", "aria-label": t("Disagreements") });
    const current = () => answer.disagreements[index];

    const draw = () => {
        const hadFocus = element.contains(document.activeElement);
        const one = current();
        replace(element, one ? disagreementView(answer, one, index, { decide, note, move }) : el("p", { class: "empty" }, t("The coders agree in all they have both coded.")));
        if (hadFocus) element.focus();
    };
    /** @param {number} step */
    const move = (step) => {
        index = Math.max(0, Math.min(answer.disagreements.length - 1, index + step));
        draw();
        element.focus();
    };
    const moveToOpen = () => {
        const after = [...answer.disagreements.keys()].map((place) => (index + place) % answer.disagreements.length);
        index = after.find((place) => !answer.disagreements[place].outcome) ?? index;
        draw();
        element.focus();
    };
    /** @param {Verdict} choice */
    const decide = async (choice) => {
        const one = current();
        if (!one) return;
        await keepOutcome(one, choice, codesOf(answer, one, choice), one.outcome?.note ?? null);
        const left = answer.disagreements.filter(({ outcome }) => !outcome).length;
        say(left > 0 ? t("Kept for {coder}. {n} left.", { coder: "consensus", n: left }) : t("All disagreements are decided."));
        moveToOpen();
    };
    const note = async () => {
        const one = current();
        if (!one) return;
        const { input, element: field } = text(t("Note"), one.outcome?.note ?? "", { rows: "4", autofocus: true });
        const buttons = [{ label: t("Cancel"), value: "" }, { label: t("Save"), value: "go", isPrimary: true }];
        if ((await ask({ title: t("Note on the decision"), content: field, buttons })) !== "go") return;
        notes.set(one.id, input.value);
        if (one.outcome) await keepOutcome(one, one.outcome.choice, one.outcome.codes, input.value);
        else say(t("The note is kept with your decision."));
        draw();
    };
    /**
     * Notes written before the decision.
     * @type {Map<string, string>}
     */
    const notes = new Map();
    /**
     * @param {Disagreement} one
     * @param {Verdict} choice
     * @param {string[]} codes
     * @param {string | null} given
     */
    const keepOutcome = async (one, choice, codes, given) => {
        const words = given ?? notes.get(one.id) ?? "";
        const { document, hash, start, end } = one;
        await api.put(`/reconciliations/${encodeURIComponent(one.id)}`, { document, hash, start, end, codes, choice, note: words });
        one.outcome = { choice, codes, note: words, coder: session.me.get(), at: new Date().toISOString() };
    };

    const screens = ["compare"];
    const when = () => current() !== undefined;
    const [first, second] = [() => answer.coders[0] ?? "", () => answer.coders[1] ?? ""];
    command({ id: "compare.one", name: t("Decide for the first coder"), keys: ["1"], screens, when: () => when() && first() !== "", run: () => decide("one") });
    command({ id: "compare.other", name: t("Decide for the second coder"), keys: ["2"], screens, when: () => when() && second() !== "", run: () => decide("other") });
    command({ id: "compare.both", name: t("Decide for the codes of both"), keys: ["3"], screens, when, run: () => decide("both") });
    command({ id: "compare.neither", name: t("Decide for no code"), keys: ["4"], screens, when, run: () => decide("neither") });
    command({ id: "compare.note", name: t("Write a note on the decision"), keys: ["n"], screens, when, run: note });
    command({ id: "compare.next", name: t("Next disagreement"), keys: ["j", "ArrowRight"], screens, when, run: () => move(1) });
    command({ id: "compare.previous", name: t("Previous disagreement"), keys: ["k", "ArrowLeft"], screens, when, run: () => move(-1) });
    command({ id: "compare.open", name: t("Next undecided disagreement"), keys: ["u"], screens, when, run: moveToOpen });

    return {
        element,
        focus: () => element.focus({ preventScroll: true }),
        /** @param {string} why there is nothing to decide */
        explain(why) {
            answer = { ...answer, disagreements: [] };
            replace(element, el("p", { class: "empty" }, why));
        },
        /** @param {Answer} now */
        update(now) {
            const shown = now.disagreements.findIndex(({ id }) => id === current()?.id);
            index = Math.max(0, shown >= 0 ? shown : now.disagreements.findIndex(({ outcome }) => !outcome));
            answer = now;
            draw();
        },
    };
}

/**
 * Returns the codes that a choice keeps.
 * @param {Answer} answer
 * @param {Disagreement} one
 * @param {Verdict} choice
 */
function codesOf({ coders }, { codes }, choice) {
    const [first, second] = coders.map((coder) => codes[coder] ?? []);
    if (choice === "one") return first;
    if (choice === "other") return second;
    return choice === "both" ? [...new Set([...first, ...second])] : [];
}
