// @ts-check
import { session } from "../core/index.js";

/** Spans that are nearer than a line share lines of the window, so they need different lanes. */
const line = 90;

/** Each coding has a lane beside those near it, and a level below those that it overlaps. */
export class Spans {
  byKey = new Map();

  constructor(list) {
    this.list = list;
    this.byPassage = list.texts.map(() => []);
  }

  at = (passage) => this.byPassage[passage] ?? [];

  /** Returns the passages to draw again. */
  add(span) {
    const changed = this.remove(span.key);
    const near = passagesOf(span).flatMap(this.at);
    const within = (gap) => near.filter(({ start, end }) => start < span.end + gap && span.start < end + gap);
    span.lane = unused(within(line).map(({ lane }) => lane));
    span.level = unused(within(0).map(({ level }) => level));
    this.byKey.set(span.key, span);
    for (const passage of passagesOf(span)) this.at(passage).push(span);
    return [...changed, ...passagesOf(span)];
  }

  remove(key) {
    const passages = passagesOf(this.byKey.get(key));
    for (const passage of passages) this.byPassage[passage] = this.at(passage).filter((span) => span.key !== key);
    this.byKey.delete(key);
    return passages;
  }

  ofCoding(coding) {
    const { id, code, coder, start, end, state, pending } = coding;
    if (state === "lost" || end <= start) return null;
    const kind = coder === session.me.get() ? "own" : "other";
    const known = { kind, code, coder, isPending: pending, isUnsure: state === "unsure", coding };
    return this.span({ key: `c ${id}`, pieces: [[start, end]], ...known });
  }

  /** A coding that the coder accepted is one by hand, so it has no other span. */
  ofAutomatic(automatic) {
    const { code, evidence, verdicts } = automatic;
    if (verdicts[session.me.get()] || evidence.length === 0) return null;
    return this.span({ key: automaticKey(automatic), kind: "automatic", code, pieces: evidence, automatic });
  }

  span(known) {
    const start = Math.min(...known.pieces.map(([from]) => from));
    const end = Math.max(...known.pieces.map(([, to]) => to));
    return { ...known, start, end, first: this.list.passageAt(start), last: this.list.passageAt(end - 1), lane: 0, level: 0 };
  }
}

export const automaticKey = ({ passage, code }) => `a ${passage} ${code}`;
export const passagesOf = (span) =>
  span ? Array.from({ length: span.last - span.first + 1 }, (_, index) => span.first + index) : [];
const unused = (taken) => [...taken.keys(), taken.length].find((number) => !taken.includes(number));
