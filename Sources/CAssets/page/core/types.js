// @ts-check
/**
 * What the server answers. Offsets are Unicode scalars of the document's text.
 *
 * @typedef {{name: string, codings: number, documents: number, done: number, last: string | null}} Coder
 * @typedef {{name: string, action: number, coder: string, isCoordinator: boolean, isBlind: boolean, program: string,
 *     commandName: string, coders: Coder[], links?: {coder: string, url: string}[]}} Study
 * @typedef {{match: string, language?: string | null, unless?: string[], kinds?: string[], sections?: string[],
 *     sentence?: boolean}} Indicator
 * @typedef {{path: string, id: string, name: string, depth: number, parent: string | null, color: string | null,
 *     definition: string | null, include: string | null,
 *     exclude: string | null, memo: string | null, examples: string[], counterexamples: string[],
 *     indicators: Indicator[], codable: boolean, codings: number, automatic: number, documents: number}} Code
 * @typedef {{version: string, title: string, levels: string[], languages: string[], codes: Code[]}} Codebook
 * @typedef {{id: string, title: string, author: string | null, year: number | string | null, passages: number, toCode: number,
 *     coded: number, codings: number, toReview: number, automatic: number, done: string[], assigned: string[],
 *     next: number | null}} DocumentRow
 * @typedef {{kind: string, type: string, level: number, section: string[], language: string, start: number,
 *     text: string}} Passage
 * @typedef {{id: string, title: string, hash: string, language: string, author: string | null, year: number | string | null,
 *     variables: Record<string, unknown>, passages: Passage[]}} StudyDocument
 * @typedef {{id: string, document: string, hash: string, passage: number, start: number, end: number, code: string,
 *     coder: string, quote: string, state: "sure" | "unsure" | "lost", at: string, pending?: boolean}} Coding
 * @typedef {{document: string, passage: number, code: string, evidence: [number, number][],
 *     verdicts: Record<string, "accepted" | "rejected">}} AutomaticCoding
 * @typedef {{id: string, target: "coding" | "document" | "code" | "study", subject: string, coder: string, text: string,
 *     at: string}} Memo
 * @typedef {{document: string, passage: number, code: string, coder: string,
 *     verdict: "accepted" | "rejected" | null}} Decision
 * @typedef {{action: number, coder: string, name: string, detail: string, at: string, documents: string[],
 *     codings: Coding[], gone: string[], memos: Memo[], goneMemos: string[], decisions: Decision[],
 *     done: {document: string, coder: string, done: boolean}[], codebook: boolean, texts: boolean}} StudyAction
 *
 * What is read. A place is the number of a passage and an offset in UTF-16 units of its text. A span is a coding as it is
 * drawn: one by hand, or the evidence of an automatic one. `pieces` are pairs of scalars, `first` and `last` passages.
 *
 * @typedef {{passage: number, unit: number}} Place
 * @typedef {{key: string, code: string, coder?: string, kind: "own" | "other" | "automatic", isPending?: boolean,
 *     isUnsure?: boolean, start: number, end: number, first: number, last: number, lane: number, level: number,
 *     pieces: [number, number][], coding?: Coding, automatic?: AutomaticCoding}} Span
 */
export {};
