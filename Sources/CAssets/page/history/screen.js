// @ts-check
import {
  addActions, api, bdi, button, cluster, codeName, div, el, get, hint, language, reloadCodebook, say, session, span, t,
} from "../analysis/kit.js";
import { feed } from "../analysis/feed.js";

const mine = el("input", { type: "checkbox", onchange: () => list.reload() });
const list = feed({
  screen: "history",
  label: t("History"),
  concerns: () => true,
  fetch: async (before) => {
    const { actions, more } = await get("history", { before, mine: mine.checked ? 1 : 0, limit: 100 });
    return { items: actions, next: more ? actions.at(-1).number : null };
  },
  draw: actionView,
});
addActions("history", [
  ["undo", t("Undo"), "u Delete", () => undo(list.current()), () => list.current()?.coder === session.me.get()],
  ["mine", t("Only mine"), "m", () => mine.click()],
]);

export const screen = { id: "history", name: t("History"), key: "7", show };

async function show(root) {
  if (!root.firstChild) {
    const head = cluster(el("h1", {}, t("History")), el("label", { class: "inline" }, mine, " ", t("Only mine")));
    root.append(head, list.element, hint(t("U undoes an action of your own. M shows only yours.")));
  }
  await list.show(false);
}

function actionView(action, before) {
  const { number: n, at, coder, reverts, canUndo } = action;
  const day = dayOf(action);
  return [
    (!before || dayOf(before) !== day) && el("h2", {}, day),
    div(
      "cluster action",
      el("time", { datetime: at }, inLanguage(action, { timeStyle: "short" })),
      bdi(coder, "coder"),
      el("strong", {}, nameOf(action)),
      el("span", { class: "what", dir: "auto" }, detailOf(action)),
      reverts && span("tag", t("undoes {n}", { n: reverts })),
      span("source", `#${n}`),
      canUndo && button(t("Undo"), () => undo(action), { "aria-label": `${t("Undo")} #${n}` }),
    ),
  ];
}

const inLanguage = ({ at }, style) => new Intl.DateTimeFormat(language, style).format(new Date(at));
const dayOf = (action) => inLanguage(action, { dateStyle: "full" });

async function undo(action) {
  await api.post("/undo", { action: action.number });
  await reloadCodebook();
  await list.reload();
  say(t("Taken back: {detail}", { detail: `${nameOf(action)} ${detailOf(action)}` }));
}

const names = {
  import: t("Import documents"), "text import": t("Import codings"), tag: t("Code"), untag: t("Remove"),
  resize: t("Change the words"), recode: t("Recode"), reanchor: t("Move"), accept: t("Accept"), reject: t("Reject"),
  memo: t("Memo"), "memo edit": t("Memo"), "memo remove": t("Remove"),
  "codebook import": t("Import a codebook"), "codebook add": t("New code"),
  "codebook edit": t("Definition"), "codebook rename": t("Rename"), "codebook move": t("Move"), "codebook merge": t("Merge"),
  "codebook split": t("Split"), "codebook retire": t("Retire"), done: t("done"), reconcile: t("Compare"), merge: t("Merge"),
  code: t("automatic"), coders: t("Coder"), undo: t("Undo"), redo: t("Redo"),
};
const nameOf = ({ name }) => names[name] ?? name;
/** Returns the detail with the names of codes instead of their paths, and without ids. The word after “in” is a document. */
const detailOf = ({ detail }) => detail.replace(/ [0-9a-f]{32}\b/g, "").replace(/(?<!\bin )[^\s,]+/g, codeName);
