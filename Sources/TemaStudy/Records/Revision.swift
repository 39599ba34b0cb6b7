import Foundation
internal import GRDB
import TemaFormats
import TemaModel

/// An imported version of a document. Revisions are never changed: a changed document gets a new one.
struct Revision {
    let row: RevisionRow
    let document: Document

    var hash: String { row.hash }

    /// - Throws: A ``Problem`` if the revision is damaged, or has values unknown to this version of Tema.
    init(_ db: Database, _ number: Int64) throws {
        row = try RevisionRow(db, number)
        let place = "the text of \(row.document)"
        let structure = try StructureRow(row.structure, in: place)
        document = Document(
            id: row.document, parent: row.parent, source: row.source, text: Text(utf8: row.text),
            passages: try Self.passages(row, structure, in: place), sections: structure.sections,
            languages: structure.languages, metadata: structure.metadata, ledger: structure.ledger)
    }

    /// - Throws: A ``Problem`` if a passage is outside the text, or refers to a missing section, language or kind.
    private static func passages(_ row: RevisionRow, _ structure: StructureRow, in place: String) throws(Problem)
        -> [Passage]
    {
        var end = 0
        return try row.passages.map { passage throws(Problem) in
            guard let kind = PassageKind.byStoredName[passage.kind] else {
                throw .unknown("the kind of passage “\(passage.kind)”", in: place)
            }
            guard let type = SectionType.byStoredName[passage.sectionType] else {
                throw .unknown("the type of section “\(passage.sectionType)”", in: place)
            }
            guard end <= passage.start, passage.start <= passage.end, passage.end <= row.text.count,
                passage.section.map({ structure.sections.indices.contains($0) }) ?? true,
                passage.language.map({ structure.languages.indices.contains($0) }) ?? true
            else {
                throw Problem(
                    "the passages of \(row.document) are damaged", suggestion: "restore the study from a backup")
            }
            end = passage.end
            return Passage(
                kind: kind, sectionType: type, section: passage.section, language: passage.language,
                span: passage.start..<passage.end)
        }
    }
}

/// A row of `revisions` with its rows of `passages`, as stored.
struct RevisionRow: Sendable {
    var document: String
    var source: String
    var parent: String?
    /// The text in UTF-8.
    var text: [UInt8]
    /// A ``StructureRow`` as JSON.
    var structure: String
    var passages: [PassageRow]
    /// SHA-256 of the text.
    let hash: String
    /// SHA-256 of everything but the id and the text.
    let structureHash: String

    /// A row of `passages`, without its revision and number.
    struct PassageRow: Sendable {
        var kind: String
        var sectionType: String
        var section: Int?
        var language: Int?
        /// The start in UTF-8 offsets of the text.
        var start: Int
        /// The end in UTF-8 offsets of the text.
        var end: Int
    }

    init(_ document: Document) {
        let passages = document.passages.map { passage in
            PassageRow(
                kind: passage.kind.storedName, sectionType: passage.sectionType.storedName, section: passage.section,
                language: passage.language, start: passage.span.lowerBound, end: passage.span.upperBound)
        }
        self.init(
            document.id, source: document.source, parent: document.parent, text: document.text.utf8,
            structure: StructureRow(document).json, passages: passages)
    }

    init(
        _ document: String, source: String, parent: String?, text: [UInt8], structure: String, passages: [PassageRow]
    ) {
        (self.document, self.source, self.parent) = (document, source, parent)
        (self.text, self.structure, self.passages) = (text, structure, passages)
        hash = SHA256.hex(text)
        structureHash = Self.structureHash(source, parent, structure: structure, passages: passages)
    }

    /// Reads a revision.
    ///
    /// - Throws: A ``Problem`` if the revision does not exist or does not match its hashes.
    init(_ db: Database, _ number: Int64) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT document, source, parent, text, structure, hash, structure_hash FROM revisions WHERE number = ?
                """, arguments: [number])
        guard let row else {
            throw Problem("revision \(number) is missing", suggestion: "restore the study from a backup")
        }
        var fields = RowDecoder(row)
        (document, source, parent) = (try fields.next(), try fields.next(), try fields.optional())
        let data: Data = try fields.next()
        (text, structure) = (Array(data), try fields.next())
        (hash, structureHash) = (try fields.next(), try fields.next())
        passages = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT kind, section_type, section, language, "start", "end" FROM passages WHERE revision = ? ORDER BY number
                """, arguments: [number])
        while let row = try rows.next() {
            var fields = RowDecoder(row)
            passages.append(
                PassageRow(
                    kind: try fields.next(), sectionType: try fields.next(), section: try fields.optional(),
                    language: try fields.optional(), start: try fields.next(), end: try fields.next()))
        }
        guard SHA256.hex(text) == hash,
            Self.structureHash(source, parent, structure: structure, passages: passages) == structureHash
        else {
            throw Problem(
                "the text of \(document) is damaged", suggestion: "restore the study from a backup, or import it again")
        }
    }

    static func structureHash(
        _ source: String, _ parent: String?, structure: String, passages: [PassageRow]
    ) -> String {
        let lines = passages.map { passage in
            "\(passage.kind) \(passage.sectionType) \(passage.section ?? -1) \(passage.language ?? -1) "
                + "\(passage.start)..<\(passage.end)"
        }
        return SHA256.hex(Array(([source, parent ?? "", structure] + lines).joined(separator: "\n").utf8))
    }

    /// Inserts the rows and returns the number of the new revision.
    func insert(_ db: Database) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO revisions (document, source, parent, hash, text, structure, structure_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, arguments: [document, source, parent, hash, Data(text), structure, structureHash])
        let number = db.lastInsertedRowID
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO passages (revision, number, kind, section_type, section, language, "start", "end")
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (index, passage) in passages.enumerated() {
            try statement.execute(arguments: [
                number, index, passage.kind, passage.sectionType, passage.section, passage.language, passage.start,
                passage.end,
            ])
        }
        return number
    }
}
