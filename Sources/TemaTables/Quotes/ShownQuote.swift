import TemaModel

/// A row of a table of quotes, as people read it: the words, the code that they are quoted for, and their source.
struct ShownQuote {
    /// A part of the words, which a code matched or not.
    struct Piece: Equatable {
        let text: String
        let isMatch: Bool
    }

    /// The ids of the code and of those above it, from the top level.
    let path: [Substring]
    /// The names of the code and of those above it, from the top level.
    let names: [String]
    /// The words, with `…` at an end that is cut.
    let pieces: [Piece]
    /// The language tag of the words as written; empty if it is unknown.
    let language: String
    /// The source in brackets, such as `(Maas & Roe 2019, Results, passage 12)`.
    let source: Phrase
    /// The memos on a coding made by hand; empty if there are none.
    let memo: String
}

/// Finds the headings that a quote needs above it.
struct QuoteHeadings {
    private var path: [Substring] = []

    /// Returns the headings between the previous quote and this one, with their levels from 1: the names of the codes above
    /// it that the previous quote is not below of.
    mutating func new(above quote: ShownQuote) -> [(level: Int, name: String)] {
        guard quote.path != path else { return [] }
        let shared = zip(path, quote.path).prefix { $0 == $1 }.count
        path = quote.path
        let first = min(shared, max(0, quote.names.count - 1))
        return quote.names.indices.dropFirst(first).map { ($0 + 1, quote.names[$0]) }
    }
}
