import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("Merging two copies of a study") struct StudyMergeTests {
    /// Two copies of a study with three codings.
    private struct Copies {
        let places = [Place(), Place()]
        let ours: Study
        let theirs: Study

        init() throws {
            ours = try Composed.study(at: places[0])
            for passage in 0..<3 { _ = try ours.tag("lake", .passage(passage), code: "water", by: "ana") }
            try places[0].bytes.write(to: URL(filePath: places[1].path))
            theirs = try Study(places[1].path, for: .writing)
        }

        func clean() { for place in places { try? FileManager.default.removeItem(atPath: place.path + ".backups") } }
    }

    @Test("combines the changes of both, and a second merge changes nothing")
    func union() throws {
        let copies = try Copies()
        defer { copies.clean() }
        let gone = try copies.theirs.codings()[0].id
        _ = try copies.theirs.untag([gone], by: "ana")
        let added = try copies.theirs.tag("lake", .span(0..<8), code: "cold", by: "ben", memo: "see").id
        _ = try copies.theirs.importDocuments(by: "ben") { take in try take(Composed.document("sea", ["The sea."])) }
        let own = try copies.ours.tag("lake", .span(4..<8), code: "boat", by: "ana").id
        let merged = try copies.ours.merge(copies.theirs, by: "ana")
        #expect(merged.conflicts.isEmpty)
        #expect((merged.documents, merged.added, merged.changed, merged.removed) == (1, 2, 0, 1))
        let ids = Set(try copies.ours.codings().map(\.id))
        #expect(ids.count == 4 && ids.isSuperset(of: [added, own]) && !ids.contains(gone))
        let state = try State(copies.ours)
        #expect(try copies.ours.merge(copies.theirs, by: "ana").isNothing)
        #expect(try State(copies.ours) == state)
        #expect(try copies.ours.verify().problems.isEmpty)
        #expect(try copies.ours.undo(1, by: "ana").map(\.name) == ["merge"])
        #expect(try copies.ours.codings().count == 4 && copies.ours.documentIDs() == ["lake"])
    }

    @Test("keeps our text in a conflict, reports it, and moves their codings to it")
    func texts() throws {
        let copies = try Copies()
        defer { copies.clean() }
        let (first, second) = ("She went to the lake.", "Nobody saw the boat again.")
        _ = try copies.ours.importDocuments(by: "ana") { take in
            try take(Composed.document("lake", ["Ours.", first, second]))
        }
        _ = try copies.theirs.importDocuments(by: "ben") { take in
            try take(Composed.document("lake", [second, "Theirs."]))
        }
        let id = try copies.theirs.tag("lake", .quote("the boat", place: nil), code: "boat", by: "ben").id
        let merged = try copies.ours.merge(copies.theirs, by: "ana")
        #expect(merged.conflicts.contains { $0.contains("documents: both copies changed lake") })
        let coding = try copies.ours.codings().first { $0.id == id }
        #expect(coding?.passage == 2 && coding?.quote == "the boat" && coding?.state == .sure)
        #expect(try copies.ours.verify().problems.isEmpty)
        #expect(try copies.ours.merge(copies.theirs, by: "ana").isNothing)
    }

    @Test("gives the same codings in both directions", arguments: 1...10 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        let copies = try Copies()
        defer { copies.clean() }
        var random = SeededGenerator(seed: seed)
        for (study, coder) in [(copies.ours, "ben"), (copies.theirs, "cleo")] {
            for _ in 0..<12 {
                if Int.random(in: 0..<3, using: &random) == 0,
                    let coding = try study.codings().randomElement(using: &random)
                {
                    _ = try study.untag([coding.id], by: coding.coder)
                } else {
                    let start = Int.random(in: 0..<70, using: &random)
                    _ = try? study.tag("lake", .span(start..<(start + 9)), code: "water", by: coder)
                }
            }
        }
        let one = try copies.ours.merge(copies.theirs, by: "ana")
        let other = try copies.theirs.merge(copies.ours, by: "ana")
        #expect(one.conflicts.isEmpty && other.conflicts.isEmpty, "seed \(seed)")
        #expect(try Set(copies.ours.codings()) == Set(copies.theirs.codings()), "seed \(seed)")
        for study in [copies.ours, copies.theirs] { #expect(try study.verify().problems.isEmpty, "seed \(seed)") }
    }

    @Test("is refused for the same file")
    func same() throws {
        let copies = try Copies()
        let again = try Study(copies.ours.path, for: .reading)
        #expect(throws: Problem.self) { try copies.ours.merge(again, by: "ana") }
    }
}
