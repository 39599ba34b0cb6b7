// @ts-check
import { connection, el, isRefused, linkTo, quietButton, runCommand, session, span, t, waiting } from "./index.js";

export function header(screens) {
  const title = el("strong", { class: "study" });
  const coder = span("coder");
  const saved = el("span", { class: "saved", role: "status" });
  const progress = el("span", { class: "progress", title: t("Passages that you coded or marked as done") });
  const draw = () => {
    const { name, coder: me } = session.study.get();
    title.textContent = name;
    coder.textContent = me;
    document.title = name ? `${name} · Tema` : "Tema";
    saved.textContent = savedState();
    saved.classList.toggle("trouble", connection.get() !== "live" || isRefused.get());
    progress.textContent = t("{n} %", { n: percentDone() });
  };
  [session.study, session.documents, waiting, connection, isRefused].forEach((one) => one.subscribe(draw));
  draw();
  const tabs = screens.map(({ id, name }) => el("a", { href: linkTo(id), "data-screen": id }, name));
  const nav = el("nav", { class: "tabs", "aria-label": t("Screens") }, tabs);
  const buttons = [[t("Actions"), "page.palette"], [t("Settings"), "page.settings"]];
  const head = el(
    "header",
    { class: "top" },
    [title, nav, coder, saved, progress],
    buttons.map(([name, id]) => quietButton(name, () => runCommand(id))),
  );
  new ResizeObserver(() => document.documentElement.style.setProperty("--head", `${head.offsetHeight}px`)).observe(head);
  return head;
}

function savedState() {
  if (isRefused.get()) return "";
  if (waiting.get() > 0) return t("{n} waiting", { n: waiting.get() });
  return { ended: t("Tema has ended"), lost: t("no connection"), live: t("saved") }[connection.get()];
}

function percentDone() {
  const me = session.me.get();
  const mine = session.documents.get().filter(({ assigned }) => assigned.length === 0 || assigned.includes(me));
  const sum = (count) => mine.reduce((total, row) => total + count(row), 0);
  const done = sum((row) => (row.done.includes(me) ? row.toCode : Math.min(row.coded, row.toCode)));
  return Math.floor((100 * done) / Math.max(1, sum((row) => row.toCode)));
}
