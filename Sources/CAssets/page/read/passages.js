// @ts-check
/**
 * A place in a document: the number of a passage and an offset in UTF-16 units of its text.
 * @typedef {{passage: number, unit: number}} Place
 * @typedef {import("../core/types.js").StudyDocument} StudyDocument
 */

const joint = "\n\n";
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The passages of a document, which maps the browser's UTF-16 units to the Unicode scalars of the study and back. */
export class PassageList {
    /** @param {StudyDocument} document */
    constructor(document) {
        this.passages = document.passages;
        /** @type {string[]} */
        this.texts = document.passages.map(({ text }) => text);
    }

    get count() {
        return this.passages.length;
    }

    /**
     * Returns the offset in scalars of the document.
     * @param {Place} place
     */
    scalar({ passage, unit }) {
        return this.passages[passage].start + scalarsIn(this.texts[passage], unit);
    }

    /**
     * Returns the place of an offset in scalars. An offset between two passages is the end of the first one.
     * @param {number} scalar
     * @returns {Place}
     */
    place(scalar) {
        const passage = this.passageAt(scalar);
        return { passage, unit: unitsIn(this.texts[passage], scalar - this.passages[passage].start) };
    }

    /**
     * Returns the last passage that starts at the offset in scalars or before it.
     * @param {number} scalar
     */
    passageAt(scalar) {
        let low = 0;
        let high = this.count - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.passages[middle].start <= scalar) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /**
     * Returns the words between two places, with the line breaks that join passages.
     * @param {Place} from
     * @param {Place} to
     */
    words(from, to) {
        if (from.passage === to.passage) return this.texts[from.passage].slice(from.unit, to.unit);
        const between = this.texts.slice(from.passage + 1, to.passage);
        return [this.texts[from.passage].slice(from.unit), ...between, this.texts[to.passage].slice(0, to.unit)].join(joint);
    }

    /**
     * Returns the place, moved out of the middle of a character as people see it, such as an emoji of several scalars.
     * @param {Place} place
     * @param {"start" | "end"} side
     * @returns {Place}
     */
    snapped({ passage, unit }, side) {
        const character = graphemes.segment(this.texts[passage]).containing(unit);
        if (!character || character.index === unit) return { passage, unit };
        return { passage, unit: side === "start" ? character.index : character.index + character.segment.length };
    }

    /**
     * Returns the sentence around the place, without the spaces at its ends.
     * @param {Place} place
     * @returns {{from: Place, to: Place}}
     */
    sentence({ passage, unit }) {
        const text = this.texts[passage];
        const language = this.passages[passage].language || undefined;
        const sentences = new Intl.Segmenter(isLanguage(language) ? language : undefined, { granularity: "sentence" }).segment(text);
        const found = sentences.containing(Math.max(0, Math.min(unit, text.length - 1)));
        const words = found?.segment ?? "";
        const start = (found?.index ?? 0) + words.length - words.trimStart().length;
        return { from: { passage, unit: start }, to: { passage, unit: start + words.trim().length } };
    }
}

/** @param {string | undefined} tag */
function isLanguage(tag) {
    try {
        return tag !== undefined && new Intl.Locale(tag).language !== "";
    } catch {
        return false;
    }
}

/**
 * Returns how many scalars the first units of the text are.
 * @param {string} text
 * @param {number} units
 */
function scalarsIn(text, units) {
    let scalars = units;
    for (let unit = 1; unit < units; unit += 1) {
        if (isPair(text, unit)) scalars -= 1;
    }
    return scalars;
}

/**
 * Returns how many units the first scalars of the text are.
 * @param {string} text
 * @param {number} scalars
 */
function unitsIn(text, scalars) {
    let unit = 0;
    for (let left = scalars; left > 0 && unit < text.length; left -= 1) unit += isPair(text, unit + 1) ? 2 : 1;
    return unit;
}

/**
 * Whether the unit is the second one of a scalar.
 * @param {string} text
 * @param {number} unit
 */
function isPair(text, unit) {
    return (text.charCodeAt(unit) & 0xfc00) === 0xdc00 && (text.charCodeAt(unit - 1) & 0xfc00) === 0xd800;
}

/**
 * Returns a negative number if the first place is before the second one.
 * @param {Place} a
 * @param {Place} b
 */
export function order(a, b) {
    return a.passage - b.passage || a.unit - b.unit;
}
