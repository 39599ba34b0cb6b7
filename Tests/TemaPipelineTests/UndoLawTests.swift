import Foundation
import TemaCodebook
import TemaModel
import TemaStudy
import TestSupport
import Testing

@testable import TemaPipeline

@Suite("Three coders who undo their own actions") struct UndoLawTests {
    private let folder = TemporaryFolder()
    private let coders = ["ana", "ben", "eve"]

    private func study() throws -> Study {
        let study = try Study.create(at: folder.path("s.tema"))
        let words = (0..<12).map { "word\($0)" }.joined(separator: " ")
        _ = try study.importDocuments(by: "ana") { take in
            for id in ["one", "two"] { try take(Document(id: id, paragraphs: [words, words + " again"])) }
        }
        let codes = ["loss", "home", "fear"].map { Code(id: $0, codes: [Code(id: "deep"), Code(id: "wide")]) }
        try study.setCodebook(Codebook(id: "c", codes: codes), by: "ana")
        return study
    }

    /// Makes a random change. Changes that the study refuses are not made.
    private func change(_ study: Study, by coder: String, _ random: inout SeededGenerator) throws {
        // The import of the codebook can have been undone.
        guard try study.codebook() != nil else { return }
        let paths = try CodebookFile(of: study).codes.entries.map(\.path)
        let path = paths.randomElement(using: &random) ?? ""
        let other = paths.randomElement(using: &random) ?? ""
        let id = ["new", "other", "deep", "loss"].randomElement(using: &random) ?? ""
        let own = try study.codings(by: coder).shuffled(using: &random).prefix(2).map(\.id)
        let start = Int.random(in: 0..<8, using: &random) * 6
        let span = Selection.span(start..<(start + 5))
        switch Int.random(in: 0..<16, using: &random) {
        case 0..<5:
            let document = ["one", "two"].randomElement(using: &random) ?? ""
            let memo = Bool.random(using: &random) ? "Why?" : nil
            _ = try? study.tag(document, span, codes: [path, other], by: coder, memo: memo)
        case 5..<7: _ = try? study.untag(own, by: coder)
        case 7: _ = try? study.resize(own.first ?? "", to: span, by: coder)
        case 8: _ = try? study.recode(own, to: path, by: coder)
        case 9:
            let any = try study.codings().randomElement(using: &random)?.id ?? ""
            _ = try? study.note("On a coding.", on: .coding, subject: any, by: coder)
        case 10:
            let memo = try study.memos().filter { $0.coder == coder }.randomElement(using: &random)
            _ = try? study.removeMemos([memo?.id ?? ""], by: coder)
        case 11: _ = try? study.edit(.rename(path, to: id), by: coder)
        case 12: _ = try? study.edit(.move(path, under: Bool.random(using: &random) ? other : nil), by: coder)
        case 13: if paths.count > 4 { _ = try? study.edit(.merge(path, into: other), by: coder) }
        case 14: _ = try? study.edit(.add(Code(id: id), under: Bool.random(using: &random) ? path : nil), by: coder)
        default:
            if paths.count > 6 {
                _ = try? study.edit(.retire(path), by: coder)
            } else {
                _ = try? study.note("On a code.", on: .code, subject: path, by: coder)
            }
        }
    }

    /// Undoes the last or a chosen action of a coder, and sometimes redoes it.
    private func undo(_ study: Study, by coder: String, _ random: inout SeededGenerator, _ seed: UInt64) throws {
        let before = try text(study)
        let last = try study.lastAction()
        let own = try study.history(limit: 30, by: coder).filter { $0.reverts == nil }
        let undoable = try study.undoable(own, by: coder)
        let others = try study.codings().filter { $0.coder != coder }
        let chosen = Bool.random(using: &random) ? own.randomElement(using: &random) : nil
        let undone: Action?
        do {
            undone = try chosen.map { try study.undo(action: $0.number, by: coder) } ?? study.undo(1, by: coder).first
        } catch let problem as Problem {
            #expect(problem.kind == .conflict, "seed \(seed): \(problem)")
            #expect(try text(study) == before && study.lastAction() == last, "seed \(seed): refused")
            if let chosen, undoable.contains(chosen.number) {
                // Only that another coding has got the words and the code of a renamed code is not foreseen.
                #expect(problem.message.contains("has coded the words"), "seed \(seed): \(problem)")
            }
            return
        }
        guard let undone else { return }
        #expect(undone.coder == coder && (undoable.contains(undone.number) || chosen == nil), "seed \(seed)")
        if !undone.name.hasPrefix("codebook") {
            #expect(try study.codings().filter { $0.coder != coder } == others, "seed \(seed): others' codings")
        }
        try check(study, "seed \(seed): undo of \(undone.number)")
        let after = try text(study)
        #expect(try study.redo(1, by: coder).map(\.number) == [undone.number], "seed \(seed)")
        #expect(try text(study) == before, "seed \(seed): undo and redo of \(undone.number) \(undone.name)")
        guard Bool.random(using: &random) else { return }
        #expect(try study.undo(action: undone.number, by: coder).number == undone.number, "seed \(seed)")
        #expect(try text(study) == after, "seed \(seed): undone again")
    }

    private func check(_ study: Study, _ what: String) throws {
        #expect(try study.verifyWithCodebook().problems.map(\.message) == [], "\(what)")
        let codings = try study.codings()
        let words = Set(codings.map { "\($0.document) \($0.span) \($0.code) \($0.coder)" })
        #expect(words.count == codings.count, "\(what): the same coding twice")
        let ids = Set(codings.map(\.id))
        #expect(try study.memos().allSatisfy { $0.target != .coding || ids.contains($0.subject) }, "\(what): memos")
    }

    private func text(_ study: Study) throws -> [String: String] {
        var files: [String: String] = [:]
        try study.writeText { files[$0] = String(decoding: $1, as: UTF8.self) }
        return files
    }

    /// The number of random histories is in TEMA_HISTORIES; by default it is 8.
    private static let seeds = 1...(ProcessInfo.processInfo.environment["TEMA_HISTORIES"].flatMap { UInt64($0) } ?? 8)

    @Test("never damage the study or each other's codings", arguments: seeds)
    func law(seed: UInt64) throws {
        let study = try study()
        var random = SeededGenerator(seed: seed)
        for step in 0..<40 {
            let coder = coders.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<3: try undo(study, by: coder, &random, seed)
            case 3:
                let before = try (text(study), study.lastAction())
                do { _ = try study.redo(1, by: coder) } catch {
                    #expect(try (text(study), study.lastAction()) == before, "seed \(seed): refused redo")
                }
            default: try change(study, by: coder, &random)
            }
            try check(study, "seed \(seed), step \(step)")
        }
    }
}
