import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("A study as plain text") struct StudyTextTests {
    private func text(_ study: Study) throws -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        try study.writeText { files.append(($0, $1)) }
        return files
    }

    private func read(_ files: [(path: String, bytes: [UInt8])], into study: Study) throws -> TextImportResult {
        try study.readText(files.map(\.path), codes: ["a", "b/c"], by: "ana") { path in
            files.first { $0.path == path }?.bytes ?? []
        }
    }

    private func study(at place: Place, _ seed: UInt64) throws -> Study {
        let ids = ["lake", "../a b/ü", ".hidden", String(repeating: "x", count: 300)]
        let study = try Composed.study(
            at: place, ids.map { Composed.document($0, ["Naïve 👩‍👧 words.", "\tAnd more\u{2028}here."]) })
        try study.setCodebook("codes: a\n", codes: ["a", "b/c"], detail: "", by: "ana")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let start = Int.random(in: 0..<20, using: &random)
            let coder = ["ana", "ben / cleo"].randomElement(using: &random) ?? ""
            _ = try? study.tag(
                ids.randomElement(using: &random) ?? "", .span(start..<(start + 6)),
                code: ["a", "b/c"].randomElement(using: &random) ?? "",
                by: coder, memo: start % 3 == 0 ? "Line.\n---\n\nid: x\n" : nil)
        }
        _ = try study.note("On all.", on: .study, subject: "", by: "ana")
        _ = try study.note("\r\n ", on: .code, subject: "a %0A\n%25\r", by: "ana: %")
        return study
    }

    @Test("reads back unchanged, and is written with the same bytes again", arguments: 1...6 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        let place = Place()
        let study = try study(at: place, seed)
        defer { try? FileManager.default.removeItem(atPath: study.backupFolder) }
        let (before, files) = (try State(study), try text(study))
        #expect(try read(files, into: study) == TextImportResult())
        #expect(try State(study) == before)
        // Into a study that has only the documents.
        let other = Place()
        let empty = try Study.create(at: other.path)
        defer { try? FileManager.default.removeItem(atPath: empty.backupFolder) }
        _ = try empty.importDocuments(by: "ana") { take in for document in before.documents { try take(document) } }
        _ = try read(files, into: empty)
        #expect(try State(empty).isSame(as: before), "seed \(seed)")
        let again = try text(empty)
        #expect(
            Dictionary(uniqueKeysWithValues: again.map { ($0.path, $0.bytes) })
                == Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }))
    }

    @Test("has file names that are valid in all file systems")
    func names() throws {
        let place = Place()
        for (path, _) in try text(study(at: place, 1)) {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            #expect(parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.count < 255 }, "\(path)")
        }
        #expect(FileName.of("a/b") != FileName.of("a%2Fb"))
    }

    @Test("is refused, with file and line, if it does not match the study's texts")
    func refused() throws {
        let place = Place()
        let study = try study(at: place, 1)
        defer { try? FileManager.default.removeItem(atPath: study.backupFolder) }
        let (before, files) = (try State(study), try text(study))
        let at = try #require(files.firstIndex { $0.path.hasSuffix(".jsonl") })
        let line = String(decoding: files[at].bytes, as: UTF8.self)
        for (old, new, message) in [
            ("\"start\":", "\"start\":1", "its words are not at its offsets"),
            ("\"code\":\"", "\"code\":\"z", "has no code"),
            ("\"hash\":\"", "\"hash\":\"0", "does not have this text"), ("{", "", "not a coding"),
            ("\n", "\n" + line, "twice"), ("\"coder\":\"", "\"coder\":\"x", "belongs in codings/"),
        ] {
            var changed = files
            guard let range = line.range(of: old) else { continue }
            changed[at].bytes = Array(line.replacingCharacters(in: range, with: new).utf8)
            let problem = #expect(throws: Problem.self) { try read(changed, into: study) }
            #expect(problem?.message.contains(message) == true, "\(String(describing: problem))")
        }
        #expect(try State(study) == before)
    }
}
