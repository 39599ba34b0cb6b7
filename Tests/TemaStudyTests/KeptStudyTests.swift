import Foundation
import TemaModel
import Testing

@testable import TemaStudy

/// `Fixtures/version-2.tema` was made by an older version of the program, before the rows of a study had types of their
/// own. It must never be regenerated.
@Suite("A study made by an older version") struct KeptStudyTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    private func copy() throws -> Place {
        let place = Place()
        try Data(contentsOf: Self.fixtures.appending(path: "version-2.tema")).write(to: URL(filePath: place.path))
        return place
    }

    @Test("is valid and has the same content", arguments: [Study.Access.reading, .writing])
    func same(access: Study.Access) throws {
        let place = try copy()
        let study = try Study(place.path, for: access)
        let found = try study.verify()
        #expect(found.problems.isEmpty)
        #expect((found.documents, found.codings, found.unsure, found.memos) == (7, 11, 2, 4))
        let expected = try String(contentsOf: Self.fixtures.appending(path: "version-2.txt"), encoding: .utf8)
        let lines = try StudyListing(study).lines
        #expect(lines == expected.split(separator: "\n").map(String.init))
    }

    @Test("has the same content before its last action")
    func before() throws {
        let place = try copy()
        let study = try Study(place.path, for: .reading)
        #expect(try study.document("tema-case-01", after: 1).text.utf8.count == 7418)
        #expect(try study.document("tema-case-01").text.utf8.count == 6939)
        #expect(try study.codebook(after: 2)?.contains("family") == true)
        #expect(try study.codebook()?.contains("id: family") == false)
    }

    @Test("is rescued with all that it has")
    func rescued() throws {
        let (place, saved) = (try copy(), Place())
        let rescued = try Rescue.save(place.path, into: saved.path)
        #expect(rescued.isWhole)
        #expect(try Study(saved.path, for: .reading).codings().count == 11)
    }

    @Test("recognises unchanged documents and accepts new actions")
    func actions() throws {
        let place = try copy()
        let study = try Study(place.path, for: .writing)
        let documents = try study.documentIDs().map { try study.document($0) }
        let again = try study.importDocuments(by: "ana") { take in for document in documents { try take(document) } }
        #expect(again.unchanged == 7 && again.added.isEmpty && again.changed.isEmpty)
        let before = try StudyListing(study).lines.filter { !$0.hasPrefix("action") }
        let id = try study.tag("lake", .quote("cold", place: nil), code: "water", by: "eve", memo: "new").id
        #expect(try study.decide(.rejected, AutomaticChoice(document: "tema-case-04"), by: "eve").decided > 0)
        #expect(try study.codings(by: "eve").map(\.id) == [id])
        #expect(try study.undo(2, by: "eve").map(\.name) == ["reject", "tag"])
        #expect(try study.verify().problems.isEmpty)
        #expect(try StudyListing(study).lines.filter { !$0.hasPrefix("action") } == before)
    }
}
