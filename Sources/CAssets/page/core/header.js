// @ts-check
import { connection, el, isRefused, isStuck, linkTo, runCommand, session, t, waiting } from "./index.js";

/** Returns the head of the page: the study, the screens, the coder, whether all is saved, and the coder's progress. */
export function header(screens) {
  const title = el("strong", { class: "study" });
  const coder = el("span", { class: "coder" });
  const saved = el("span", { class: "saved", role: "status" });
  const explanation = t("Passages that you coded, and those of documents that you marked as done");
  const progress = el("span", { class: "progress", title: explanation });
  const draw = () => {
    const { name, coder: me } = session.study.get();
    title.textContent = name;
    coder.textContent = me;
    document.title = name ? `${name} · Tema` : "Tema";
    saved.textContent = savedState();
    saved.classList.toggle("trouble", isStuck.get() || connection.get() !== "live" || isRefused.get());
    progress.textContent = t("{n} %", { n: percentDone() });
  };
  [session.study, session.documents, waiting, isStuck, connection, isRefused].forEach((one) => one.subscribe(draw));
  draw();
  const button = (name, sign, id) => el("button", { class: "quiet", "aria-label": name, title: name, onclick: () => runCommand(id) }, sign);
  const head = el(
    "header",
    { class: "top" },
    title,
    el("nav", { class: "tabs", "aria-label": t("Screens") }, screens.map(tab)),
    [coder, saved, progress],
    button(t("Actions and keys"), "⌘", "page.palette"),
    button(t("Settings"), "⚙", "page.settings"),
  );
  new ResizeObserver(() => document.documentElement.style.setProperty("--head", `${head.offsetHeight}px`)).observe(head);
  return head;
}

const tab = ({ id, name }) => el("a", { href: linkTo(id), "data-screen": id }, name);

function savedState() {
  if (isRefused.get()) return "";
  if (waiting.get() > 0) return t("{n} waiting", { n: waiting.get() });
  if (connection.get() === "ended") return t("Tema has ended");
  return connection.get() === "lost" ? t("no connection") : t("saved");
}

/** Returns the coder's share of the passages to code, in percent. */
function percentDone() {
  const me = session.me.get();
  const mine = session.documents.get().filter(({ assigned }) => assigned.length === 0 || assigned.includes(me));
  const sum = (count) => mine.reduce((total, row) => total + count(row), 0);
  const all = sum((row) => row.toCode);
  const done = sum((row) => (row.done.includes(me) ? row.toCode : Math.min(row.coded, row.toCode)));
  return all === 0 ? 0 : Math.floor((100 * done) / all);
}
