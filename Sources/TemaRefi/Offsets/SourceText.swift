import TemaFormats
import TemaModel

/// A source's plain text as Tema stores it, with conversions of other programs' positions.
///
/// The byte-order mark is removed. CRLF and a single CR become LF, as in XML, so that a text is the same whether it is
/// in the project file or in a file of its own. Everything else is unchanged.
///
/// - Complexity: The tables are built once in O(*n*). A conversion is then one binary search.
package struct SourceText: Sendable, Hashable {
    /// The text with LF line ends and without a byte-order mark.
    package let text: Text
    /// Whether the original begins with a byte-order mark.
    package let hasMark: Bool
    /// The length of the text in Unicode scalars.
    package let count: Int
    /// The scalars that count as two: none, CRLFs, those of two UTF-16 code units, both.
    private let doubled: [DoubleWidthScalars]

    /// Reads a text file in any supported encoding.
    ///
    /// - Throws: A ``Problem`` if it cannot be decoded, is empty, or is longer than ``Limits/documentBytes``.
    package init(_ source: ByteSource) throws(Problem) {
        let start = try source.beginning(3)
        let hasMark = [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]].contains { start.starts(with: $0) }
        let input = try UTF8Input(source, encoding: nil, isXML: false)
        self.init(Array(try input.readAll(atMost: Limits.documentBytes).utf8)[...], hasMark: hasMark)
    }

    /// Creates a text from the content of the project file.
    package init(_ content: String) {
        let utf8 = Array(content.utf8)
        let hasMark = utf8.starts(with: [0xEF, 0xBB, 0xBF])
        self.init(utf8[(hasMark ? 3 : 0)...], hasMark: hasMark)
    }

    /// Creates a text from a document's text, with the positions that it will have in a file.
    ///
    /// - Parameters:
    ///   - text: The text, with LF line ends.
    ///   - endsLinesWithCRLF: Whether each line end will be written as CRLF.
    package init(_ text: Text, endsLinesWithCRLF: Bool) {
        self.init(text.utf8[...], hasMark: false, endsLinesWithCRLF: endsLinesWithCRLF)
    }

    private init(_ utf8: ArraySlice<UInt8>, hasMark: Bool, endsLinesWithCRLF: Bool = false) {
        var (frozen, count): ([UInt8], Int) = ([], 0)
        var (pairs, wide, both): ([Int], [Int], [Int]) = ([], [], [])
        frozen.reserveCapacity(utf8.count)
        var previous: UInt8 = 0
        for byte in utf8 {
            let isRestOfPair = byte == 0x0A && previous == 0x0D
            previous = byte
            if isRestOfPair {
                pairs.append(count - 1)
                both.append(count - 1)
                continue
            }
            frozen.append(byte == 0x0D ? 0x0A : byte)
            // Continuation bytes of a scalar.
            if byte & 0xC0 == 0x80 { continue }
            if byte >= 0xF0 { wide.append(count) }
            if byte == 0x0A, endsLinesWithCRLF { pairs.append(count) }
            if byte >= 0xF0 || byte == 0x0A && endsLinesWithCRLF { both.append(count) }
            count += 1
        }
        (self.text, self.hasMark, self.count) = (Text(utf8: frozen), hasMark, count)
        doubled = [[], pairs, wide, both].map { [count] in DoubleWidthScalars($0, of: count) }
    }

    /// Returns the scalar that begins at a position, or the length of the text for the position of its end.
    ///
    /// The position of a counted byte-order mark is that of the first scalar. Returns nil if the position is out of
    /// range, inside a UTF-16 surrogate pair, or between CR and LF. Whether ends are inclusive has no effect.
    package func scalar(at position: Int, _ dialect: OffsetDialect) -> Int? {
        let marked = hasMark && dialect.countsMark
        guard marked, position != 0 else { return table(dialect).scalar(at: position) }
        return position > 0 ? table(dialect).scalar(at: position - 1) : nil
    }

    /// Returns the span between two positions in Unicode scalars. It can be empty.
    ///
    /// Returns nil if a position is not in the text, or the end is before the start.
    package func span(from start: Int, to end: Int, dialect: OffsetDialect) -> Range<Int>? {
        guard end < Int.max, let lower = scalar(at: start, dialect),
            let upper = scalar(at: dialect.endIsInclusive ? end + 1 : end, dialect), lower <= upper
        else { return nil }
        return lower..<upper
    }

    /// Returns the position of a scalar or of the text's end, or nil if it is out of range.
    package func position(of scalar: Int, _ dialect: OffsetDialect) -> Int? {
        table(dialect).position(of: scalar).map { $0 + (hasMark && dialect.countsMark ? 1 : 0) }
    }

    /// Returns the start and end of a span of Unicode scalars.
    ///
    /// Returns nil if the span is not in the text, or is empty and the dialect has inclusive ends.
    package func positions(of span: Range<Int>, _ dialect: OffsetDialect) -> (start: Int, end: Int)? {
        guard let start = position(of: span.lowerBound, dialect), let end = position(of: span.upperBound, dialect),
            !span.isEmpty || !dialect.endIsInclusive
        else { return nil }
        return (start, dialect.endIsInclusive ? end - 1 : end)
    }

    /// Whether the original has CRLF line ends.
    var hasCRLF: Bool { doubled[1].length > count }

    /// Whether the text has scalars of two UTF-16 code units.
    private var hasWide: Bool { doubled[2].length > count }

    /// The dialects that differ in this text, the nearest to the standard first.
    var distinctDialects: [OffsetDialect] {
        OffsetDialect.all.filter {
            ($0.unit == .codepoint || hasWide) && (!$0.countsCRLFAsTwo || hasCRLF) && (!$0.countsMark || hasMark)
        }
    }

    /// Returns the distinct dialect that is equivalent to a dialect in this text.
    func distinct(_ dialect: OffsetDialect) -> OffsetDialect {
        OffsetDialect(
            unit: hasWide ? dialect.unit : .codepoint, countsCRLFAsTwo: dialect.countsCRLFAsTwo && hasCRLF,
            countsMark: dialect.countsMark && hasMark, endIsInclusive: dialect.endIsInclusive)
    }

    private func table(_ dialect: OffsetDialect) -> DoubleWidthScalars {
        doubled[(dialect.countsCRLFAsTwo ? 1 : 0) + (dialect.unit == .utf16 ? 2 : 0)]
    }
}
