import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("Agreement on spans of all codes") struct SpanAgreementTableTests {
    private typealias Mark = CodeAgreement.Mark

    /// Krippendorff 2019, figure 12.11: seven values, three coders.
    private static let marks: [Mark] =
        marks("Alex", [0, 7, 1, 7, 13, 2, 30, 32, 5, 32, 37, 6, 37, 44, 6, 44, 60, 7])
        + marks("Paul", [0, 7, 1, 7, 13, 3, 13, 21, 5, 32, 44, 6])
        + marks("Suzan", [0, 7, 1, 7, 13, 4, 13, 21, 5, 32, 37, 6, 37, 41, 6, 41, 44, 6])

    /// Each unit as start, end and value.
    private static func marks(_ coder: String, _ numbers: [Int]) -> [Mark] {
        stride(from: 0, to: numbers.count, by: 3).map { at in
            Mark(numbers[at]..<numbers[at + 1], code: numbers[at + 2], coder: coder)
        }
    }

    /// Codes 1 to 7 below one code, and another top-level code.
    private static let codes = CodeList(
        Codebook(
            id: "b",
            codes: [Code(id: "all", codes: (1...7).map { Code(id: "\($0)") }), Code(id: "none")]))

    private static func table(_ marks: [Mark], level: Int? = nil) throws -> Table {
        var agreement = CodeAgreement(codes, unit: .passage, coders: ["Alex", "Paul", "Suzan"], level: level)
        // Each scalar has three bytes: lengths are in scalars.
        let text = Text(String(repeating: "語", count: 60))
        let document = Document(
            id: "d", text: text, passages: [Passage(kind: .paragraph, sectionType: .other, span: 0..<180)])
        try agreement.add(
            document,
            marks.map { Mark((3 * $0.span.lowerBound)..<(3 * $0.span.upperBound), code: $0.code, coder: $0.coder) })
        return AgreementTable.spans(agreement)
    }

    @Test("equals the published values")
    func book() throws {
        let table = try Self.table(Self.marks)
        let all = try #require(table.cells("", "all codes together"))
        for (name, expected) in [("u_alpha", 0.509982), ("relevance_alpha", 0.413599), ("cu_alpha", 0.728350)] {
            #expect(abs(try #require(all[name]?.number) - expected) < 5.1e-7)
        }
        // (k)uα: 1, 5 and 6 are 1; 2, 3 and 4 are 0; 7 intersects no other coder's spans.
        let alphas = table.rows.suffix(8).prefix(7).map { $0.cells[6] }
        #expect(alphas.map { $0.number.map { ($0 * 1e9).rounded() / 1e9 } } == [1, 0, 0, 0, 1, 1, nil])
        #expect(table.cells("all/7")?["coverage"]?.number == 0)
        #expect(table.rows.allSatisfy { $0.cells.count == table.layout.columns.count })
    }

    @Test("has one value if all codes are below one code of the level")
    func level() throws {
        let table = try Self.table(Self.marks, level: 1)
        #expect(table.rows.map { $0.cells[0] } == [.text(""), .text("all"), .text("none")])
        let all = try #require(table.cells("", "all codes together"))
        #expect(all["u_alpha"] == all["relevance_alpha"] && all["cu_alpha"] == .empty)
    }

    @Test("is undefined, with a reason, if a coder applied two codes to the same words")
    func overlap() throws {
        let table = try Self.table(Self.marks + [Mark(3..<9, code: 6, coder: "Paul")])
        let all = try #require(table.cells("", "all codes together"))
        #expect(all["u_alpha"] == .empty)
        guard case .list(let reasons) = all["undefined"] else {
            Issue.record("there is no reason")
            return
        }
        #expect(reasons.map(\.text) == ["uα: one coder's spans of all/1 and all/6 overlap"])
        // Single codes are still compared.
        #expect(table.cells("all/1")?["u_alpha"] == .number(1))
    }
}
