import Foundation
import GRDB
import TemaFormats
import TemaModel

/// A document as it was imported once. Revisions are never changed; a changed document gets a new one.
struct Revision {
    let number: Int64
    let hash: String
    let structureHash: String
    let document: Document

    /// All of a document but its text and passages.
    private struct Structure: Codable {
        var sections: [Section]
        var languages: [String]
        var metadata: Metadata
        var ledger: Ledger
    }

    /// What a document would be known by.
    static func hashes(of document: Document) throws -> (text: String, structure: String, json: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let structure = Structure(
            sections: document.sections, languages: document.languages, metadata: document.metadata,
            ledger: document.ledger)
        let json = String(decoding: try encoder.encode(structure), as: UTF8.self)
        let passages = document.passages.map { passage in
            "\(passage.kind.rawValue) \(passage.sectionType.rawValue) \(passage.section ?? -1) "
                + "\(passage.language ?? -1) \(passage.span)"
        }
        let whole = ([document.source, document.parent ?? "", json] + passages).joined(separator: "\n")
        return (SHA256.hex(document.text.utf8), SHA256.hex(Array(whole.utf8)), json)
    }

    static func insert(_ db: Database, _ document: Document, _ hashes: (text: String, structure: String, json: String))
        throws -> Int64
    {
        try db.execute(
            sql: """
                INSERT INTO revisions (document, source, parent, hash, text, structure, structure_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                document.id, document.source, document.parent, hashes.text, Data(document.text.utf8), hashes.json,
                hashes.structure,
            ])
        let number = db.lastInsertedRowID
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO passages (revision, number, kind, section_type, section, language, "start", "end")
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (at, passage) in document.passages.enumerated() {
            try statement.execute(arguments: [
                number, at, passage.kind.rawValue, passage.sectionType.rawValue, passage.section, passage.language,
                passage.span.lowerBound, passage.span.upperBound,
            ])
        }
        return number
    }

    /// Reads a revision and checks that it is what was written.
    ///
    /// - Throws: A ``Problem`` where its text or passages are damaged.
    init(_ db: Database, _ number: Int64) throws {
        guard
            let row = try Row.fetchOne(
                db,
                sql:
                    "SELECT document, source, parent, hash, text, structure, structure_hash FROM revisions WHERE number = ?",
                arguments: [number])
        else { throw Problem("revision \(number) is missing", wayOut: "take a backup") }
        var fields = Fields(row)
        let id: String = try fields.next()
        let source: String = try fields.next()
        let parent: String? = try fields.optional()
        self.number = number
        hash = try fields.next()
        let data: Data = try fields.next()
        let json: String = try fields.next()
        structureHash = try fields.next()
        let damaged = Problem("the text of \(id) is damaged", wayOut: "take a backup, or import it again")
        // Of sections in a ring there would be no end.
        guard let structure = try? JSONDecoder().decode(Structure.self, from: Data(json.utf8)),
            structure.sections.enumerated().allSatisfy({
                0..<$0.offset ~= $0.element.parent ?? 0 || $0.element.parent == nil
            })
        else { throw damaged }
        let text = Text(utf8: Array(data))
        let document = Document(
            id: id, parent: parent, source: source, text: text,
            passages: try Self.passages(
                db, number, of: text.utf8.count, structure.sections.count, structure.languages.count),
            sections: structure.sections, languages: structure.languages, metadata: structure.metadata,
            ledger: structure.ledger)
        let found = try Self.hashes(of: document)
        guard found.text == hash, found.structure == structureHash else { throw damaged }
        self.document = document
    }

    /// - Throws: A ``Problem`` where a passage lies outside the text, or names what is not there.
    private static func passages(_ db: Database, _ number: Int64, of bytes: Int, _ sections: Int, _ languages: Int)
        throws
        -> [Passage]
    {
        var passages: [Passage] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT kind, section_type, section, language, "start", "end" FROM passages WHERE revision = ? ORDER BY number
                """, arguments: [number])
        while let row = try rows.next() {
            var fields = Fields(row)
            let (kindName, typeName): (String, String) = (try fields.next(), try fields.next())
            let (section, language): (Int?, Int?) = (try fields.optional(), try fields.optional())
            let (start, end): (Int, Int) = (try fields.next(), try fields.next())
            guard let kind = PassageKind(rawValue: kindName), let type = SectionType(rawValue: typeName),
                (passages.last?.span.upperBound ?? 0) <= start, start <= end, end <= bytes,
                section.map({ 0..<sections ~= $0 }) ?? true, language.map({ 0..<languages ~= $0 }) ?? true
            else { throw Problem("the passages of revision \(number) are damaged", wayOut: "take a backup") }
            passages.append(
                Passage(kind: kind, sectionType: type, section: section, language: language, span: start..<end))
        }
        return passages
    }
}
