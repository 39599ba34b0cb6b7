// @ts-check
import { el, replace } from "./elements.js";
import { t } from "./words.js";

/**

 * What failed, and what to do about it.

 * @typedef {{what?: string, message?: string, where?: string | null, suggestion?: string | null, status?: number}} Failure

 */

const line = el("p", { id: "status-line", role: "status", "aria-live": "polite" });
const alert = el("div", { id: "status-alert", role: "alert" });

/** Returns the foot of the page: a line that is also spoken, and the place of the last failure. */
export function statusBar() {
    return el("footer", { class: "status" }, alert, line);
}

/**
 * Shows and speaks what happened.
 * @param {string} text
 */
export function say(text) {
    // The same words twice are a change only if the node is new.
    replace(line, el("span", {}, text));
}

/**
 * Shows and speaks a failure until it is closed or another one follows.
 * @param {unknown} problem
 */
export function fail(problem) {
    const failure = /** @type {Failure} */ (typeof problem === "object" && problem ? problem : { what: String(problem) });
    // The page then says that the link is old, instead of each request.
    if (failure.status === 401) return;
    replace(line);
    const where = failure.where ? `${failure.where}: ` : "";
    const close = el("button", { class: "quiet", "aria-label": t("Close"), onclick: () => replace(alert) }, "×");
    replace(
        alert,
        el("p", {}, el("strong", {}, `${where}${failure.what ?? failure.message ?? "?"}`), failure.suggestion ? ` ${failure.suggestion}` : null),
        close,
    );
}
