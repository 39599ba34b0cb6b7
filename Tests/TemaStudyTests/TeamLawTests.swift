import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("Random changes of a team") struct TeamLawTests {
    private let folder = TemporaryFolder()
    private let documents = ["lake", "boat", "sea"].map { id in
        Composed.document(id, ["She went to the \(id).", "Näh am Wasser war es kalt.", "Nobody saw the boat again."])
    }
    private static let coders = ["ana", "ben", "cleo"]

    private func study() throws -> Study {
        let study = try Study.create(at: folder.path("s.tema"))
        _ = try study.importDocuments(by: "ana") { take in for document in documents { try take(document) } }
        try study.setCodebook("codes: a\n", codes: ["a", "b", "c/d"], detail: "", by: "ana")
        return study
    }

    private func copy(_ study: Study, _ name: String) throws -> Study {
        try FileManager.default.copyItem(atPath: study.path, toPath: folder.path(name))
        return try Study(folder.path(name), for: .writing)
    }

    private func text(_ study: Study) throws -> [String: String] {
        var files: [String: String] = [:]
        try study.writeText { files[$0] = String(decoding: $1, as: UTF8.self) }
        return files
    }

    private func change(_ study: Study, _ random: inout SeededGenerator) throws {
        let document = documents.randomElement(using: &random) ?? documents[0]
        let coder = Self.coders.randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            let role = CoderRow.Role.allCases.randomElement(using: &random) ?? .coder
            _ = try study.addCoder(coder, role: role, by: "ana")
        case 1: try? study.removeCoder(coder, by: "ana")
        case 2:
            _ = try? study.assign([document.id], to: [coder], isAssigned: Bool.random(using: &random), by: "ana")
        case 3: _ = try study.setBlind(Bool.random(using: &random), by: "ana")
        case 4: _ = try study.setOpen([document.id], isOpen: Bool.random(using: &random), by: "ana")
        case 5: _ = try study.mark([document.id], done: Bool.random(using: &random), by: coder)
        case 6:
            let passage = Int.random(in: 0..<3, using: &random)
            _ = try? study.tag(document.id, .passage(passage), code: "a", by: coder)
        default:
            let span = document.passages[Int.random(in: 0..<3, using: &random)].span
            let hash = try study.read { try Study.revision($0, of: document.id).hash }
            let codes = ["a", "b", "c/d"].filter { _ in Bool.random(using: &random) }
            if Int.random(in: 0..<4, using: &random) == 0 {
                let unit = AgreedCodes(
                    document: document.id, hash: hash, span: span, codes: codes, at: "2026-01-01T00:00:00Z")
                _ = try study.adopt([unit], by: coder)
                return
            }
            let id = Reconciliation.id(of: document.id, hash: hash, span: span)
            _ = try study.reconcile(
                id: Int.random(in: 0..<5, using: &random) == 0 ? "\(coder)-\(id)" : id, document: document.id,
                hash: hash, span: span, codes: codes,
                choice: Reconciliation.Choice.allCases.randomElement(using: &random) ?? .own,
                note: "Why \(Int.random(in: 0..<9, using: &random))?", by: coder)
        }
    }

    @Test("can be undone one by one, and are read back from plain text", arguments: 1...12 as ClosedRange<UInt64>)
    func undoAndText(seed: UInt64) throws {
        let study = try study()
        var random = SeededGenerator(seed: seed)
        var texts = [try text(study)]
        for _ in 0..<20 {
            let actions = try study.history().count
            try change(study, &random)
            if try study.history().count > actions { texts.append(try text(study)) }
        }
        let last = texts.count - 1
        let empty = try copy(study, "empty.tema")
        #expect(try empty.undo(last, by: "ana").count == last)
        let files = texts[last]
        _ = try empty.readText(files.keys.sorted(), codes: ["a", "b", "c/d"], by: "ana") {
            Array((files[$0] ?? "").utf8)
        }
        #expect(try text(empty) == files, "seed \(seed)")
        #expect(try empty.verify().problems.map(\.message) == [], "seed \(seed)")
        for number in stride(from: last, to: 0, by: -1) {
            #expect(try study.undo(1, by: "ana").count == 1)
            #expect(try text(study) == texts[number - 1], "seed \(seed), action \(number)")
        }
        #expect(try study.verify().problems.map(\.message) == [], "seed \(seed)")
    }

    @Test("in two copies are the same after a merge in either direction", arguments: 1...24 as ClosedRange<UInt64>)
    func merged(seed: UInt64) throws {
        let first = try study()
        var random = SeededGenerator(seed: seed)
        for _ in 0..<5 { try change(first, &random) }
        let second = try copy(first, "second.tema")
        for study in [first, second] {
            for _ in 0..<Int.random(in: 1...15, using: &random) { try change(study, &random) }
        }
        let (firstBefore, third) = (try copy(first, "before.tema"), try copy(second, "third.tema"))
        _ = try first.merge(second, by: "ana")
        _ = try second.merge(first, by: "ben")
        _ = try third.merge(firstBefore, by: "ben")
        let texts = try [first, second, third].map { try text($0) }
        for name in Set(texts.flatMap(\.keys)) {
            #expect(texts[1][name] == texts[0][name], "seed \(seed), merged after the first: \(name)")
            #expect(texts[2][name] == texts[0][name], "seed \(seed), in the other direction: \(name)")
        }
        for study in [first, second, third] {
            #expect(try study.verify().problems.map(\.message) == [], "seed \(seed)")
            try expectConsensusOfOutcomes(study, seed)
        }
        let again = try first.merge(third, by: "ana")
        #expect(again.added + again.changed + again.removed == 0, "seed \(seed), merged again")
    }

    private func expectConsensusOfOutcomes(_ study: Study, _ seed: UInt64) throws {
        let codings = try study.codings(by: Study.consensus)
        for outcome in try study.reconciliations() {
            let codes = codings.filter { $0.document == outcome.document && $0.span == outcome.span }.map(\.code)
            // Codes that were adopted after the outcome remain.
            #expect(Set(outcome.codes).isSubset(of: codes), "seed \(seed): \(outcome.id)")
        }
    }
}
