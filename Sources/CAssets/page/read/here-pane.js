// @ts-check
import { el, replace, tint } from "../core/elements.js";
import { codeAt, codeColor, codeName, session } from "../core/session.js";
import { plural, t, when } from "../core/words.js";
import { shorten } from "./coding.js";
import { memosOf, spanFor, spansHere } from "./here.js";
import { changes, reading, view } from "./reading.js";
import { decide, recode, removeCoding, writeMemo } from "./span-actions.js";

/**
 * @typedef {import("./spans.js").Span} Span
 * @typedef {import("../core/types.js").Memo} Memo
 */

const content = el("div", { class: "here" });
let frame = 0;
let drawn = "";

/** Returns the pane of what is at the caret: codings with their actions, and memos. */
export function herePane() {
    const schedule = () => {
        if (frame === 0) frame = requestAnimationFrame(draw);
    };
    changes.subscribe(schedule);
    document.addEventListener("selectionchange", schedule);
    return el("aside", { class: "pane here-pane", "aria-label": t("Here") }, el("h2", {}, t("Here")), content);
}

function draw() {
    frame = 0;
    const spans = spansHere();
    const current = spanFor("own", "other", "automatic");
    const memos = memosOf(null);
    const lost = [...reading.codings.values()].filter((coding) => coding.state === "lost").length;
    // The pane is made again only if it says something else, so that the focus stays in it.
    const state = JSON.stringify([spans.map(({ automatic, coding, key, isPending }) => [key, coding, automatic?.verdicts, isPending]), current?.key, [...reading.memos.values()], lost]);
    if (state === drawn) return;
    drawn = state;
    const focused = content.contains(document.activeElement) ? document.activeElement?.getAttribute("aria-label") ?? "" : null;
    replace(
        content,
        spans.length === 0 ? el("p", { class: "empty" }, t("No coding here. Select words and press a digit or C.")) : null,
        spans.map((span) => card(span, span === current && spans.length > 1)),
        el("h3", {}, t("Memos on the document")),
        memos.map((memo) => memoView(memo, null)),
        el("button", { class: "quiet", onclick: () => void writeMemo(null) }, t("Write a memo")),
        lost > 0 ? el("p", { class: "empty" }, plural(lost, "{n} coding has lost its words in this document.", "{n} codings have lost their words in this document.")) : null,
    );
    if (focused === null) return;
    const buttons = [...content.querySelectorAll("button")];
    (buttons.find((button) => button.getAttribute("aria-label") === focused) ?? buttons[0])?.focus();
}

/** @param {Span} span @param {boolean} isCurrent */
function card(span, isCurrent) {
    const words = span.pieces.map(([start, end]) => view.list.words(view.list.place(start), view.list.place(end))).join(" … ");
    const who = span.kind === "automatic" ? t("automatic") : span.coder;
    const notes = [span.isPending ? t("not yet saved") : null, span.isUnsure ? t("needs review") : null].filter((note) => note !== null);
    return tint(
        el(
            "article",
            { class: `card ${span.kind}${isCurrent ? " current" : ""}`, "aria-current": isCurrent ? "true" : null },
            el("h3", { title: codeAt(span.code)?.definition || null }, el("span", { class: `swatch ${span.kind}` }), el("span", { dir: "auto" }, codeName(span.code))),
            el("p", { class: "who" }, [who, ...notes].join(" · ")),
            el("p", { class: "quote", dir: "auto" }, `“${shorten(words, 120)}”`),
            memosOf(span).map((memo) => memoView(memo, span)),
            el("div", { class: "buttons" }, actions(span)),
        ),
        codeColor(span.code),
    );
}

/** @param {Span} span */
function actions(span) {
    /** @type {[string, () => unknown][]} */
    const all =
        span.kind === "automatic"
            ? [[t("Accept"), () => decide("accepted", span)], [t("Reject"), () => decide("rejected", span)]]
            : [[t("Memo"), () => writeMemo(span)]];
    if (span.kind === "own") all.push([t("Recode"), () => recode(span)], [t("Remove"), () => removeCoding(span)]);
    return all.map(([name, run]) => el("button", { "aria-label": `${name}: ${codeName(span.code)}`, onclick: () => void run() }, name));
}

/** @param {Memo} memo @param {Span | null} span */
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
