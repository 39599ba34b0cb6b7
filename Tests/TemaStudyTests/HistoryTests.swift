import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("The history of a study") struct HistoryTests {
    @Test("records each action and its coder, and only actions that changed the study")
    func actions() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        let id = try study.tag("lake", .passage(0), code: "water", by: "ana").id
        _ = try study.importDocuments(by: "ana") { take in try take(Composed.lake) }
        #expect(throws: Problem.self) { try study.tag("sea", .passage(0), code: "water", by: "ana") }
        _ = try study.untag([id], by: "ana")
        #expect(try study.history().map(\.name) == ["import", "tag", "untag"])
        #expect(try study.history().map(\.number) == [1, 2, 3])
        #expect(try study.history().allSatisfy { $0.coder == "ana" && $0.at.count == 20 })
    }

    @Test("has nothing to redo after a new action")
    func branches() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        _ = try study.tag("lake", .passage(0), code: "water", by: "ana")
        #expect(try study.undo(1, by: "ana").map(\.name) == ["tag"])
        _ = try study.tag("lake", .passage(1), code: "water", by: "ana")
        #expect(try study.redo(1, by: "ana").isEmpty)
        let problem = try #require(throws: Problem.self) { try study.undo(3, by: "ben") }
        #expect(problem.message == "there are only 2 actions to undo")
        #expect(try study.codings().map(\.passage) == [1])
        #expect(try study.undo(2, by: "ben").map(\.name) == ["tag", "import"])
        #expect(try study.documentIDs().isEmpty)
        #expect(throws: Problem.self) { try study.redo(3, by: "ben") }
        #expect(try study.redo(2, by: "ben").count == 2)
        #expect(try study.codings().map(\.passage) == [1])
    }

    @Test("restores every earlier state", arguments: 1...12 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        let place = Place()
        let study = try Composed.study(at: place)
        var random = SeededGenerator(seed: seed)
        // The state after each step that can be undone.
        var states = [try State(study)]
        var at = 0
        for _ in 0..<40 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<2:
                let count = Int.random(in: 1...3, using: &random)
                let undone = try study.undo(min(count, at), by: "ana").count
                #expect(undone == min(count, at), "seed \(seed)")
                at -= undone
            case 2..<4:
                let count = min(Int.random(in: 1...3, using: &random), states.count - 1 - at)
                let redone = try study.redo(count, by: "ben").count
                #expect(redone == count, "seed \(seed)")
                at += redone
            default:
                guard try change(study, &random) else { continue }
                states = Array(states[...at]) + [try State(study)]
                at += 1
            }
            #expect(try State(study).isSame(as: states[at]), "seed \(seed)")
        }
        #expect(try study.verify().problems.isEmpty)
        // Undo and redo the complete history.
        var undone = 0
        while try !study.undo(1, by: "ana").isEmpty { undone += 1 }
        #expect(try study.documentIDs().isEmpty)
        #expect(try study.redo(undone, by: "ana").count == undone)
        #expect(try State(study).isSame(as: states[at]), "seed \(seed)")
    }

    /// Makes a random change to the study. Returns whether it succeeded.
    private func change(_ study: Study, _ random: inout SeededGenerator) throws -> Bool {
        let coding = try study.codings().randomElement(using: &random)
        let code = ["water", "boat", "cold"].randomElement(using: &random) ?? ""
        do {
            switch Int.random(in: 0..<8, using: &random) {
            case 0..<3:
                let start = Int.random(in: 0..<60, using: &random)
                _ = try study.tag("lake", .span(start..<(start + 5)), code: code, by: "ana")
            case 3:
                guard let coding else { return false }
                _ = try study.untag([coding.id], by: coding.coder)
            case 4: _ = try study.note("see", on: .document, subject: "lake", by: "ben")
            case 5...6:
                guard let coding else { return false }
                let edit =
                    Bool.random(using: &random)
                    ? CodebookEdit.rename(coding.code, to: code) : .merge(coding.code, into: code)
                guard code != coding.code else { return false }
                let yaml = "version \(try study.history().count)"
                _ = try study.change(edit, to: yaml, by: coding.coder)
            default:
                let words = (0..<3).map { _ in
                    ["She went to the lake.", "The lake was cold.", "Gone."].randomElement(using: &random) ?? ""
                }
                let document = Composed.document("lake", words + ["Nobody saw the boat again."])
                return try !study.importDocuments(by: "ana") { take in try take(document) }.changed.isEmpty
            }
            return true
        } catch {
            return false
        }
    }
}
