import Foundation
import TemaCodebook
import TemaModel
import TemaStudy
import TestSupport
import Testing

@testable import TemaPipeline

@Suite("Copies of a study that two coders changed") struct TeamMergeTests {
    private let folder = TemporaryFolder()

    /// Two copies of a study with two documents and codings by both coders.
    private func copies() throws -> [Study] {
        let study = try Study.create(at: folder.path("ana.tema"))
        let words = (0..<12).map { "word\($0)" }.joined(separator: " ")
        _ = try study.importDocuments(by: "ana") { take in
            for id in ["one", "two"] { try take(Document(id: id, paragraphs: [words, words + " again"])) }
        }
        let codes = ["loss", "home", "fear"].map { id in
            Code(id: id, name: ByLanguage(id.uppercased()), codes: [Code(id: "deep"), Code(id: "wide")])
        }
        try study.setCodebook(Codebook(id: "c", codes: codes), by: "ana")
        for (number, coder) in ["ana", "ben", "ana", "ben", "ana"].enumerated() {
            _ = try study.tag(
                "one", .span((number * 6)..<(number * 6 + 5)), code: ["loss", "home/deep", "fear/wide"][number % 3],
                by: coder, memo: number % 2 == 0 ? "Why?" : nil)
        }
        let other = folder.path("ben.tema")
        try FileManager.default.copyItem(atPath: study.path, toPath: other)
        return [study, try Study(other, for: .writing)]
    }

    /// Makes a random change. Changes that the study refuses are not made.
    private func change(_ study: Study, by coder: String, _ random: inout SeededGenerator) throws {
        let paths = try CodebookFile(of: study).codes.entries.map(\.path)
        let path = paths.randomElement(using: &random) ?? ""
        let other = paths.randomElement(using: &random) ?? ""
        let id = ["new", "other", "deep", "\(coder)-own"].randomElement(using: &random) ?? ""
        func edit(_ edit: CodebookEdit) { _ = try? study.edit(edit, by: coder) }
        switch Int.random(in: 0..<14, using: &random) {
        case 0:
            edit(
                .add(
                    Code(id: id, definition: ByLanguage("By \(coder).")),
                    under: Bool.random(using: &random) ? path : nil))
        case 1: edit(.rename(path, to: id))
        case 2: edit(.move(path, under: Bool.random(using: &random) ? other : nil))
        case 3: edit(.merge(path, into: other))
        case 4: if paths.count > 3 { edit(.retire(path)) }
        case 5:
            let code = try CodebookFile(of: study).codes.entries.first { $0.path == path }?.code
            guard var code else { return }
            code.name = ByLanguage("Name by \(coder) \(Int.random(in: 0..<9, using: &random))")
            edit(.describe(path, as: code))
        case 6: _ = try? study.undo(1, by: coder)
        case 7:
            if let own = try study.codings(by: coder).randomElement(using: &random) {
                _ = try study.untag([own.id], by: coder)
            }
        case 8:
            if let memo = try study.memos().filter({ $0.coder == coder }).randomElement(using: &random) {
                _ = try study.editMemo(memo.id, to: "Edited \(Int.random(in: 0..<99, using: &random)).", by: coder)
            }
        case 9: _ = try study.mark(["two"], done: Bool.random(using: &random), by: coder)
        case 10: _ = try study.note("On a code.", on: .code, subject: path, by: coder)
        default:
            let start = Int.random(in: 0..<60, using: &random)
            // Sometimes in the other coder's name, so that both copies have the same coding.
            let name = Int.random(in: 0..<5, using: &random) == 0 ? "eve" : coder
            _ = try? study.tag(
                ["one", "two"].randomElement(using: &random) ?? "", .span((start / 6 * 6)..<(start / 6 * 6 + 5)),
                code: path, by: name)
        }
    }

    private func text(_ study: Study) throws -> [String: String] {
        var files: [String: String] = [:]
        try study.writeText { files[$0] = String(decoding: $1, as: UTF8.self) }
        return files
    }

    /// The number of random histories is in TEMA_HISTORIES; by default it is 24.
    private static let seeds = 1...(ProcessInfo.processInfo.environment["TEMA_HISTORIES"].flatMap { UInt64($0) } ?? 24)

    @Test("are the same after a merge in either direction, with every code and coding", arguments: seeds)
    func law(seed: UInt64) throws {
        let copies = try copies()
        var random = SeededGenerator(seed: seed)
        for (study, coder) in zip(copies, ["ana", "ben"]) {
            for _ in 0..<Int.random(in: 1...12, using: &random) { try change(study, by: coder, &random) }
        }
        let untouched = try copies.map { study in
            let path = study.path + "-before"
            try FileManager.default.copyItem(atPath: study.path, toPath: path)
            return try Study(path, for: .writing)
        }
        let before = try text(copies[0])
        _ = try copies[0].merge(untouched[1], by: "ana")
        let after = try text(copies[0])
        if after != before {
            #expect(try copies[0].undo(1, by: "ana").map(\.name) == ["merge"], "seed \(seed)")
            #expect(try text(copies[0]) == before, "seed \(seed), merge undone")
            #expect(try copies[0].verifyWithCodebook().problems.isEmpty, "seed \(seed), merge undone")
            _ = try copies[0].redo(1, by: "ana")
            #expect(try text(copies[0]) == after, "seed \(seed), merge redone")
        }
        _ = try copies[1].merge(copies[0], by: "ben")
        let third = untouched[1]
        _ = try third.merge(untouched[0], by: "ben")
        let texts = try [copies[0], copies[1], third].map { try text($0) }
        for name in Set(texts.flatMap(\.keys)) {
            #expect(texts[1][name] == texts[0][name], "seed \(seed), merged after the first: \(name)")
            #expect(texts[2][name] == texts[0][name], "seed \(seed), in the other direction: \(name)")
        }
        for study in [copies[0], copies[1], third] {
            let problems = try study.verifyWithCodebook().problems.map(\.message)
            #expect(problems == [], "seed \(seed): \(problems)")
        }
        #expect(try copies[0].merge(third, by: "ana").added == 0, "seed \(seed)")
        #expect(try text(copies[0]) == texts[0], "seed \(seed), merged again")
    }
}
