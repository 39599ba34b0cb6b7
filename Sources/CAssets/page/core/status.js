// @ts-check
import { el, p, replace, span } from "./elements.js";
import { t } from "./words.js";

const line = el("p", { id: "status-line", role: "status" });
const alert = el("div", { id: "status-alert", role: "alert" });
export const statusBar = () => el("footer", { class: "status" }, alert, line);
/** Shows and speaks what happened. The same words twice are a change only if the node is new. */
export const say = (text) => replace(line, span("", text));

export function fail(problem) {
  // The page itself says that its link is old.
  if (problem.status === 401) return;
  const words = [problem.where, problem.what ?? problem.message].filter(Boolean).join(": ");
  const text = p("", el("strong", {}, words), " ", problem.suggestion);
  replace(line);
  replace(alert, text, quietButton("×", () => replace(alert), t("Close")));
}

/** Returns a button. What its work throws is shown. */
export function button(label, run, attributes = {}) {
  return el("button", { type: "button", onclick: () => Promise.resolve().then(run).catch(fail), ...attributes }, label);
}

export const quietButton = (label, run, name = label) =>
  button(label, run, { class: "quiet", "aria-label": name, title: name === label ? null : name });
