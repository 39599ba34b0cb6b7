// @ts-check
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });

// A place is a passage's number and an offset in UTF-16 units, as browsers count; the study counts Unicode scalars.
export class PassageList {
  constructor(passages) {
    this.passages = passages;
    this.texts = passages.map(({ text }) => text);
  }

  scalar = ({ passage, unit }) => this.passages[passage].start + [...this.texts[passage].slice(0, unit)].length;

  /** An offset between two passages is the end of the first one. */
  place(scalar) {
    const passage = this.passageAt(scalar);
    const text = this.texts[passage];
    let unit = 0;
    for (let left = scalar - this.passages[passage].start; left > 0 && unit < text.length; left -= 1) {
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    }
    return { passage, unit };
  }

  endOf = (passage) => ({ passage, unit: this.texts[passage].length });

  /** Returns the last passage that starts at the offset or before it. */
  passageAt(scalar) {
    let low = 0;
    let high = this.passages.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.passages[middle].start <= scalar) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  words(from, to) {
    const texts = this.texts.slice(from.passage, to.passage + 1);
    texts.push(texts.pop().slice(0, to.unit));
    return [texts[0].slice(from.unit), ...texts.slice(1)].join("\n\n");
  }

  /** Moves a place out of a character as people see it, such as an emoji of several scalars. */
  snapped({ passage, unit }, side) {
    const { index, segment } = graphemes.segment(this.texts[passage]).containing(unit) ?? { index: unit, segment: "" };
    return { passage, unit: side === "start" || index === unit ? index : index + segment.length };
  }

  sentence({ passage, unit }) {
    const text = this.texts[passage];
    const inside = Math.max(0, Math.min(unit, text.length - 1));
    const { index, segment } = sentences.segment(text).containing(inside) ?? { index: 0, segment: "" };
    const start = index + segment.length - segment.trimStart().length;
    return { from: { passage, unit: start }, to: { passage, unit: start + segment.trim().length } };
  }
}

export const order = (a, b) => a.passage - b.passage || a.unit - b.unit;
