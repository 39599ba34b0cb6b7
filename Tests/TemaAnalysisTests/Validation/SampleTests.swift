import TemaModel
import TestSupport
import Testing

@testable import TemaAnalysis

@Suite("A sample") struct SampleTests {
    private static let codes = CodeList(
        Codebook(
            id: "b",
            codes: [
                Code(
                    id: "a", indicators: ByLanguage([Indicator("one"), Indicator("two")]), codes: [Code(id: "below")]),
                Code(id: "z"),
            ]))

    /// Documents with ten passages; the first passage has the code below `a`, found by two indicators.
    private static func documents(_ count: Int) -> [CodedDocument] {
        (0..<count).map { number in
            var document = Document(id: "d\(number)", text: Text("0\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n7\n\n8\n\n9"))
            document.passages = (0..<10).map {
                Passage(kind: .paragraph, sectionType: .other, span: (3 * $0)..<(3 * $0 + 1))
            }
            return CodedDocument(
                document: document, passages: (0..<10).map { CodedPassage(passage: $0, words: 1) },
                codings: [Coding(passage: 0, code: 1, evidence: 0..<2)],
                evidence: [Evidence(span: 0..<1, indicator: 1), Evidence(span: 0..<1, indicator: 0)])
        }
    }

    private static func sample(_ count: Int, found: Int = 5, other: Int = 7, seed: UInt64 = 1) -> Sample {
        documents(count).reduce(
            into: Sample(codes: codes, chosen: [0, 2], size: .init(found: found, other: other), seed: seed)
        ) { $0.add($1) }
    }

    @Test("has the requested number of passages of each stratum, or all of them")
    func sizes() {
        for (documents, found, other) in [(20, 5, 7), (3, 3, 7), (0, 0, 0)] {
            let drawn = Self.sample(documents).drawn(0)
            #expect(drawn.count(where: \.isFound) == found && drawn.count == found + other)
            #expect(drawn.allSatisfy { ($0.passage.passage == 0) == $0.isFound })
        }
        #expect(Self.sample(20).population(0) == .init(found: 20, other: 180))
        // A code that is never found: every passage is in the other stratum.
        #expect(Self.sample(20).population(1) == .init(found: 0, other: 200))
        #expect(Self.sample(20).drawn(1).count == 7)
    }

    @Test("names the indicators that found the code or a descendant, in codebook order")
    func indicators() throws {
        let drawn = try #require(Self.sample(20).drawn(0).first { $0.isFound })
        #expect(drawn.passage.indicators == ["one", "two"])
        #expect(drawn.passage.span == 0..<1 && drawn.passage.text == "0")
    }

    @Test("differs by seed, and a smaller sample is part of a larger one")
    func seeds() {
        func places(_ sample: Sample) -> Set<String> {
            Set(sample.drawn(1).map { "\($0.passage.document) \($0.passage.passage)" })
        }
        #expect(places(Self.sample(50)) != places(Self.sample(50, seed: 2)))
        #expect(places(Self.sample(50)).isSubset(of: places(Self.sample(50, other: 20))))
    }

    @Test("shares most other passages between codes")
    func coordination() {
        let sample = Self.sample(50)
        let (first, second) = (sample.drawn(0).filter { !$0.isFound }, sample.drawn(1))
        let shared = first.count { one in second.contains { $0.passage == one.passage } }
        #expect(shared >= 5, "\(shared) of 7")
    }

    @Test("draws every passage with the same probability")
    func isFair() {
        var times = [Int](repeating: 0, count: 10)
        for seed in 1...2000 {
            for drawn in Self.sample(1, other: 3, seed: UInt64(seed)).drawn(1) { times[drawn.passage.passage] += 1 }
        }
        // The expected count is 600, with a standard deviation of 20.5.
        #expect(times.allSatisfy { 500...700 ~= $0 }, "\(times)")
    }

    @Test("weights a row by the number of passages that it represents")
    func weights() {
        let table = Self.sample(20).table()
        let weights = table.rows.map { $0.cells[12].number ?? 0 }
        #expect(weights.filter { $0 == 4 }.count == 5)
        #expect(abs(weights.reduce(0, +) - 400) < 1e-9)
    }
}

@Suite("Draw of passages") struct PassageDrawTests {
    private static func passage(_ number: UInt64, _ document: String = "d") -> SampledPassage {
        let document = Document(
            id: document, text: Text("x"), passages: [Passage(kind: .paragraph, sectionType: .other, span: 0..<1)])
        return SampledPassage(number, 0, of: document, offsets: LazyOffsets(document))
    }

    @Test("keeps the smallest numbers in any order", arguments: 1...20)
    func smallest(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let numbers = (0..<30).map { _ in UInt64.random(in: 0..<25, using: &random) }
        var (one, other) = (PassageDraw(6), PassageDraw(6))
        for (at, number) in numbers.enumerated() {
            at % 3 == 0 ? one.offer(Self.passage(number, "\(at)")) : other.offer(Self.passage(number, "\(at)"))
        }
        one.merge(other)
        #expect(one.passages.map(\.number) == Array(numbers.sorted().prefix(6)), "seed \(seed)")
        #expect(one.reach == numbers.sorted()[5])
    }

    @Test("orders equal numbers by document")
    func ties() {
        var draw = PassageDraw(1)
        for id in ["b", "a", "c"] { draw.offer(Self.passage(5, id)) }
        #expect(draw.passages.map(\.document) == ["a"])
    }
}
