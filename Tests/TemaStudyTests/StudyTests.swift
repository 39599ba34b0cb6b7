import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("A study's file") struct StudyTests {
    @Test("is private to its owner, and opens again unchanged")
    func reopen() throws {
        let place = Place()
        let id = try Composed.study(at: place).tag("lake", .passage(0), code: "water", by: "ana").id
        let mode = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let study = try Study(place.path, for: .reading)
        #expect(try study.codings().map(\.id) == [id])
        #expect(try study.document("lake") == Composed.lake)
        #expect(try study.verify().problems.isEmpty)
    }

    @Test("is not created if the path exists")
    func exists() throws {
        let place = Place()
        try Data("kept".utf8).write(to: URL(filePath: place.path))
        #expect(throws: Problem.self) { try Study.create(at: place.path) }
        #expect(place.bytes == Data("kept".utf8))
    }

    @Test(
        "is refused and unchanged if it is foreign, newer or damaged",
        arguments: [
            (0, [0x00], "not a study"), (68, [0x41, 0x42, 0x43, 0x44], "another program"),
            (63, [0x09], "newer version of Tema"), (60, [0xFF, 0xFF, 0xFF, 0xFF], "newer version of Tema"),
            (63, [0x00], "damaged"), (18, [0x02, 0x02], "damaged"),
        ] as [(Int, [UInt8], String)])
    func foreign(at: Int, bytes: [UInt8], message: String) throws {
        let place = Place()
        _ = try Composed.study(at: place)
        var data = place.bytes
        data.replaceSubrange(at..<(at + bytes.count), with: bytes)
        try data.write(to: URL(filePath: place.path))
        for access in [Study.Access.reading, .writing] {
            let problem = #expect(throws: Problem.self) { try Study(place.path, for: access) }
            #expect(problem?.message.contains(message) == true, "\(String(describing: problem))")
        }
        #expect(place.bytes == data)
    }

    @Test("is refused if it is empty, short or missing", arguments: [nil, 0, 1, 99, 512])
    func short(count: Int?) throws {
        let place = Place()
        let data = count.map { Data(repeating: 0x53, count: $0) }
        try data?.write(to: URL(filePath: place.path))
        #expect(throws: Problem.self) { try Study(place.path, for: .writing) }
        #expect(FileManager.default.contents(atPath: place.path) == data)
    }

    @Test("with a damaged byte is either reported as damaged or read correctly", arguments: [1, 2, 3, 4, 5])
    func damage(seed: UInt64) throws {
        let place = Place()
        let study = try Composed.study(at: place)
        for number in 0..<3 { _ = try study.tag("lake", .passage(number), code: "water", by: "ana", memo: "cold") }
        let whole = place.bytes
        let seen = try State(study)
        var random = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<40 {
            var data = whole
            let at = Int.random(in: 0..<data.count, using: &random)
            data[at] ^= UInt8.random(in: 1...255, using: &random)
            let other = Place()
            try data.write(to: URL(filePath: other.path))
            guard let study = try? Study(other.path, for: .reading), let found = try? study.verify(),
                found.problems.isEmpty
            else { continue }
            #expect(try State(study) == seen, "seed \(seed), byte \(at)")
            read += 1
        }
        #expect(read > 0, "seed \(seed)")
    }

    @Test(
        "is read in its previous state after a crash during an action",
        arguments: [Study.Access.reading, .writing])
    func interrupted(access: Study.Access) throws {
        let (place, other) = (Place(), Place())
        let study = try Composed.study(at: place)
        for start in 0..<40 { _ = try study.tag("lake", .span(start..<(start + 9)), code: "water", by: "ana") }
        let seen = try State(study)
        try study.perform { db in
            // A small cache makes SQLite write pages to the file before the transaction ends.
            try db.execute(sql: "PRAGMA cache_size = 1")
            try db.execute(
                sql: """
                    BEGIN IMMEDIATE; UPDATE codings SET quote = quote || quote, coder = 'x';
                    WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)
                    INSERT INTO actions SELECT i, '', '', '', hex(zeroblob(100)), NULL, 0 FROM n
                    """)
            for suffix in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: place.path + suffix, toPath: other.path + suffix)
            }
            try db.execute(sql: "ROLLBACK")
        }
        #expect(other.bytes != place.bytes)
        #expect(try State(Study(other.path, for: access)) == seen)
    }

    @Test("reports the process that holds its lock")
    func busy() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        let other = try Study(place.path, for: .writing)
        try study.actInSteps("import", by: "ana") { _ in
            let problem = #expect(throws: Problem.self) { try other.tag("lake", .passage(0), code: "water", by: "ben") }
            #expect(problem?.message.contains("in use by") == true)
            return ((), nil)
        }
        #expect(try other.tag("lake", .passage(0), code: "water", by: "ben").coder == "ben")
    }
}

/// All content of a study that a reader can see.
struct State: Equatable {
    let documents: [Document]
    let codings: Set<HandCoding>
    let memos: Set<Memo>
    let codebook: String?
    let history: [Action]

    init(_ study: Study) throws {
        documents = try study.documentIDs().map { try study.document($0) }
        codings = Set(try study.codings())
        memos = Set(try study.memos())
        codebook = try study.codebook()
        history = try study.history()
    }

    /// Whether two states are equal apart from their history, which every action extends.
    func isSame(as other: State) -> Bool {
        documents == other.documents && codings == other.codings && memos == other.memos && codebook == other.codebook
    }
}
