import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("A rescue") struct RescueTests {
    private static let pageSize = 4096

    /// A study of 40 documents with codings by two coders, memos, done marks and a team, and two long texts.
    private func study(at place: Place) throws -> Study {
        let documents = (0..<40).map { number in
            Composed.document(
                "d\(number)",
                (0..<(number < 2 ? 300 : 4)).map { "Paragraph \($0) of text \(number) is about a house by the lake." })
        }
        let study = try Composed.study(at: place, documents)
        try study.setCodebook("codes: house\n", codes: ["house", "lake"], detail: "", by: "ana")
        for (number, document) in documents.enumerated() {
            for coder in ["ana", "ben"] {
                let memo = number % 5 == 0 ? "Why here, \(coder)?" : nil
                _ = try study.tag(document.id, .passage(number % 4), code: "house", by: coder, memo: memo)
            }
            if number % 3 == 0 { _ = try study.mark([document.id], done: true, by: "ben") }
        }
        _ = try study.untag([study.codings()[7].id], by: study.codings()[7].coder)
        _ = try study.addCoder("ana", role: .coordinator, by: "ana")
        _ = try study.assign(documents.prefix(9).map(\.id), to: ["ana"], by: "ana")
        _ = try study.setOpen(["d3", "d4"], by: "ana")
        for document in documents.prefix(5) {
            let hash = try study.read { try Study.revision($0, of: document.id).hash }
            _ = try study.reconcile(
                id: document.id, document: document.id, hash: hash, span: 0..<9, codes: [], choice: .neither, by: "ana")
        }
        return study
    }

    @Test("recovers all data of an undamaged file")
    func whole() throws {
        let (place, saved) = (Place(), Place())
        let seen = try State(study(at: place))
        let bytes = place.bytes
        let rescued = try Rescue.save(place.path, into: saved.path)
        #expect(rescued.isWhole)
        #expect(rescued.rows.map(\.saved) == [40, 1, 79, 0, 0, 16, 0, 14, 1, 9, 2, 5])
        #expect(try State(Study(saved.path, for: .reading)).isSame(as: seen))
        #expect(place.bytes == bytes)
    }

    /// Damages 1 to 3 pages: zeros, noise, one sector, or everything from there on.
    private func damage(_ whole: Data, _ random: inout SeededGenerator) -> Data {
        var data = whole
        let pages = whole.count / Self.pageSize
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let start = Int.random(in: 0..<pages, using: &random) * Self.pageSize
            guard start < data.count else { continue }
            switch Int.random(in: 0..<5, using: &random) {
            case 0: data.replaceSubrange(start..<(start + 512), with: Data(count: 512))
            case 1:
                let noise = (0..<Self.pageSize).map { _ in UInt8.random(in: 0...255, using: &random) }
                data.replaceSubrange(start..<(start + Self.pageSize), with: noise)
            case 2 where start > whole.count / 2:
                data = data.prefix(start + Int.random(in: 0..<Self.pageSize, using: &random))
            default: data.replaceSubrange(start..<(start + Self.pageSize), with: Data(count: Self.pageSize))
            }
            if data.count % Self.pageSize != 0 { break }
        }
        return data
    }

    @Test("recovers only data of the study, and reports all that is missing", arguments: [1, 2, 3, 4] as [UInt64])
    func damaged(first: UInt64) throws {
        let place = Place()
        let study = try study(at: place)
        let (codings, memos, marks) = (try study.codings(), try study.memos(), try study.doneMarks())
        let words = Dictionary(uniqueKeysWithValues: codings.map { ($0.id, $0.quote + $0.code + $0.coder) })
        let whole = place.bytes
        var (tables, unknown) = (0, 0)
        for seed in stride(from: first, to: 80, by: 4) {
            var random = SeededGenerator(seed: seed)
            let data = damage(whole, &random)
            try data.write(to: URL(filePath: place.path))
            let saved = Place()
            let rescued = try Rescue.save(place.path, into: saved.path)
            #expect(place.bytes == data)
            let copy = try Study(saved.path, for: .reading)
            #expect(try copy.verify().problems.map(\.message) == [], "seed \(seed)")
            let found = try copy.codings()
            for coding in found {
                #expect(words[coding.id] == coding.quote + coding.code + coding.coder, "seed \(seed)")
            }
            let counts = [
                (rescued.rows[2], codings.count, found.count), (rescued.rows[5], memos.count, try copy.memos().count),
                (rescued.rows[7], marks.count, try copy.doneMarks().count),
                (rescued.rows[8], 1, try copy.coderRows().count), (rescued.rows[9], 9, try copy.assignments().count),
                (rescued.rows[10], 2, try copy.read { try Study.rules($0).count }),
                (rescued.rows[11], 5, try copy.reconciliations().count),
                (rescued.rows[0], 40, try copy.documentIDs().count { id in !rescued.lostTexts.contains(id) }),
            ]
            for (rows, before, after) in counts {
                #expect(rows.saved == after, "\(rows.noun), seed \(seed)")
                if let missing = rows.missing { #expect(missing == before - after, "\(rows.noun), seed \(seed)") }
            }
            tables += rescued.rows.count
            unknown += rescued.rows.count { $0.missing == nil }
        }
        #expect(unknown * 10 < tables)
    }

    @Test("keeps the codings of a lost text, which find their places when the document is imported again")
    func lostText() throws {
        let (place, saved) = (Place(), Place())
        let study = try study(at: place)
        let (long, before) = (try study.document("d1"), try study.codings(of: "d1"))
        // A page in the middle of the long text.
        let middle = try #require(place.bytes.range(of: Data("Paragraph 150 of text 1 is".utf8))?.lowerBound)
        var data = place.bytes
        let start = middle / Self.pageSize * Self.pageSize
        data.replaceSubrange(start..<(start + Self.pageSize), with: Data(count: Self.pageSize))
        try data.write(to: URL(filePath: place.path))
        let rescued = try Rescue.save(place.path, into: saved.path)
        #expect(rescued.lostTexts == ["d1"] && rescued.rows[0].missing == 1 && rescued.rows[2].missing == 0)
        let copy = try Study(saved.path, for: .writing)
        #expect(try copy.codings(of: "d1").map(\.quote) == before.map(\.quote))
        _ = try copy.importDocuments(by: "ana") { take in try take(long) }
        let after = try copy.codings(of: "d1")
        #expect(after.map(\.span) == before.map(\.span) && after.allSatisfy { $0.state == .sure })
        #expect(after.map(\.id) == before.map(\.id))
    }

    @Test("takes back a change that was interrupted")
    func journal() throws {
        let (place, saved) = (Place(), Place())
        let study = try study(at: place)
        let before = try State(study)
        let whole = place.bytes
        // A journal that holds the file's state before the change, as SQLite leaves it when the power fails.
        let (file, journal) = (URL(filePath: place.path), URL(filePath: place.path + "-journal"))
        var left: (file: Data, journal: Data)?
        _ = try study.act("tag", by: "ana") { change in
            try change.db.execute(sql: "PRAGMA cache_size = 1; UPDATE codings SET coder = 'eve'")
            left = (try Data(contentsOf: file), try Data(contentsOf: journal))
            return ((), nil)
        }
        let (changed, undo) = try #require(left)
        try #require(changed != whole)
        let other = Place()
        try changed.write(to: URL(filePath: other.path))
        try undo.write(to: URL(filePath: other.path + "-journal"))
        let rescued = try Rescue.save(other.path, into: saved.path)
        #expect(rescued.isWhole)
        #expect(try State(Study(saved.path, for: .reading)).isSame(as: before))
        #expect(other.bytes == changed)
    }

    @Test("that fails leaves no file, and one that was interrupted does not block the next")
    func nothing() throws {
        let (place, saved) = (Place(), Place())
        try Data(repeating: 7, count: 40_000).write(to: URL(filePath: place.path))
        #expect(throws: Problem.self) { try Rescue.save(place.path, into: saved.path) }
        #expect(!FileManager.default.fileExists(atPath: saved.path))
        let other = Place()
        _ = try study(at: other)
        try Data("half".utf8).write(to: URL(filePath: saved.path + ".unfinished"))
        #expect(try Rescue.save(other.path, into: saved.path).isWhole)
        #expect(!FileManager.default.fileExists(atPath: saved.path + ".unfinished"))
        #expect(throws: Problem.self) { try Rescue.save(other.path, into: saved.path) }
    }
}
