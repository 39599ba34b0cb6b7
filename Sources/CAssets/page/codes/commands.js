// @ts-check
import { command, runCommand } from "../core/commands.js";
import { el } from "../core/elements.js";
import { keyLabel } from "../core/keys.js";
import { pickCode } from "../core/picker.js";
import { go } from "../core/route.js";
import { codeAt, reloadCodebook } from "../core/session.js";
import { t } from "../core/words.js";
import { addUndo } from "../analysis/undo.js";
import { addCode, mergeCode, moveCode, renameCode, retireCode } from "./edits.js";
import { splitCode } from "./split.js";

/**
 * What the actions need of the screen.
 * @typedef {object} CodesScreen
 * @property {() => string} selected the path of the selected code
 * @property {() => ReturnType<typeof import("./detail.js").codeDetail> | null} detail
 * @property {ReturnType<typeof import("./tree.js").codeTree>} tree
 * @property {(step: Promise<string | null>) => Promise<void>} follow selects the code that a step leads to
 */

const screens = ["codes"];

/**
 * Adds the actions of the screen. Letters alone find codes in the tree, so the keys have Shift.
 * @param {CodesScreen} screen
 */
export function addCodeCommands({ selected, detail, tree, follow }) {
    const find = async () => {
        const picked = await pickCode({ title: t("Find a code"), all: true });
        if (picked) tree.select(picked.path);
    };
    const when = () => codeAt(selected()) !== undefined;
    const code = () => /** @type {import("../core/types.js").Code} */ (codeAt(selected()));
    /** @type {(id: string, name: string, keys: string[], run: () => unknown) => void} */
    const add = (id, name, keys, run) => command({ id: `codes.${id}`, name, keys, screens, when, run });
    command({ id: "codes.find", name: t("Find a code"), keys: ["/"], screens, run: find });
    command({ id: "codes.add", name: t("New code"), keys: ["Shift-n"], screens, run: () => follow(addCode(codeAt(selected())?.parent ?? null)) });
    add("add-below", t("Add below"), ["Shift-b"], () => follow(addCode(selected())));
    add("rename", t("Rename"), ["Shift-r", "F2"], () => follow(renameCode(code())));
    add("move", t("Move"), ["Shift-m"], () => follow(moveCode(selected())));
    add("merge", t("Merge"), ["Shift-g"], () => follow(mergeCode(selected())));
    add("split", t("Split"), ["Shift-s"], () => follow(splitCode(code())));
    add("retire", t("Retire"), ["Delete"], () => follow(retireCode(code())));
    add("quotes", t("Show quotes"), ["Shift-q"], () => go("quotes", { code: selected() }));
    add("edit", t("Edit the definition"), ["Shift-e"], () => detail()?.focus());
    add("color", t("Change the colour"), ["Shift-c"], () => detail()?.color.focus());
    add("indicators", t("Edit the indicators"), ["Shift-i"], () => detail()?.indicators.focus());
    add("suggest", t("Suggest indicators"), ["Shift-w"], () => detail()?.suggestions.load());
    command({ id: "codes.tree", name: t("Go to the tree"), keys: ["Shift-t"], screens, run: () => tree.focus() });
    addUndo("codes", reloadCodebook);
}

/** Returns the buttons of the steps, with their keys. */
export function stepBar() {
    const steps = [
        ["add", t("New code"), "Shift-n"], ["add-below", t("Add below"), "Shift-b"], ["rename", t("Rename"), "F2"], ["move", t("Move"), "Shift-m"],
        ["merge", t("Merge"), "Shift-g"], ["split", t("Split"), "Shift-s"], ["retire", t("Retire"), "Delete"],
    ];
    const buttons = steps.map(([id, name, key]) =>
        el("button", { onclick: () => runCommand(`codes.${id}`), "aria-keyshortcuts": key.replace("-", "+") }, name, " ", el("kbd", { "aria-hidden": "true" }, keyLabel(key))),
    );
    return el("div", { class: "cluster steps", role: "toolbar", "aria-label": t("Steps on the code") }, buttons);
}
