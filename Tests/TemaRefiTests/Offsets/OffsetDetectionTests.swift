import TemaModel
import TestSupport
import Testing

@testable import TemaRefi

@Suite struct OffsetDetectionTests {
    /// A source as a program of some dialect would write it, with the intended spans.
    struct Sample {
        let text: SourceText
        let spans: [Range<Int>]
        let selections: [WrittenSelection]

        /// - Parameter named: Whether each selection's name is the selected text.
        init(_ raw: String, _ spans: [Range<Int>], _ dialect: OffsetDialect, named: Bool) throws {
            text = SourceText(raw)
            let scalars = Array(text.text.string.unicodeScalars)
            let counted = SourceTextTests.counted(raw, dialect)
            (self.spans, selections) = (
                spans,
                spans.map { span in
                    let (start, end) = (counted[span.lowerBound], counted[span.upperBound])
                    let name = String(String.UnicodeScalarView(scalars[span.prefix(100)]))
                    return WrittenSelection(
                        start: start, end: dialect.endIsInclusive ? end - 1 : end,
                        labels: named ? [span.count > 100 ? name + "…" : name] : ["Quotation 6:1"])
                }
            )
        }

        func read(in dialect: OffsetDialect) -> [Range<Int>?] {
            selections.map { text.span(from: $0.start, to: $0.end, dialect: dialect) }
        }
    }

    static let words = [
        "she", "waited", "for", "the", "nurse", "a", "naïve", "e\u{301}tude", "😀", "well-known", "שלום", "עולם", "Ward",
        "7B", "it's",
        "السلام", "👩‍⚕️", "hospital", "discharge", "I",
    ]

    /// Returns lines of words with punctuation marks.
    static func text(_ random: inout SeededGenerator, mark: Bool) -> String {
        var raw = mark ? "\u{FEFF}" : ""
        for _ in 0..<Int.random(in: 20...60, using: &random) {
            let line = (0..<Int.random(in: 3...15, using: &random)).map { _ in
                words.randomElement(using: &random) ?? "a"
            }
            raw += line.joined(separator: " ") + ["", ".", "?", ","][Int.random(in: 0...3, using: &random)]
            raw += ["\r\n", "\r\n\r\n", "\n", " 😀 "][Int.random(in: 0...3, using: &random)]
        }
        return raw
    }

    /// Returns spans from the start of a word to the end of a word close to it.
    static func spans(_ text: SourceText, count: Int, _ random: inout SeededGenerator) -> [Range<Int>] {
        let scalars = Array(text.text.string.unicodeScalars)
        let isSpace = scalars.map(\.properties.isWhitespace)
        let starts = scalars.indices.filter { !isSpace[$0] && ($0 == 0 || isSpace[$0 - 1]) }
        let ends = scalars.indices.filter { !isSpace[$0] && ($0 == scalars.count - 1 || isSpace[$0 + 1]) }
        return (0..<count).map { _ in
            let from = Int.random(in: starts.indices, using: &random)
            let to = min(ends.count - 1, from + Int.random(in: 0...12, using: &random))
            return starts[from]..<(ends[to] + 1)
        }
    }

    @Test("Selections of words are read correctly in every dialect", arguments: 1...6)
    func recognised(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        for dialect in OffsetDialect.all {
            let raw = Self.text(&random, mark: random.chance(50))
            let count = Int.random(in: 10...200, using: &random)
            let spans = Self.spans(SourceText(raw), count: count, &random)
            let sample = try Sample(raw, spans, dialect, named: random.chance(30))
            var detection = OffsetDetection(origin: nil)
            detection.add("a.txt", sample.text, selections: sample.selections)
            let decision = try detection.decisions()[0].get()
            #expect(sample.read(in: decision.dialect) == sample.spans, "\(decision.summary)")
        }
    }

    @Test(
        "In Chinese, only the names of selections are evidence; a tie without them is an error",
        arguments: OffsetDialect.all)
    func chinese(dialect: OffsetDialect) throws {
        let raw = "\u{FEFF}" + String(repeating: "她在病房里等待护士😀没有人来\r\n出院以后她回家了他们说情况很好\r\n", count: 6)
        let spans = stride(from: 3, to: 150, by: 7).map { $0..<($0 + 5) }.filter { span in
            SourceText(raw).text.string.unicodeScalars.dropFirst(span.lowerBound).prefix(5).allSatisfy { $0 != "\n" }
        }
        for named in [true, false] {
            let sample = try Sample(raw, spans, dialect, named: named)
            var detection = OffsetDetection(origin: "Some program")
            detection.add("a.txt", sample.text, selections: sample.selections)
            if named {
                let decision = try detection.decisions()[0].get()
                #expect(sample.read(in: decision.dialect) == sample.spans)
            } else {
                let problem = #expect(throws: Problem.self) { try detection.decisions()[0].get() }
                #expect(problem?.suggestion?.contains("--offsets") == true)
            }
        }
    }

