import TemaModel

/// A passage that was drawn, with all that a person needs to judge it.
struct SampledPassage: Sendable, Comparable {
    /// What decides whether it is drawn.
    let number: UInt64
    let document: String
    let passage: Int
    /// In Unicode scalars of the document's text.
    let span: Range<Int>
    let text: String
    /// The indicators that found the code; none where it was not found.
    private(set) var indicators: [String] = []

    init(_ number: UInt64, _ passage: Int, of document: Document, offsets: LazyOffsets) {
        (self.number, self.passage, self.document) = (number, passage, document.id)
        let place = document.passages[passage].span
        span = offsets.all.scalars(place)
        text = document.text.string(place)
    }

    func found(by indicators: [String]) -> SampledPassage {
        var copy = self
        copy.indicators = indicators
        return copy
    }

    /// By number; the rest decides where two passages should have the same one.
    static func < (left: SampledPassage, right: SampledPassage) -> Bool {
        if left.number != right.number { return left.number < right.number }
        if left.document != right.document {
            return left.document.utf8.lexicographicallyPrecedes(right.document.utf8)
        }
        return left.passage < right.passage
    }

    static func == (left: SampledPassage, right: SampledPassage) -> Bool { !(left < right) && !(right < left) }
}

/// A document's offsets, made when they are first asked for: most documents have no passage in a sample.
final class LazyOffsets {
    private let document: Document
    private(set) lazy var all = ScalarOffsets(document.text)

    init(_ document: Document) { self.document = document }
}
