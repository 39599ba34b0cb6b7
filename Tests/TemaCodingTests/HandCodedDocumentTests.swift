import TemaModel
import Testing

@testable import TemaCoding

@Suite("Codings made by hand, by passage") struct HandCodedDocumentTests {
    @Test("Each overlapping passage is coded once, with the parts of the spans in it as evidence")
    func spans() {
        let passages = [0..<10, 12..<20, 22..<30].map { Passage(kind: .paragraph, sectionType: .other, span: $0) }
        let document = Document(id: "a", text: Text(String(repeating: "x", count: 30)), passages: passages)
        // The kind of the last passage is not coded.
        let base = CodedDocument(
            document: document, passages: [.init(passage: 0, words: 1), .init(passage: 1, words: 1)])
        let coded = base.coded(byHand: [(0..<4, 1), (0..<30, 0), (2..<6, 1), (10..<12, 1), (24..<26, 1)])
        let found = coded.codings.map { coding in
            "\(coding.passage) \(coding.code) " + coded.evidence(of: coding).map { "\($0.span)" }.joined(separator: " ")
        }
        #expect(found == ["0 0 0..<10", "0 1 0..<4 2..<6", "1 0 12..<20"])
        #expect(coded.evidence.allSatisfy { $0.isByHand })
        #expect(coded.passages == base.passages)
        // A span over two passages is one segment, counted in the first of them.
        #expect(coded.codings.map { $0.segments(coded.evidence.span) } == [1, 2, 0])
    }

    @Test("Codings of two values are united by passage and code, with the evidence of both in text order")
    func union() {
        let passages = [0..<10, 12..<20].map { Passage(kind: .paragraph, sectionType: .other, span: $0) }
        let document = Document(id: "a", text: Text(String(repeating: "x", count: 20)), passages: passages)
        let base = CodedDocument(
            document: document, passages: [.init(passage: 0, words: 1), .init(passage: 1, words: 1)])
        var automatic = base
        automatic.evidence = [Evidence(span: 5..<6, indicator: 0), Evidence(span: 13..<14, indicator: 1)]
        automatic.codings = [
            Coding(passage: 0, code: 1, evidence: 0..<1), Coding(passage: 1, code: 0, evidence: 1..<2),
        ]
        let union = automatic.union(base.coded(byHand: [(0..<4, 1), (7..<8, 1), (7..<15, 2)]))
        let found = union.codings.map { coding in
            "\(coding.passage) \(coding.code) "
                + union.evidence(of: coding).map { "\($0.span.lowerBound):\($0.indicator)" }.joined(separator: " ")
        }
        #expect(found == ["0 1 0:-1 5:0 7:-1", "0 2 7:-1", "1 0 13:1", "1 2 12:-2"])
        #expect(union.codings.map { $0.segments(union.evidence.span) } == [3, 1, 1, 0])
        #expect(union.passages == base.passages)
    }
}
