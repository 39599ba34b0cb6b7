import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("Backup, purge and rescue") struct BackupsTests {
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

    @Test("a rescue recovers all data of an undamaged file")
    func whole() throws {
        let place = Place()
        let saved = Place()
        let seen = try State(study(at: place))
        let bytes = place.bytes
        let rescued = try Rescue.save(place.path, into: saved.path)
        #expect(rescued.lost == 0)
        #expect(try State(Study(saved.path, for: .reading)).isSame(as: seen))
        #expect(place.bytes == bytes)
    }

    @Test("a rescue recovers the readable data of a damaged file, and adds no other data")
    func damaged() throws {
        let place = Place()
        let seen = try State(study(at: place))
        let whole = place.bytes
        var saves = 0
        for seed in 1...30 as ClosedRange<UInt64> {
            var random = SeededGenerator(seed: seed)
            var data = whole
            for _ in 0..<3 {
                // Overwrite a sector with zeros, as a failing disk may do.
                let at = Int.random(in: 4_096..<(data.count - 600), using: &random)
                data.replaceSubrange(at..<(at + 512), with: Data(count: 512))
            }
            try data.write(to: URL(filePath: place.path))
            let saved = Place()
            guard (try? Rescue.save(place.path, into: saved.path)) != nil else {
                #expect(!FileManager.default.fileExists(atPath: saved.path))
                continue
            }
            saves += 1
            let study = try Study(saved.path, for: .reading)
            #expect(try study.verify().problems.isEmpty, "seed \(seed)")
            #expect(try Set(study.codings()).isSubset(of: seen.codings), "seed \(seed)")
            #expect(place.bytes == data)
        }
        #expect(saves > 20)
    }
}
