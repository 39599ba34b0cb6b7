// @ts-check
import { command } from "../core/commands.js";
import { undo } from "../read/coding.js";
import { t } from "../core/words.js";

/**
 * Adds undo and redo of the user's own actions to a screen.
 * @param {string} screen
 * @param {() => unknown} reload draws the screen again
 */
export function addUndo(screen, reload) {
    const screens = [screen];
    command({ id: `${screen}.take-back`, name: t("Take back your last action"), keys: ["Ctrl-z"], screens, run: () => undo("undo").then(reload) });
    command({ id: `${screen}.do-again`, name: t("Do again what you took back"), keys: ["Ctrl-Shift-z", "Ctrl-y"], screens, run: () => undo("redo").then(reload) });
}
