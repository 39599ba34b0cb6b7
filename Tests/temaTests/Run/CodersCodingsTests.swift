import TemaModel
import Testing

@testable import tema

@Suite("A document's coders") struct CodersCodingsTests {
    @Test("are those who have coded in it, each with their own codings, and everybody's come together")
    func coders() throws {
        let place = try CodedStudy()
        try place.tag(passage: 1, "a/b", by: "eve")
        try place.tag(passage: 1, "a/b", by: "ana")
        try place.tag(passage: 0, "a", by: "ana")
        let coded = CodedDocument(
            document: try place.study.document("d"), passages: (0..<2).map { CodedPassage(passage: $0, words: 1) })
        let (all, coders) = try place.study.codedByHand(coded, CodeNumbers(place.codes, of: place.study))
        #expect(all.codings.map(\.passage) == [0, 1] && all.evidence.count == 3)
        #expect(coders.map(\.name) == ["ana", "eve"])
        #expect(coders.map { $0.coded.codings.map(\.code) } == [[0, 1], [1]])
    }
}
