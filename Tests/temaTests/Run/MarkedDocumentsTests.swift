import TemaAnalysis
import TemaModel
import Testing

@testable import tema

@Suite("Documents with codings by hand") struct MarkedDocumentsTests {
    @Test("are given with everybody's codings, or one coder's")
    func marks() throws {
        let place = try CodedStudy()
        try place.tag(passage: 1, "a/b", by: "eve")
        try place.tag(passage: 0, "a", by: "ana")
        var marks: [[CodeAgreement.Mark]] = []
        try place.study.eachMarked(place.codes) { marks.append($1) }
        try place.study.eachMarked(place.codes, by: "eve") { marks.append($1) }
        let (first, second) = (
            CodeAgreement.Mark(0..<3, code: 0, coder: "ana"), CodeAgreement.Mark(5..<8, code: 1, coder: "eve")
        )
        #expect(marks == [[first, second], [second]])
    }
}
