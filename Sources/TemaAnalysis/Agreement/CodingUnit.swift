import TemaModel

/// The unit on which coders are compared. A coder has applied a code to a unit if a span the coder coded with it
/// overlaps the unit.
///
/// A character is a Unicode scalar. Units other than documents are those of passages of the kinds coded by default.
public enum CodingUnit: String, CaseIterable, Sendable {
    case document, passage, sentence, word, character

    /// The name that people read.
    public var noun: Phrase {
        switch self {
        case .document: Phrase("document")
        case .passage: Phrase("passage")
        case .sentence: Phrase("sentence")
        case .word: Phrase("word")
        case .character: Phrase("character")
        }
    }

    /// Returns the units of a document in order, in UTF-8 offsets.
    package func spans(in document: Document) -> [Range<Int>] {
        if self == .document { return document.text.utf8.isEmpty ? [] : [0..<document.text.utf8.count] }
        let passages = document.passages.filter { PassageKind.codedByDefault.contains($0.kind) }.map(\.span)
        return switch self {
        case .document, .passage: passages
        case .sentence: passages.flatMap { Sentences.ranges(in: document.text.utf8[$0]) }
        case .word: passages.flatMap { Self.words(document.string($0), from: $0.lowerBound) }
        case .character: passages.flatMap { Self.scalars(document.string($0), from: $0.lowerBound) }
        }
    }

    private static func scalars(_ string: String, from start: Int) -> [Range<Int>] {
        var index = start
        return string.unicodeScalars.map { scalar in
            defer { index += UTF8.width(scalar) }
            return index..<(index + UTF8.width(scalar))
        }
    }

    /// Returns the spans of the words of `string`, by the rules of `Word`, in UTF-8 offsets that begin at `start`.
    static func words(_ string: String, from start: Int) -> [Range<Int>] {
        let all = Array(string.unicodeScalars)
        let spans = scalars(string, from: start)
        return Word.ranges(in: all, all.map { Word.Traits($0) }).map {
            spans[$0.lowerBound].lowerBound..<spans[$0.upperBound - 1].upperBound
        }
    }
}

extension Document {
    fileprivate func string(_ span: Range<Int>) -> String { text.string(span) }
}