    @Test("Dialects that select the same text are not a tie")
    func same() throws {
        let sample = try Sample("one two three\r\n😀", [4..<7], .standard, named: false)
        var detection = OffsetDetection(origin: nil)
        detection.add("a.txt", sample.text, selections: [])
        detection.add("b.txt", sample.text, selections: [WrittenSelection(start: 4, end: 4)])
        let none = try detection.decisions()[0].get()
        #expect(none.ground == .nothingDiffers)
        #expect(none.dialect == .standard)
        #expect(none.readings[0].dialects.count == 8)
    }

    @Test("A source with little evidence is decided by the other sources, and then by its program")
    func follows() throws {
        let nvivo = try OffsetDialect(parsing: "nvivo")
        var random = SeededGenerator(seed: 3)
        let raw = Self.text(&random, mark: true)
        let telling = try Sample(raw, Self.spans(SourceText(raw), count: 50, &random), nvivo, named: false)
        let silent = try Sample("她在病房\r\n里等待护士没\r\n有人来出院", [9..<11], nvivo, named: false)
        var detection = OffsetDetection(origin: nil)
        detection.add("silent.txt", silent.text, selections: silent.selections)
        #expect(throws: Problem.self) { try detection.decisions()[0].get() }
        detection.add("telling.txt", telling.text, selections: telling.selections)
        let decision = try detection.decisions()[0].get()
        #expect(decision.ground == .otherSources)
        #expect(silent.read(in: decision.dialect) == silent.spans)

        for origin in ["NVivo 12.6", "Tema 1.0 (offsets utf16,crlf=2)"] {
            var alone = OffsetDetection(origin: origin)
            alone.add("silent.txt", silent.text, selections: silent.selections)
            let decision = try alone.decisions()[0].get()
            #expect(decision.ground == .program)
            #expect(silent.read(in: decision.dialect) == silent.spans)
        }
    }

    @Test("The dialect is detected in spite of a few positions that are out of range")
    func outOfRange() throws {
        var random = SeededGenerator(seed: 4)
        let raw = Self.text(&random, mark: false)
        let sample = try Sample(raw, Self.spans(SourceText(raw), count: 40, &random), .standard, named: false)
        var detection = OffsetDetection(origin: nil)
        let beyond = [WrittenSelection(start: 0, end: 1 << 40), WrittenSelection(start: -5, end: .max)]
        detection.add("a.txt", sample.text, selections: sample.selections + beyond)
        let decision = try detection.decisions()[0].get()
        #expect(sample.read(in: decision.dialect) == sample.spans)
        #expect(decision.readings[0].outOfRange == 2)
        #expect(decision.summary.contains("2 out of range"))
    }

    @Test("Selections that were made in another text are an error")
    func anotherText() throws {
        var random = SeededGenerator(seed: 5)
        let raw = Self.text(&random, mark: true)
        let text = SourceText(raw)
        let selections = (0..<100).map { _ in
            let start = Int.random(in: 0..<(text.count - 20), using: &random)
            return WrittenSelection(start: start, end: start + Int.random(in: 1...20, using: &random))
        }
        var detection = OffsetDetection(origin: nil)
        detection.add("a.txt", text, selections: selections)
        let problem = #expect(throws: Problem.self) { try detection.decisions()[0].get() }
        #expect(problem?.message.contains("do not fit") == true)
        // The known dialect of a program is used all the same, because people sometimes cut words.
        var known = OffsetDetection(origin: "NVivo 12")
        known.add("a.txt", text, selections: selections)
        let decision = try known.decisions()[0].get()
        #expect(decision.ground == .program)
        #expect(decision.dialect.unit == .utf16)
    }

    @Test("If only the end or the byte-order mark is undecided, the usual dialect is used", arguments: [false, true])
    func usual(hasMark: Bool) throws {
        let bytes = (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array("hello world".utf8)
        var detection = OffsetDetection(origin: nil)
        detection.add(
            "a.txt", try SourceText(.bytes(bytes, name: "a.txt")), selections: [WrittenSelection(start: 0, end: 3)])
        #expect(try detection.decisions().first?.get().dialect == .standard)
        #expect(try detection.decisions().first?.get().ground == .usual)
    }
}
