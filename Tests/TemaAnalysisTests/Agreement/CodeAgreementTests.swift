import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Agreement on codes") struct CodeAgreementTests {
    private let codes = CodeList(
        Codebook(id: "b", codes: [Code(id: "a", codes: [Code(id: "x"), Code(id: "y")]), Code(id: "z")]))

    private func document(_ id: String) -> Document {
        Document(
            id: id, text: Text("One two.\n\nThree four.\n\nFive."),
            passages: [0..<8, 10..<21, 23..<28].map { Passage(kind: .paragraph, sectionType: .other, span: $0) })
    }

    private func mark(_ span: Range<Int>, _ code: Int, _ coder: String) -> CodeAgreement.Mark {
        .init(span, code: code, coder: coder)
    }

    @Test("counts descendants, and units that a span overlaps partly")
    func passages() throws {
        var agreement = CodeAgreement(codes, unit: .passage, coders: ["ana", "ben", "eve"])
        var disagreements: [CodeAgreement.Disagreement] = []
        try agreement.add(
            document("d"),
            [mark(0..<3, 1, "ana"), mark(4..<12, 2, "ben"), mark(23..<28, 1, "ana"), mark(23..<24, 1, "ben")]
        ) { disagreements.append($0) }
        try agreement.add(document("e"), [mark(0..<3, 3, "ana")])
        // Ana and Ben agree on a in passages 0 and 2, and differ in 1. Eve coded nothing; only Ana coded in document e.
        let a = agreement.ratings(of: 0)
        #expect(a.paired == 3)
        let percent = try #require(Coefficient.all.first { $0.id == "percent" }).estimate(a).value
        #expect(abs(try #require(percent) - 200.0 / 3) < 1e-9)
        #expect(try #require(Coefficient.all.first { $0.id == "dice" }).estimate(a).value == 0.8)
        #expect(
            disagreements.filter { $0.code == 0 } == [.init(code: 0, span: 10..<21, givenBy: ["ben"], notBy: ["ana"])])
        #expect(disagreements.filter { $0.code == 1 }.map(\.span) == [0..<8])
        #expect(agreement.ratingsOfAll.paired == 9)
    }

    @Test("counts a document that a coder has marked as done as one without codes by the coder")
    func done() throws {
        var agreement = CodeAgreement(codes, unit: .passage, coders: ["ana", "ben", "eve"])
        try agreement.add(document("d"), [mark(0..<3, 0, "ana")], done: ["ben", "zoe"])
        try agreement.add(document("e"), [], done: ["ana", "ben"])
        // Two coders in three passages of two documents: they differ in the first.
        let a = agreement.ratings(of: 0)
        #expect(a.paired == 6)
        let percent = try #require(Coefficient.all.first { $0.id == "percent" }).estimate(a).value
        #expect(abs(try #require(percent) - 500.0 / 6) < 1e-9)
    }

    @Test("pools the codes of a level")
    func levels() throws {
        var agreement = CodeAgreement(codes, unit: .passage, coders: ["ana", "ben"], level: 1)
        try agreement.add(document("d"), [mark(0..<3, 1, "ana"), mark(0..<3, 2, "ben"), mark(10..<12, 3, "ana")])
        // a and z in three passages each: both coders coded a in the first, one coder z in the second.
        #expect(agreement.ratingsOfAll.paired == 6)
        let percent = try #require(Coefficient.all.first { $0.id == "percent" })
        expectClose(percent.estimate(agreement.ratingsOfAll).value, 500.0 / 6)
        let table = AgreementTable(Bootstrap(draws: 0)).codes(agreement)
        #expect(table.rows.map { $0.cells[1].text } == ["a", "z", "all codes of level 1"])
    }

    @Test("compares spans by unitizing α")
    func spans() throws {
        var agreement = CodeAgreement(codes, unit: .document, coders: ["ana", "ben"])
        try agreement.add(document("d"), [mark(0..<8, 3, "ana"), mark(0..<8, 3, "ben")])
        #expect(agreement.spans(of: 3) == .value(1))
        #expect(agreement.spans(of: 0).value == nil)
        let whole = AgreementTable(Bootstrap(draws: 0)).codes(agreement)
        #expect(whole.rows.count == 5)
        #expect(whole.rows.allSatisfy { $0.cells.count == whole.layout.columns.count })
    }

    @Test("is 100 % in every unit if all coders agree", arguments: CodingUnit.allCases)
    func same(unit: CodingUnit) throws {
        var agreement = CodeAgreement(codes, unit: unit, coders: ["ana", "ben"])
        for (name, end) in [("d", 12), ("e", 15)] {
            try agreement.add(
                document(name),
                ["ana", "ben"].flatMap { [mark(0..<end, 1, $0), mark(9..<end, 3, $0)] })
        }
        let percent = try #require(Coefficient.all.first { $0.id == "percent" })
        for code in codes.entries.indices where code != 2 {
            #expect(percent.estimate(agreement.ratings(of: code)).value ?? 100 == 100)
        }
    }
}
