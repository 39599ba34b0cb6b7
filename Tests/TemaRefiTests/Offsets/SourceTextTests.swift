import TemaModel
import Testing

@testable import TemaRefi

@Suite struct SourceTextTests {
    /// Returns the position of each scalar and of the end, counted in a simple way that uses no tables.
    static func counted(_ raw: String, _ dialect: OffsetDialect) -> [Int] {
        var positions = [0]
        var position = 0
        let scalars = Array(raw.unicodeScalars)
        for (at, next) in scalars.enumerated() {
            let isFirstOfPair = next == "\r" && at + 1 < scalars.count && scalars[at + 1] == "\n"
            if at == 0, next == "\u{FEFF}" {
                position += dialect.countsMark ? 1 : 0
                positions = [position]
            } else if isFirstOfPair {
                position += dialect.countsCRLFAsTwo ? 1 : 0
            } else {
                position += dialect.unit == .utf16 && next.value > 0xFFFF ? 2 : 1
                positions.append(position)
            }
        }
        return positions
    }

    @Test(
        "The byte-order mark is removed, and all line ends become LF",
        arguments: [
            ("\u{FEFF}a\r\nb\rc\nd\r\r\n\n", "a\nb\nc\nd\n\n\n", true),
            ("a\u{2028}b\u{85}c", "a\u{2028}b\u{85}c", false),
            ("\r\n", "\n", false), ("", "", false), ("a\u{FEFF}", "a\u{FEFF}", false),
        ])
    func frozen(content: String, text: String, mark: Bool) {
        let read = SourceText(content)
        #expect(read.text.string == text)
        #expect(read.hasMark == mark)
        #expect(read.count == text.unicodeScalars.count)
    }

    @Test("A file in UTF-16 has the same text and mark as one in UTF-8")
    func encodings() throws {
        let content = "\u{FEFF}héé 😀\r\nש"
        let wide = content.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let one = try SourceText(.bytes(Array(content.utf8), name: "a.txt"))
        let other = try SourceText(.bytes(wide, name: "b.txt"))
        #expect(one == other)
        #expect(one == SourceText(content))
    }

    @Test("Every position of every dialect is converted to its scalar and back", arguments: OffsetDialect.all)
    func positions(dialect: OffsetDialect) {
        for raw in ["\u{FEFF}😀a\r\n\r\ne\u{301}😀😀\rb\n", "a\r\n😀", "אב 中文。\n", "\u{FEFF}", "", "😀"] {
            let source = SourceText(raw)
            var known: Set<Int> = []
            let counted = Self.counted(raw, dialect)
            #expect(counted.count == source.count + 1)
            for (scalar, position) in counted.enumerated() {
                #expect(source.position(of: scalar, dialect) == position)
                #expect(source.scalar(at: position, dialect) == scalar)
                known.insert(position)
            }
            // The mark's own position is that of the first scalar.
            if source.hasMark, dialect.countsMark { known.insert(0) }
            for position in -3...(raw.utf16.count + 3) where !known.contains(position) {
                #expect(source.scalar(at: position, dialect) == nil)
            }
        }
    }

    @Test(
        "Spans are read with inclusive and exclusive ends",
        arguments: [
            ("utf16,crlf=2", 0, 2, 0..<1), ("utf16,crlf=2,inclusive", 0, 1, 0..<1), ("inclusive", 0, 0, 0..<1),
            ("standard", 1, 1, 1..<1), ("standard", 0, 3, 0..<3), ("crlf=2", 0, 4, 0..<3), ("inclusive", 2, 1, 2..<2),
        ])
    func spans(dialect: String, start: Int, end: Int, span: Range<Int>) throws {
        let source = SourceText("😀a\r\n")
        let dialect = try OffsetDialect(parsing: dialect)
        #expect(source.span(from: start, to: end, dialect: dialect) == span)
        if !span.isEmpty {
            let positions = try #require(source.positions(of: span, dialect))
            #expect(positions == (start, end))
        }
    }

    @Test(
        "Positions that are not in the text have no span",
        arguments: [
            ("utf16", 1, 2), ("utf16", 0, 1), ("crlf=2", 0, 3), ("standard", 2, 1), ("standard", -1, 2),
            ("standard", 0, 4),
            ("inclusive", 0, 3), ("inclusive", 0, .max), ("bom", .min, .max), ("standard", .max, .max),
        ])
    func noSpans(dialect: String, start: Int, end: Int) throws {
        #expect(SourceText("😀a\r\n").span(from: start, to: end, dialect: try OffsetDialect(parsing: dialect)) == nil)
        #expect(SourceText("\u{FEFF}").span(from: start, to: end, dialect: try OffsetDialect(parsing: dialect)) == nil)
    }

    @Test("In a text to be written with CRLF, each line end counts as in the file")
    func written() throws {
        let source = SourceText(Text("a\n😀\nb"), endsLinesWithCRLF: true)
        let positions = try #require(source.positions(of: 2..<5, try OffsetDialect(parsing: "nvivo")))
        #expect(positions == (3, 8))
        #expect(source.text.string == "a\n😀\nb")
    }
}
