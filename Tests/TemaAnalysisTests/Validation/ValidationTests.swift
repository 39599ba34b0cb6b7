import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("A validation") struct ValidationTests {
    /// Code `a`: two found passages are correct and one is wrong; one other passage is missed and one is not reviewed.
    private static let judgements: [Judgement] = [
        judgement("a", 0, ["x"], .given), judgement("a", 1, ["x", "y"], .given), judgement("a", 2, ["y"], .not),
        judgement("a", 3, [], .given), judgement("a", 4, [], .not), judgement("a", 5, [], .open),
        judgement("b", 0, ["z"], .not), judgement("b", 9, [], .unsure),
    ]

    private static func judgement(
        _ code: String, _ passage: Int, _ indicators: [String], _ verdict: Judgement.Verdict
    ) -> Judgement {
        Judgement(
            code: code, document: "d", passage: passage, text: "text \(passage)", isFound: !indicators.isEmpty,
            indicators: indicators, population: .init(found: 3, other: 20), verdict: verdict)
    }

    @Test("has one row per code, and one for all codes")
    func codes() throws {
        let table = Validation(Self.judgements).table(.codes)
        #expect(table.rows.count == 3)
        let a = try #require(table.cells("a"))
        #expect(
            ["found_passages", "found_judged", "found_given", "other_passages", "other_judged", "other_given"]
                .map { a[$0]?.number } == [3, 3, 2, 20, 2, 1])
        expectClose(a["precision"]?.number, 2.0 / 3)
        // 2 correct, 20 · 1/2 missed.
        expectClose(a["recall"]?.number, 2.0 / 12)
        let b = try #require(table.cells("b"))
        #expect(b["precision"]?.number == 0 && b["recall"] == .empty)
        // A stratum of b is not reviewed, so b is excluded.
        let all = try #require(table.cells("all 1 codes judged"))
        expectClose(all["recall"]?.number, 2.0 / 12)
        #expect(all["recall_low"] == .empty)
        #expect(table.englishNotes[0].hasPrefix("6 of 8 reviewed, 1 not yet, 1 undecided"))
    }

    @Test("counts how often each indicator was right, also alone")
    func indicators() throws {
        let table = Validation(Self.judgements).table(.indicators)
        #expect(table.rows.map { $0.cells[2] } == [.text("x"), .text("y"), .text("z")])
        #expect(table.cells("a", "x")?["right_alone"]?.number == 1)
        let y = try #require(table.cells("a", "y"))
        #expect(["judged", "right", "wrong", "right_alone", "wrong_alone"].map { y[$0]?.number } == [2, 1, 1, 0, 1])
        expectClose(y["precision_low"]?.number, 0.094_531_205_734_230_74)
    }

    @Test("lists the passages wrongly found and missed, with their indicators")
    func errors() {
        let table = Validation(Self.judgements).table(.errors)
        let cells = table.rows.map { row in [0, 2, 4, 5].map { row.cells[$0] } }
        #expect(
            cells == [
                [.text("a"), .phrase(Phrase("wrongly found")), .integer(2), .text("y")],
                [.text("a"), .phrase(Phrase("missed")), .integer(3), .text("")],
                [.text("b"), .phrase(Phrase("wrongly found")), .integer(0), .text("z")],
            ])
        #expect(table.englishNotes == ["2 wrongly found, 1 missed."])
    }

    @Test("has no row for all codes if there is only one, and no rows without judgements")
    func few() {
        #expect(Validation(Self.judgements.filter { $0.code == "a" }).table(.codes).rows.count == 1)
        for view in Validation.View.allCases { #expect(Validation([]).table(view).rows.isEmpty) }
    }
}
