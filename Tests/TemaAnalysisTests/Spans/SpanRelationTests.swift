import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Distance of spans") struct SpanRelationTests {
    private static let document = Document(
        id: "d", text: Text("Don't go, self-help me.\n\nNow"),
        passages: [
            Passage(kind: .caption, sectionType: .other, span: 0..<23),
            Passage(kind: .paragraph, sectionType: .other, span: 25..<28),
        ])

    @Test(
        "is the number of words between them",
        arguments: [
            (0..<5, 6..<8, 0), (0..<5, 10..<14, 1), (0..<5, 20..<22, 3), (0..<2, 6..<8, 0), (0..<5, 25..<28, 4),
        ])
    func words(one: Range<Int>, other: Range<Int>, between: Int) {
        for most in 0...5 {
            let reaches = SpanDistance(.nearWords(most), in: Self.document).reaches(other, from: one)
            #expect(reaches == (between <= most), "\(most)")
        }
    }

    @Test("is the number of passages between them")
    func passages() {
        let near = SpanDistance(.nearPassages(0), in: Self.document)
        #expect(near.reaches(20..<22, from: 0..<2) && !near.reaches(25..<28, from: 0..<2))
        // A span over both passages is in both.
        #expect(near.reaches(26..<28, from: 20..<26))
        #expect(SpanDistance(.nearPassages(1), in: Self.document).reaches(25..<28, from: 0..<2))
    }

    @Test("has a definition with the number")
    func definitions() {
        #expect(SpanRelation.nearWords(1).definition.description.hasSuffix("at most 1 word between them"))
        #expect(SpanRelation.nearPassages(2).definition.description.hasSuffix("at most 2 passages apart"))
    }
}
