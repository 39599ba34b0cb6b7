// @ts-check
import { el, replace } from "./elements.js";
import { t } from "./words.js";

const line = el("p", { id: "status-line", role: "status", "aria-live": "polite" });
const alert = el("div", { id: "status-alert", role: "alert" });
/** Returns the foot of the page: a line that is also spoken, and the place of the last failure. */
export const statusBar = () => el("footer", { class: "status" }, alert, line);
/** Shows and speaks what happened. The same words twice are a change only if the node is new. */
export const say = (text) => replace(line, el("span", {}, text));

/** Shows and speaks a failure, with its suggestion, until it is closed or another one follows. */
export function fail(problem) {
  // The page itself says that its link is old.
  if (problem?.status === 401) return;
  const words = `${problem?.where ? `${problem.where}: ` : ""}${problem?.what ?? problem?.message ?? problem}`;
  const text = el("p", {}, el("strong", {}, words), problem?.suggestion && ` ${problem.suggestion}`);
  replace(line);
  replace(alert, text, el("button", { class: "quiet", "aria-label": t("Close"), onclick: () => replace(alert) }, "×"));
}
