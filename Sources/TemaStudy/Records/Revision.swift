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
