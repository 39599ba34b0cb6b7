import Foundation
import TemaModel
import Testing

@testable import TemaStudy

@Suite("Hand codings after a codebook edit") struct CodebookChangeTests {
    private func study(at place: Place) throws -> Study {
        let study = try Composed.study(at: place)
        try study.setCodebook("old", codes: ["a", "a/b", "e"], detail: "old", by: "ana")
        for (span, code) in [(0..<8, "a/b"), (0..<8, "e"), (4..<8, "a"), (9..<15, "e")] {
            _ = try study.tag("lake", .span(span), code: code, by: "ana", memo: code)
        }
        return study
    }

    private func codes(_ study: Study) throws -> [String] {
        try study.codings().map { "\($0.span.lowerBound) \($0.code)" }
    }

    @Test(
        "move with their codes, without duplicates",
        arguments: [
            (.rename("a", to: "z"), ["0 e", "0 z/b", "4 z", "9 e"], 2, 0),
            (.merge("a/b", into: "e"), ["0 e", "4 a", "9 e"], 0, 1),
            (.merge("e", into: "a"), ["0 a", "0 a/b", "4 a", "9 a"], 2, 0),
            (.retire("a"), ["0 e", "9 e"], 0, 2),
        ] as [(CodebookEdit, [String], Int, Int)])
    func steps(edit: CodebookEdit, expected: [String], recoded: Int, removed: Int) throws {
        let place = Place()
        let study = try study(at: place)
        defer { try? FileManager.default.removeItem(atPath: study.backupFolder) }
        let before = try State(study)
        let result = try study.change(edit, to: "new", by: "ana")
        #expect((result.recoded, result.removed) == (recoded, removed))
        #expect(try codes(study) == expected)
        #expect(try study.codebook() == "new")
        // A memo on a coding that was merged into another one is now on that one.
        let known = Set(try study.codings().map(\.id))
        if case .merge = edit { #expect(try study.memos().allSatisfy { known.contains($0.subject) }) }
        #expect(try study.undo(1, by: "ana").count == 1)
        #expect(try State(study).isSame(as: before))
        #expect(try study.codebook(after: 2) == "old" && study.codebook(after: 1) == nil)
    }

    @Test("move to the new code of a split if they are selected")
    func split() throws {
        let place = Place()
        let study = try study(at: place)
        defer { try? FileManager.default.removeItem(atPath: study.backupFolder) }
        let ids = try study.codings().filter { $0.code == "e" }.map(\.id)
        _ = try study.change(
            .split("e", into: "f"), to: "new", split: ([ids[1]], "f"), by: "ana")
        #expect(try codes(study) == ["0 a/b", "0 e", "4 a", "9 f"])
        #expect(throws: Problem.self) {
            try study.change(
                .split("a", into: "g"), to: "x", split: ([ids[0]], "g"), by: "ana")
        }
        #expect(try study.codebook() == "new")
    }

    @Test("never lose their code")
    func missing() throws {
        let place = Place()
        let study = try study(at: place)
        #expect(throws: Problem.self) { try study.setCodebook("x", codes: ["a", "e"], detail: "", by: "ana") }
        #expect(try study.codebook() == "old")
    }
}
