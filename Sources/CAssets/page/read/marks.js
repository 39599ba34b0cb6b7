// @ts-check
import { codeColor, codeName, el, t } from "../core/index.js";
import { view } from "./view.js";

/** Lines below the text are kept apart up to this level; the lanes beside the text show the rest. */
const lines = 3;

// Codings are nested marks. The text nodes joined are exactly the text. Returns the marks of each span, in order.
export function drawMarks(passage) {
  const block = view.blocks[passage];
  const text = view.list.texts[passage];
  const spans = view.near.has(passage) ? view.spans.at(passage) : [];
  const pieces = spans.flatMap((span) => piecesIn(passage, span)).sort((a, b) => a.span.level - b.span.level);
  const points = [...new Set([0, text.length, ...pieces.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const marks = new Map();
  const nodes = points.slice(0, -1).map((from, index) => {
    const to = points[index + 1];
    /** @type {Node} */
    let node = document.createTextNode(text.slice(from, to));
    for (const piece of pieces.filter((one) => one.from < to && from < one.to)) {
      node = markOf(piece, from, to, node);
      marks.set(piece.span, [...(marks.get(piece.span) ?? []), node]);
    }
    return node;
  });
  block.replaceChildren(...nodes);
  return { block, marks };
}

function piecesIn(passage, span) {
  const { list } = view;
  const length = list.texts[passage].length;
  return span.pieces.flatMap(([start, end]) => {
    const [first, last] = [list.place(start), list.place(end)];
    const from = first.passage < passage ? 0 : first.unit;
    const to = last.passage > passage ? length : last.unit;
    return first.passage <= passage && passage <= last.passage && from < to ? { span, from, to } : [];
  });
}

function markOf({ span, ...piece }, from, to, content) {
  const attributes = {
    class: classOf(span),
    "data-key": span.key,
    // The style sheet adds these to what screen readers speak, so that they hear where a coding begins and ends.
    "data-begin": piece.from === from ? `${spanLabel(span)}: ` : null,
    "data-end": piece.to === to ? t("end of {code}", { code: codeName(span.code) }) : null,
    "--level": Math.min(span.level, lines),
    "--code": codeColor(span.code),
  };
  return el("mark", attributes, content);
}

const classOf = ({ key, kind, isPending, isUnsure }) =>
  [kind, isPending && "pending", isUnsure && "unsure", key === view.chosen && "chosen"].filter(Boolean).join(" ");

export function spanLabel(span) {
  const code = codeName(span.code);
  if (span.kind === "automatic") return t("{code}, automatic", { code });
  return span.kind === "own" ? code : t("{code} by {coder}", { code, coder: span.coder });
}

// Each span has a stripe, and the name of its code where that fits, which stays in the window down to the next one. Lanes have
// no text nodes.
export function drawLanes({ block, stripes }) {
  stripes.sort((a, b) => a.top - b.top || a.span.lane - b.span.lane);
  const lanes = Math.max(...stripes.map(({ span }) => span.lane + 1));
  const gutter = el("span", { class: "lanes", "aria-hidden": true, "--lanes": lanes });
  const labels = [];
  let free = 0;
  const part = (name, span, top, height, attributes) =>
    el("span", { class: name, "data-key": span.key, "--top": `${top}px`, "--height": `${height}px`, ...attributes });
  for (const { span, top, bottom } of stripes) {
    const attributes = { title: spanLabel(span), "--lane": span.lane, "--code": codeColor(span.code) };
    gutter.append(part(`stripe ${classOf(span)}`, span, top, bottom - top, attributes));
    if (Math.max(top, free) > bottom) continue;
    labels.push({ span, top: Math.max(top, free), bottom });
    free = Math.max(top, free) + 18;
  }
  for (const [index, { span, top, bottom }] of labels.entries()) {
    const height = Math.min(Math.max(bottom - top, 18), (labels[index + 1]?.top ?? Infinity) - top);
    gutter.append(part(`lane-label ${span.kind}`, span, top, height, { "data-label": codeName(span.code) }));
  }
  block.append(gutter);
}

export function measure({ block, marks }) {
  const { top } = block.getBoundingClientRect();
  const stripes = [...marks].map(([span, parts]) => {
    const first = parts[0].getClientRects()[0];
    const last = [...parts[parts.length - 1].getClientRects()].pop();
    return { span, top: (first?.top ?? top) - top, bottom: (last?.bottom ?? top) - top };
  });
  return { block, stripes };
}
