import TemaModel
import TestSupport
import Testing

@testable import TemaAnalysis

@Suite("A draw of passages") struct PassageDrawTests {
    private static func passage(_ number: UInt64, _ document: String = "d") -> SampledPassage {
        let document = Document(
            id: document, text: Text("x"), passages: [Passage(kind: .paragraph, sectionType: .other, span: 0..<1)])
        return SampledPassage(number, 0, of: document, LazyOffsets(document))
    }

    @Test("keeps the smallest numbers, whatever comes first", arguments: 1...20)
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

    @Test("lets the document decide between the same numbers")
    func ties() {
        var draw = PassageDraw(1)
        for id in ["b", "a", "c"] { draw.offer(Self.passage(5, id)) }
        #expect(draw.passages.map(\.document) == ["a"])
    }
}
