import TemaModel

/// How much of the text around coded words is quoted.
public enum QuoteContext: Sendable, Hashable {
    /// The sentence of the words, with the sentence before it and the one after it. Quotes of a code that overlap are united,
    /// unless the quote would be too long.
    case sentence
    /// The passage. All words in it are one quote.
    case passage
    /// A number of Unicode scalars on each side. Each match is one quote.
    case scalars(Int)
}

/// Words of a document that are quoted for a code, and the text around them. Spans are in UTF-8 offsets.
struct QuotedWords {
    /// The quoted text.
    let kept: Range<Int>
    /// The first matched words, or the words that were coded by hand. The end may be beyond the quoted text.
    let words: Range<Int>
    /// The matches, as a range of indices of the coding's evidence. Empty for words that were coded by hand.
    let matches: Range<Int>
    /// Whether the start or the end of the quoted text is inside a sentence.
    let isCut: (start: Bool, end: Bool)
}
