// @ts-check
import { codeAt, codeColor, codeName, el, framed, replace, session, t, when } from "../core/index.js";
import { shorten } from "./coding.js";
import { decide, memosOf, recode, removeCoding, spanFor, spansHere, writeMemo } from "./here.js";
import { changes, reading, view } from "./reading.js";

const content = el("div", { class: "here" });
export const herePane = el("aside", { class: "pane here-pane", "aria-label": t("Here") }, el("h2", {}, t("Here")), content);
const schedule = framed(draw);
changes.subscribe(schedule);
document.addEventListener("selectionchange", schedule);
let drawn = "";

function draw() {
  const spans = spansHere();
  const current = spanFor("own", "other", "automatic");
  const lost = [...reading.codings.values()].filter(({ state }) => state === "lost").length;
  // The pane is made again only if it says something else, so that the focus stays in it.
  const state = JSON.stringify([spans, current?.key, [...reading.memos.values()], lost]);
  if (state === drawn) return;
  drawn = state;
  const lostWords = t("{n} coding{s} without words in this document.", { n: lost });
  const focused = content.contains(document.activeElement) ? document.activeElement?.getAttribute("aria-label") ?? "" : null;
  replace(
    content,
    spans.length === 0 ? el("p", { class: "empty" }, t("No coding here. Select words and press a digit or C.")) : null,
    spans.map((span) => card(span, span === current && spans.length > 1)),
    el("h3", {}, t("Memos on the document")),
    memosOf(null).map((memo) => memoView(memo, null)),
    el("button", { class: "quiet", onclick: () => void writeMemo(null) }, t("Write a memo")),
    lost > 0 ? el("p", { class: "empty" }, lostWords) : null,
  );
  if (focused === null) return;
  const buttons = [...content.querySelectorAll("button")];
  (buttons.find((button) => button.getAttribute("aria-label") === focused) ?? buttons[0])?.focus();
}

function card(span, isCurrent) {
  const { code, kind, pieces } = span;
  const words = pieces.map(([start, end]) => view.list.words(view.list.place(start), view.list.place(end))).join(" … ");
  const who = kind === "automatic" ? t("automatic") : span.coder;
  const notes = [who, span.isPending && t("not yet saved"), span.isUnsure && t("needs review")];
  return el(
    "article",
    { class: `card ${kind}`, "aria-current": isCurrent ? "true" : null, "--code": codeColor(code) },
    el("h3", { title: codeAt(code)?.definition }, el("span", { class: `swatch ${kind}` }), el("span", { dir: "auto" }, codeName(code))),
    el("p", { class: "who" }, notes.filter(Boolean).join(" · ")),
    el("p", { class: "quote", dir: "auto" }, `“${shorten(words, 120)}”`),
    memosOf(span).map((memo) => memoView(memo, span)),
    el("div", { class: "buttons" }, actions(span)),
  );
}

function actions(span) {
  const button = (name, run) => el("button", { "aria-label": `${name}: ${codeName(span.code)}`, onclick: () => void run() }, name);
  if (span.kind === "automatic") {
    return [button(t("Accept"), () => decide("accepted", span)), button(t("Reject"), () => decide("rejected", span))];
  }
  const memo = button(t("Memo"), () => writeMemo(span));
  if (span.kind !== "own") return memo;
  return [memo, button(t("Recode"), () => recode(span)), button(t("Remove"), () => removeCoding(span))];
}

function memoView(memo, span) {
  const isOwn = memo.coder === session.me.get();
  return el(
    "div",
    { class: "memo" },
    el("p", { dir: "auto" }, memo.text),
    el("p", { class: "who" }, memo.coder, " · ", el("time", { datetime: memo.at }, when(memo.at))),
    isOwn ? el("button", { class: "quiet", onclick: () => void writeMemo(span, memo) }, t("Change")) : null,
  );
}
