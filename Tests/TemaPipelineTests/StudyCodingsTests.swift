import TemaAnalysis
import TemaModel
import TemaStudy
import Testing

@testable import TemaPipeline

@Suite("A study's codings") struct StudyCodingsTests {
    private let place: CodedStudy

    init() throws {
        place = try CodedStudy()
        try place.tag(passage: 1, "a/b", by: "eve")
        try place.tag(passage: 1, "a/b", by: "ana")
        try place.tag(passage: 0, "a", by: "ana")
    }

    private var document: CodedDocument {
        get throws {
            CodedDocument(
                document: try place.study.document("d"), passages: (0..<2).map { CodedPassage(passage: $0, words: 1) })
        }
    }

    @Test("count without the automatic ones that any coder has accepted or rejected, and with all made by hand")
    func final() throws {
        var automatic = try document
        automatic.evidence = [0..<1, 1..<2, 6..<7].map { Evidence(span: $0, indicator: 0) }
        automatic.codings = [
            Coding(passage: 0, code: 0, evidence: 0..<1), Coding(passage: 0, code: 1, evidence: 1..<2),
            Coding(passage: 1, code: 0, evidence: 2..<3),
        ]
        _ = try place.study.replaceAutomaticCodings(place.codes, by: "ana") { take in try take(automatic) }
        let codings = try StudyCodings(place.study, place.codes)
        func shown() throws -> [String] {
            let final = try codings.final(automatic)
            return final.codings.map { "\($0.passage) \($0.code) \($0.segments(final.evidence.span))" }
        }
        #expect(try shown() == ["0 0 2", "0 1 1", "1 0 1", "1 1 2"])
        _ = try place.study.decide(.rejected, AutomaticChoice(passage: 0, code: "a"), by: "ben")
        #expect(try shown() == ["0 0 1", "0 1 1", "1 0 1", "1 1 2"])
        _ = try place.study.decide(.rejected, AutomaticChoice(passage: 1), by: "ben")
        _ = try place.study.decide(.accepted, AutomaticChoice(passage: 0, code: "a/b"), by: "ben")
        #expect(try shown() == ["0 0 1", "0 1 1", "1 1 2"])
        #expect(try codings.undecided(automatic).codings.isEmpty)
    }

    @Test("of a document are returned for all coders together and for each coder")
    func coders() throws {
        let (all, coders) = try StudyCodings(place.study, place.codes).codedByEach(document)
        #expect(all.codings.map(\.passage) == [0, 1] && all.evidence.count == 3)
        #expect(coders.map(\.name) == ["ana", "eve"])
        #expect(coders.map { $0.coded.codings.map(\.code) } == [[0, 1], [1]])
    }

    @Test("replace a document's codings", arguments: [(CoderChoice.coder("eve"), [1]), (.everyone, [0, 1])])
    func replaced(choice: CoderChoice, codes: [Int]) throws {
        let coded = try StudyCodings(place.study, place.codes).coded(document, by: choice)
        #expect(coded.codings.map(\.code) == codes)
    }

    @Test("are passed to the body by document, for all coders or for one")
    func marks() throws {
        let codings = try StudyCodings(place.study, place.codes)
        var marks: [[CodeAgreement.Mark]] = []
        try codings.eachHandCoded(by: .everyone) { _, found, _ in marks.append(found) }
        try codings.eachHandCoded(by: .coder("eve")) { _, found, _ in marks.append(found) }
        #expect(marks.map(\.count) == [3, 1])
        #expect(marks[1] == [CodeAgreement.Mark(5..<8, code: 1, coder: "eve")])
    }

    @Test("are refused if the codebook lacks their codes")
    func unknownCode() throws {
        let other = CodeList(Codebook(id: "b", codes: [Code(id: "z")]))
        let problem = try #require(throws: Problem.self) {
            try StudyCodings(place.study, other).coded(document, by: .everyone)
        }
        #expect(problem.message.hasPrefix("the codebook has no code a") && problem.file == place.study.path)
    }

    @Test("are refused for an unknown coder, with the nearest name")
    func unknownCoder() throws {
        #expect(try place.study.coder(named: "ana") == "ana")
        let problem = try #require(throws: Problem.self) { try place.study.coder(named: "anna") }
        #expect(problem.description.contains("unknown coder “anna” (did you mean “ana”?)"))
    }
}
