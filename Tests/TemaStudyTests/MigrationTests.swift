import Foundation
import GRDB
import TemaFormats
import TemaModel
import Testing

@testable import TemaFormats
@testable import TemaStudy

@Suite("A study of an older version") struct MigrationTests {
    private let newer = Schema(
        steps: Schema.current.steps + [
            "ALTER TABLE codings ADD COLUMN colour TEXT; CREATE INDEX codings_by_colour ON codings (colour);"
        ])
    private let broken = Schema(
        steps: Schema.current.steps + ["CREATE TABLE more (a); ALTER TABLE none ADD COLUMN b;"])

    @Test("is backed up and migrated", arguments: [Study.Access.reading, .writing])
    func migrated(access: Study.Access) throws {
        let place = Place()
        let old = try Composed.study(at: place)
        let id = try old.tag("lake", .passage(0), code: "water", by: "ana").id
        let study = try Study(place.path, for: access, schema: newer)
        #expect(try study.codings().map(\.id) == [id])
        let uncoloured = try study.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM codings WHERE colour IS NULL")
        }
        #expect(uncoloured == 1)
        #expect(study.backups.count == 1)
        #expect(try Study(try #require(study.backups.first), for: .reading).codings().map(\.id) == [id])
        #expect(throws: Problem.self) { try Study(place.path, for: .reading) }
        #expect(try Study(place.path, for: .reading, schema: newer).backups.count == 1)
    }

    @Test("is unchanged if the migration fails")
    func failed() throws {
        let place = Place()
        _ = try Composed.study(at: place)
        let before = place.bytes
        let problem = #expect(throws: Problem.self) { try Study(place.path, for: .writing, schema: broken) }
        #expect(problem?.message.contains("could not be migrated") == true)
        #expect(place.bytes == before)
        #expect(try Study(place.path, for: .writing).documentIDs() == ["lake"])
    }

    @Test("is refused if its tables are not those of its version")
    func foreign() throws {
        let place = Place()
        try Composed.study(at: place).perform { try $0.execute(sql: "CREATE VIEW spy AS SELECT 1") }
        let before = place.bytes
        #expect(throws: Problem.self) { try Study(place.path, for: .writing, schema: newer) }
        #expect(place.bytes == before)
    }

    @Test(
        "has the tables that its version had when it was released",
        arguments: zip(
            SchemaVersions.all,
            [
                "87566f6c822aa5fc2760bdccaf1c806262259f9df3150ede0b13f06a6fe1b8ac",
                "cbcb9a56958d9b5f9ec9adaf76db2a693b537bd4f21ab57b6adcdf581296fdc5",
                "9eec73d68054aa1ec7a3cc05a5e7915cc50a0c0c200d7a1861a22cede4063f87",
                "4d3d9ea43675bdb90660fb762faaaebb9cc9b5cd4f5dddf2fd172fa3376a8cb6",
            ]))
    func frozen(sql: String, hash: String) {
        #expect(SHA256.hex(Array(sql.utf8)) == hash)
    }

    @Test("is migrated to the current version with all its data", arguments: 1..<SchemaVersions.all.count)
    func older(version: Int) throws {
        let place = Place()
        let old = try Study.create(at: place.path, Schema(steps: Array(SchemaVersions.all.prefix(version))))
        try old.write { db in
            let number = try RevisionRow(Composed.lake).insert(db)
            try VersionedTable.documents.put(db, values("lake", number), since: 1)
        }
        let study = try Study(place.path, for: .writing)
        #expect(try study.documentIDs() == ["lake"] && study.verify().problems.isEmpty && study.backups.count == 1)
        #expect(try study.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 4)
    }
}
