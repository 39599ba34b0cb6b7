import TemaModel

/// A sampled passage, with the text and position that a reviewer needs.
struct SampledPassage: Sendable, Comparable {
    /// The permanent random number, which determines whether the passage is drawn.
    let number: UInt64
    let document: String
    let passage: Int
    /// The span of the passage, in Unicode scalars of the document's text.
    let span: Range<Int>
    let text: String
    /// The indicators that found the code; empty if it was not found.
    private(set) var indicators: [String] = []

    init(_ number: UInt64, _ passage: Int, of document: Document, offsets: LazyOffsets) {
        (self.number, self.passage, self.document) = (number, passage, document.id)
        let place = document.passages[passage].span
        span = offsets.all.scalars(place)
        text = document.text.string(place)
    }

    /// Returns a copy with the indicators that found the code.
    func found(by indicators: [String]) -> SampledPassage {
        var copy = self
        copy.indicators = indicators
        return copy
    }

    /// Orders passages by number; if two have the same number, by document id in byte order and passage.
    static func < (left: SampledPassage, right: SampledPassage) -> Bool {
        if left.number != right.number { return left.number < right.number }
        if left.document != right.document {
            return left.document.utf8.lexicographicallyPrecedes(right.document.utf8)
        }
        return left.passage < right.passage
    }

    static func == (left: SampledPassage, right: SampledPassage) -> Bool { !(left < right) && !(right < left) }
}

/// The scalar offsets of a document, computed on first use: most documents have no passage in a sample.
final class LazyOffsets {
    private let document: Document
    private(set) lazy var all = ScalarOffsets(document.text)

    init(_ document: Document) { self.document = document }
}
