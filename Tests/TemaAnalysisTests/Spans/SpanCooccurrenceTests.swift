import TemaModel
import TestSupport
import Testing

@testable import TemaAnalysis

@Suite("Co-occurrence of codings by hand") struct SpanCooccurrenceTests {
    private typealias Mark = CodeAgreement.Mark

    /// Codes `x` with children `a` and `b`, and `z` with child `c`.
    private static let codes = CodeList(
        Codebook(
            id: "b", levels: ["category", "theme"],
            codes: [Code(id: "x", codes: [Code(id: "a"), Code(id: "b")]), Code(id: "z", codes: [Code(id: "c")])]))
    private static let (a, b, c) = (1, 2, 4)

    private static func document(_ text: String = "one two three four\n\nfive six\n\nseven eight nine") -> Document {
        var document = Document(id: "d", text: Text(text))
        var start = 0
        for part in text.split(separator: "\n\n") {
            document.passages.append(
                Passage(kind: .paragraph, sectionType: .other, span: start..<(start + part.utf8.count)))
            start += part.utf8.count + 2
        }
        return document
    }

    private static func count(_ relation: SpanRelation, level: Int? = nil, _ marks: [Mark]) -> SpanCooccurrence {
        var counts = SpanCooccurrence(codes: codes, relation: relation, level: level)
        counts.add(document(), marks)
        return counts
    }

    private static func mark(_ span: Range<Int>, _ code: Int, _ coder: String = "ana") -> Mark {
        Mark(span, code: code, coder: coder)
    }

    /// Spans with code numbers, and the number of co-occurrences by overlap, events, one word and one passage.
    struct Meeting: Sendable {
        struct Part: Sendable {
            let span: Range<Int>
            let code: Int
        }

        let parts: [Part]
        let expected: [Int]

        init(_ parts: [Part], _ expected: [Int]) { (self.parts, self.expected) = (parts, expected) }
    }

    private static let meetings: [Meeting] = [
        // One quotation with both codes.
        Meeting([.init(span: 0..<3, code: 1), .init(span: 0..<3, code: 2)], [1, 1, 1, 1]),
        // One long span overlaps two short ones: two pairs and two events.
        Meeting(
            [.init(span: 0..<18, code: 1), .init(span: 0..<3, code: 2), .init(span: 4..<7, code: 2)], [2, 2, 2, 2]),
        // Two overlapping quotations, each with both codes: pairs count in both directions; events count each quotation
        // and their overlap once.
        Meeting(
            [
                .init(span: 0..<7, code: 1), .init(span: 0..<7, code: 2), .init(span: 4..<13, code: 1),
                .init(span: 4..<13, code: 2),
            ], [4, 3, 4, 4]),
        // Adjacent spans do not overlap, and no word is between them.
        Meeting([.init(span: 0..<4, code: 1), .init(span: 4..<7, code: 2)], [0, 0, 1, 1]),
        // One word between in one passage; the next passage; two passages apart.
        Meeting([.init(span: 0..<3, code: 1), .init(span: 8..<13, code: 2)], [0, 0, 1, 1]),
        Meeting([.init(span: 14..<18, code: 1), .init(span: 25..<28, code: 2)], [0, 0, 1, 1]),
        Meeting([.init(span: 0..<3, code: 1), .init(span: 20..<24, code: 2)], [0, 0, 0, 1]),
        Meeting([.init(span: 0..<3, code: 1), .init(span: 30..<35, code: 2)], [0, 0, 0, 0]),
    ]

    @Test("counts pairs of spans, or events, by relation", arguments: meetings)
    func relations(meeting: Meeting) {
        let relations: [SpanRelation] = [.overlap, .events, .nearWords(1), .nearPassages(1)]
        for (relation, number) in zip(relations, meeting.expected) {
            let counts = Self.count(relation, meeting.parts.reversed().map { Self.mark($0.span, $0.code) })
            #expect(counts.together[.init(Self.a, Self.b)] ?? 0 == number, "\(relation)")
        }
    }

    @Test("does not pair codings of different coders, and adds up the counts")
    func coders() {
        let apart = [Self.mark(0..<3, Self.a, "ana"), Self.mark(0..<3, Self.b, "ben")]
        #expect(Self.count(.overlap, apart).together.isEmpty)
        let both = Self.count(.overlap, apart + [Self.mark(0..<3, Self.b, "ana"), Self.mark(1..<3, Self.a, "ben")])
        #expect(both.together == [.init(Self.a, Self.b): 2] && both.coders.count == 2)
    }

    @Test("counts codings of the same words with codes of one branch once")
    func rollUp() {
        let counts = Self.count(
            .overlap, level: 1, [Self.mark(0..<3, Self.a), Self.mark(0..<3, Self.b), Self.mark(2..<5, Self.c)])
        #expect(counts.spans == [1, 0, 0, 1, 0] && counts.together == [.init(0, 3): 1])
    }

    @Test("counts each shared Unicode scalar once")
    func scalars() {
        var counts = SpanCooccurrence(codes: Self.codes, relation: .overlap)
        // 10 scalars; é has two bytes.
        counts.add(
            Self.document("éééééééééé"),
            [Self.mark(0..<12, Self.a), Self.mark(4..<12, Self.a), Self.mark(8..<20, Self.b)])
        #expect(counts.scalars[Self.a] == 6 && counts.scalars[Self.b] == 6)
        #expect(counts.shared == [.init(Self.a, Self.b): 2])
        #expect(counts.table().cells("x/a", "x/b")?["characters_jaccard"]?.number == 0.2)
    }

    @Test("reports c out of range, and leaves it empty if undefined")
    func outOfRange() throws {
        func row(_ short: Int) throws -> [String: Table.Cell] {
            let marks = (0..<short).map { Self.mark($0..<($0 + 1), Self.b) } + [Self.mark(0..<18, Self.a)]
            return try #require(Self.count(.overlap, marks).table().cells("x/a", "x/b"))
        }
        #expect(try row(1)["c"] == .number(1) && row(1)["out_of_range"] == .empty)
        // k short spans in one long span: c = k / (1 + k - k) = k.
        #expect(try row(5)["c"] == .number(5) && row(5)["out_of_range"] == .phrase(Phrase("yes")))
        let crowd = (0..<3).flatMap { [Self.mark($0..<9, Self.a), Self.mark(($0 + 3)..<9, Self.b)] }
        let table = Self.count(.overlap, crowd).table()
        #expect(table.cells("x/a", "x/b")?["n_ab"] == .integer(9) && table.cells("x/a", "x/b")?["c"] == .empty)
        #expect(table.englishNotes.last?.hasPrefix("Out of range") == true)
    }

    @Test("equals a naive count of all pairs", arguments: 1...40)
    func naive(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let marks = (0..<Int.random(in: 0...14, using: &random)).map { _ in
            let start = Int.random(in: 0..<40, using: &random)
            return Self.mark(
                start..<Int.random(in: (start + 1)...min(44, start + 12), using: &random),
                [1, 2, 4].randomElement(using: &random) ?? 1, random.chance(50) ? "ana" : "ben")
        }
        let found = Self.count(.overlap, marks)
        let different = Array(Set(marks))
        for (one, other) in [(1, 2), (1, 4), (2, 4)] {
            let pairs = different.filter { $0.code == one }.flatMap { left in
                different.filter { $0.code == other && $0.coder == left.coder && $0.span.overlaps(left.span) }
            }
            #expect(found.together[.init(one, other)] ?? 0 == pairs.count, "seed \(seed)")
        }
    }
}
