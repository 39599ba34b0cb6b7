// @ts-check
import {
  button, codeAt, codeColor, codeName, div, el, framed, p, quietButton, replace, session, span as inline, t, when,
} from "../core/index.js";
import { shorten } from "./coding.js";
import { decide, memosOf, recode, removeCoding, spanFor, spansHere, writeMemo } from "./here.js";
import { changes, reading, view } from "./reading.js";

const content = div("here");
export const herePane = el("aside", { class: "pane here-pane", "aria-label": t("Here") }, el("h2", {}, t("Here")), content);
const schedule = framed(draw);
changes.subscribe(schedule);
document.addEventListener("selectionchange", schedule);
let drawn = "";

function draw() {
  const spans = spansHere();
  const current = spanFor("own", "other", "automatic");
  const lost = [...reading.codings.values()].filter(({ state }) => state === "lost").length;
  const state = JSON.stringify([spans, current?.key, [...reading.memos.values()], lost]);
  if (state === drawn) return;
  drawn = state;
  replace(
    content,
    spans.length === 0 && p("empty", t("No coding here. Select words and press a digit or C.")),
    spans.map((span) => card(span, span === current && spans.length > 1)),
    el("h3", {}, t("Memos on the document")),
    memosOf().map((memo) => memoView(memo, null)),
    quietButton(t("Write a memo"), () => writeMemo(null)),
    lost > 0 && p("empty", t("{n} coding{s} without words in this document.", { n: lost })),
  );
}

function card(span, isCurrent) {
  const { code, kind, pieces } = span;
  const words = pieces.map(([start, end]) => view.list.words(view.list.place(start), view.list.place(end))).join(" … ");
  const who = kind === "automatic" ? t("automatic") : span.coder;
  const notes = [who, span.isPending && t("not yet saved"), span.isUnsure && t("needs review")];
  return el(
    "article",
    { class: `card ${kind}`, "aria-current": isCurrent || null, "--code": codeColor(code) },
    el("h3", { title: codeAt(code)?.definition }, inline("swatch"), el("bdi", {}, codeName(code))),
    p("who", notes.filter(Boolean).join(" · ")),
    el("p", { class: "quote", dir: "auto" }, `“${shorten(words, 120)}”`),
    memosOf(span).map((memo) => memoView(memo, span)),
    div("buttons", actions(span)),
  );
}

function actions(span) {
  const action = (name, run) => button(name, () => run(span), { "aria-label": `${name}: ${codeName(span.code)}` });
  if (span.kind === "automatic") {
    return [action(t("Accept"), () => decide("accepted", span)), action(t("Reject"), () => decide("rejected", span))];
  }
  return [
    action(t("Memo"), writeMemo),
    span.kind === "own" && [action(t("Recode"), recode), action(t("Remove"), removeCoding)],
  ];
}

const memoView = (memo, span) =>
  div(
    "memo",
    el("p", { dir: "auto" }, memo.text),
    p("who", memo.coder, " · ", el("time", { datetime: memo.at }, when(memo.at))),
    memo.coder === session.me.get() && quietButton(t("Change"), () => writeMemo(span, memo)),
  );
