import TemaFormats
import TemaModel

/// A source's plain text as Tema freezes it, and where other programs' positions lie in it.
///
/// The byte-order mark is taken off. CRLF and a CR alone become LF, which is what XML does to a text that stands inside it, so
/// that a text is the same whether a project has it inside or in a file. Nothing else is changed. The tables are built once;
/// each question then costs one search by halves.
package struct SourceText: Sendable, Hashable {
    package let text: Text
    /// Whether a byte-order mark stood at its beginning.
    package let hasMark: Bool
    /// The length of the text in Unicode scalars.
    package let count: Int
    /// What counts as two: first nothing, then CRLFs, then what UTF-16 has two units for, then both.
    private let doubled: [DoubledScalars]

    /// Reads a text file in any encoding that Tema knows.
    ///
    /// - Throws: A ``Problem`` as ``UTF8Input`` does; also where it is longer than ``Limits/documentBytes``.
    package init(_ source: ByteSource) throws(Problem) {
        let start = try source.beginning(3)
        let hasMark = [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]].contains { start.starts(with: $0) }
        let input = try UTF8Input(source, encoding: nil, isXML: false)
        self.init(Array(try input.readAll(atMost: Limits.documentBytes).utf8)[...], hasMark: hasMark)
    }

    /// A text that stands in the project itself.
    package init(_ content: String) {
        let utf8 = Array(content.utf8)
        let hasMark = utf8.starts(with: [0xEF, 0xBB, 0xBF])
        self.init(utf8[(hasMark ? 3 : 0)...], hasMark: hasMark)
    }

    /// A text that is frozen already, with the positions that it will have in a file.
    ///
    /// - Parameter endsLinesWithCRLF: Whether each line end will be written as CRLF.
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
            // Bytes of this form go on with a scalar that an earlier byte began.
            if byte & 0xC0 == 0x80 { continue }
            if byte >= 0xF0 { wide.append(count) }
            if byte == 0x0A, endsLinesWithCRLF { pairs.append(count) }
            if byte >= 0xF0 || byte == 0x0A && endsLinesWithCRLF { both.append(count) }
            count += 1
        }
        (self.text, self.hasMark, self.count) = (Text(utf8: frozen), hasMark, count)
        doubled = [[], pairs, wide, both].map { [count] in DoubledScalars($0, of: count) }
    }

    /// The scalar that begins at a position, or the length of the text for the position of its end.
    ///
    /// The position of the byte-order mark, where it counts, is that of the first scalar. Nothing where the position is out of
    /// range, between the halves of a UTF-16 pair, or between CR and LF. Whether ends are inclusive does not matter here.
    package func scalar(at position: Int, _ dialect: OffsetDialect) -> Int? {
        let marked = hasMark && dialect.countsMark
        guard marked, position != 0 else { return table(dialect).scalar(at: position) }
        return position > 0 ? table(dialect).scalar(at: position - 1) : nil
    }

    /// The span of the text between two positions, in Unicode scalars; empty where nothing stands between them.
    ///
    /// Nothing where one of them is no place in the text, or the end comes before the start.
    package func span(from start: Int, to end: Int, dialect: OffsetDialect) -> Range<Int>? {
        guard end < Int.max, let lower = scalar(at: start, dialect),
            let upper = scalar(at: dialect.endIsInclusive ? end + 1 : end, dialect), lower <= upper
        else { return nil }
        return lower..<upper
    }

    /// The position of a scalar, or of the text's end. Nothing where the text has no such scalar.
    package func position(of scalar: Int, _ dialect: OffsetDialect) -> Int? {
        table(dialect).position(of: scalar).map { $0 + (hasMark && dialect.countsMark ? 1 : 0) }
    }

    /// Start and end of a span of Unicode scalars. Nothing where the text has no such span, or it is empty and the dialect has
    /// no empty ones.
    package func positions(of span: Range<Int>, _ dialect: OffsetDialect) -> (start: Int, end: Int)? {
        guard let start = position(of: span.lowerBound, dialect), let end = position(of: span.upperBound, dialect),
            !span.isEmpty || !dialect.endIsInclusive
        else { return nil }
        return (start, dialect.endIsInclusive ? end - 1 : end)
    }

    /// Whether a line ends with CRLF in the file.
    var hasCRLF: Bool { doubled[1].length > count }

    /// Whether UTF-16 has two units for a scalar of it.
    private var hasWide: Bool { doubled[2].length > count }

    /// The dialects that differ in this text, the nearest to the standard first.
    var distinctDialects: [OffsetDialect] {
        OffsetDialect.all.filter {
            ($0.unit == .codepoint || hasWide) && (!$0.countsCRLFAsTwo || hasCRLF) && (!$0.countsMark || hasMark)
        }
    }

    /// The dialect among the distinct ones that another is the same as.
    func distinct(_ dialect: OffsetDialect) -> OffsetDialect {
        OffsetDialect(
            unit: hasWide ? dialect.unit : .codepoint, countsCRLFAsTwo: dialect.countsCRLFAsTwo && hasCRLF,
            countsMark: dialect.countsMark && hasMark, endIsInclusive: dialect.endIsInclusive)
    }

    private func table(_ dialect: OffsetDialect) -> DoubledScalars {
        doubled[(dialect.countsCRLFAsTwo ? 1 : 0) + (dialect.unit == .utf16 ? 2 : 0)]
    }
}
