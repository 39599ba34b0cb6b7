import TemaFormats
import TemaModel

/// A text from another program, with conversions of its positions. Only line ends and the byte-order mark are changed.
///
/// Passages are separated by blank lines. Without blank lines, each line is a passage.
struct ForeignText {
    let text: Text
    let passages: [Passage]
    private let offsets: ScalarOffsets
    /// The code points of the original that are not in the text: a byte-order mark, and the CR of each CRLF.
    private var dropped: [Int] = []
    /// The code points of the original that are two UTF-16 code units, by their indices in these units.
    private var pairs: [Int] = []

    /// The length of the text in Unicode scalars.
    var count: Int { offsets.count }

    /// Normalizes the line ends of a text and finds its passages.
    ///
    /// - Throws: A ``Problem`` if the text is longer than ``Limits/documentBytes``.
    init(_ original: String) throws(Problem) {
        guard original.utf8.count <= Limits.documentBytes else {
            throw Problem("the text is longer than \(Limits.documentBytes >> 20) MB", suggestion: "split the text")
        }
        var utf8: [UInt8] = []
        utf8.reserveCapacity(original.utf8.count)
        var number = 0
        var afterReturn = false
        for scalar in original.unicodeScalars {
            if scalar.value > 0xFFFF { pairs.append(number + pairs.count) }
            if number == 0, scalar == "\u{FEFF}" {
                dropped.append(number)
            } else if afterReturn, scalar == "\n" {
                // The CR was already written as LF.
                dropped.append(number)
            } else if scalar == "\r" {
                utf8.append(0x0A)
            } else {
                utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            afterReturn = scalar == "\r"
            number += 1
        }
        text = Text(utf8: utf8)
        offsets = ScalarOffsets(text)
        passages = Self.passages(utf8)
    }

    func document(id: String, source: String) -> Document {
        Document(id: id, source: source, text: text, passages: passages)
    }

    /// Returns the scalars in a span of the text, or an empty array if the span is out of range.
    func scalars(_ span: Range<Int>) -> [Unicode.Scalar] {
        guard let start = offsets.utf8(at: span.lowerBound), let end = offsets.utf8(at: span.upperBound) else {
            return []
        }
        return Array(text.string(start..<end).unicodeScalars)
    }

    /// Converts a span of code points of the original to Unicode scalars of the text. Returns nil if it is empty or out
    /// of range.
    func span(codePoints start: Int, _ end: Int) -> Range<Int>? {
        guard 0 <= start, start < end, end <= count + dropped.count else { return nil }
        let (from, to) = (scalar(start), scalar(end))
        return from < to ? from..<to : nil
    }

    /// Converts a span of UTF-16 code units of the original to Unicode scalars of the text. Returns nil if it is empty
    /// or out of range.
    func span(utf16 start: Int, _ end: Int) -> Range<Int>? {
        guard 0 <= start, start < end else { return nil }
        return span(codePoints: start - Self.below(start, pairs), end - Self.below(end, pairs))
    }

    private func scalar(_ codePoint: Int) -> Int { codePoint - Self.below(codePoint, dropped) }

    /// Returns how many of some ascending numbers are smaller than a number.
    private static func below(_ number: Int, _ ascending: [Int]) -> Int {
        ascending.firstIndexOfSorted { $0 >= number }
    }

    private static func passages(_ utf8: [UInt8]) -> [Passage] {
        var lines: [Range<Int>] = []
        var start = 0
        for (index, byte) in utf8.enumerated() where byte == 0x0A {
            lines.append(start..<index)
            start = index + 1
        }
        lines.append(start..<utf8.count)
        let inked = lines.map { line in
            let first = utf8[line].firstIndex { !isSpace($0) }
            let last = utf8[line].lastIndex { !isSpace($0) }
            return first.flatMap { first in last.map { first..<($0 + 1) } }
        }
        let hasBlankLines = inked.drop { $0 == nil }.reversed().drop { $0 == nil }.contains { $0 == nil }
        var passages: [Passage] = []
        var isOpen = false
        for line in inked {
            guard let line else {
                isOpen = false
                continue
            }
            if isOpen, hasBlankLines, let last = passages.indices.last {
                passages[last].span = passages[last].span.lowerBound..<line.upperBound
            } else {
                passages.append(Passage(kind: .paragraph, sectionType: .other, span: line))
            }
            isOpen = true
        }
        return passages
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
