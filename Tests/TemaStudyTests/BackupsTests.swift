import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("Backup and purge") struct BackupsTests {
    /// A study with codings, one of which was removed.
    private func study(at place: Place) throws -> Study {
        let study = try Composed.study(at: place)
        for passage in 0..<3 {
            _ = try study.tag("lake", .passage(passage), code: "water", by: "ana", memo: "secret\(passage)")
        }
        let gone = try study.codings()[1]
        _ = try study.untag([gone.id], by: "ana")
        return study
    }

    @Test("a backup is a complete copy, and the last ten are kept")
    func backups() throws {
        let place = Place()
        let study = try study(at: place)
        let seen = try State(study)
        defer { try? FileManager.default.removeItem(atPath: study.backupFolder) }
        for _ in 0..<12 {
            let copy = try study.backUp()
            #expect(try State(Study(copy, for: .reading)) == seen)
        }
        #expect(study.backups.count == 10)
    }

    @Test("a step of the codebook makes at most one backup a day")
    func daily() throws {
        let place = Place()
        let study = try study(at: place)
        for _ in 0..<3 { try study.backUpOncePerDay() }
        #expect(study.backups.count == 1)
        let yesterday = study.backupFolder + "/20200131T120000Z-001.tema"
        try FileManager.default.moveItem(atPath: study.backups[0], toPath: yesterday)
        try study.backUpOncePerDay()
        #expect(study.backups.count == 2 && study.backups[0] == yesterday)
    }

    @Test("what an interrupted backup left behind is removed, and never has the name of a backup")
    func leftovers() throws {
        let place = Place()
        let study = try study(at: place)
        let first = try study.backUp()
        let left = ["x.unverified", "x.unverified-journal"].map { study.backupFolder + "/" + $0 }
        for path in left { try Data("half".utf8).write(to: URL(filePath: path)) }
        #expect(study.backups == [first])
        _ = try study.backUp()
        #expect(study.backups.count == 2 && !left.contains { FileManager.default.fileExists(atPath: $0) })
        for path in left { try Data("half".utf8).write(to: URL(filePath: path)) }
        _ = try study.purge(by: "ana", alsoBackups: true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: study.backupFolder).isEmpty)
    }

    @Test("a copy that fails its verification is not a backup")
    func unverified() throws {
        let place = Place()
        let study = try study(at: place)
        #expect(throws: Problem.self) { try study.backUp { _ throws(Problem) in throw Problem("damaged") } }
        #expect(try FileManager.default.contentsOfDirectory(atPath: study.backupFolder).isEmpty)
    }

    @Test("a purge deletes the memo of a removed coding, also of a study that kept it")
    func memos() throws {
        let place = Place()
        let study = try study(at: place)
        #expect(try study.memos().map(\.text) == ["secret0", "secret2"])
        let orphan = Memo(.coding, "none", coder: "ana", text: "secret3")
        try study.act("memo", by: "ana") { change in
            try Study.put(orphan, change)
            return ((), "on a coding")
        }
        _ = try study.purge(by: "ana", alsoBackups: true)
        for word in ["secret1", "secret3"] { #expect(place.bytes.range(of: Data(word.utf8)) == nil) }
        #expect(try study.memos().map(\.text) == ["secret0", "secret2"])
    }

    @Test("a purge deletes all bytes of removed data, and nothing else")
    func purge() throws {
        let place = Place()
        let study = try study(at: place)
        let changed = Composed.document("lake", ["She went to the lake.", "Nobody saw the boat again."])
        _ = try study.importDocuments(by: "ana") { take in try take(changed) }
        #expect(place.bytes.range(of: Data("The lake was cold".utf8)) != nil)
        let before = try State(study)
        let purged = try study.purge(by: "ana", alsoBackups: true)
        #expect(purged.rows > 0 && purged.texts == 1 && purged.backups.isEmpty)
        #expect(place.bytes.range(of: Data("The lake was cold".utf8)) == nil)
        #expect(try State(study).isSame(as: before))
        #expect(try study.undo(1, by: "ana").isEmpty)
        #expect(try study.verify().problems.isEmpty)
    }
}
