internal import GRDB
import TemaFormats
import TemaModel

/// A document's text as it was found in a damaged file, or what takes its place.
struct RescuedText {
    /// The row to insert.
    let row: RevisionRow
    /// Whether passages were missing and have been made anew from the text.
    let isRebuilt: Bool

    /// Reads a revision whose text is whole. Passages that are missing are made from the lines of the text.
    ///
    /// - Returns: Nil if the record is not a revision.
    init?(_ record: PageRecord, _ found: FoundRows) {
        let values = record.values
        guard values.count == 8, let number = record.number,
            let id = values[1].flatMap({ String.fromDatabaseValue($0) }),
            case .blob(let data)? = values[5]?.storage
        else { return nil }
        let text = [UInt8](data)
        func string(_ index: Int) -> String? { values[index].flatMap { String.fromDatabaseValue($0) } }
        let passages = (found.passages[number] ?? [:]).sorted { $0.key < $1.key }.compactMap { Self.passage($0.value) }
        let whole = RevisionRow(
            id, source: string(2) ?? id, parent: string(3), text: text, structure: string(6) ?? "", passages: passages)
        if whole.structureHash == string(7) {
            (row, isRebuilt) = (whole, false)
            return
        }
        let structure = string(6).flatMap { try? StructureRow($0, in: "it") }
        row = RevisionRow(
            id, source: whole.source, parent: whole.parent, text: text,
            structure: structure == nil ? StructureRow(Document(id: id)).json : whole.structure,
            passages: Self.filled(passages, text, structure))
        isRebuilt = true
    }

    /// Makes a text of the words of codings whose document is lost, so that the codings keep their words. When the document
    /// is imported again, they find their places in it.
    ///
    /// - Returns: The text, and the codings on it.
    static func substitute(_ id: String, _ codings: [HandCoding]) -> (row: RevisionRow, codings: [HandCoding]) {
        var text: [UInt8] = []
        var passages: [RevisionRow.PassageRow] = []
        var spans: [Range<Int>] = []
        var places: [String: Range<Int>] = [:]
        for coding in codings {
            let words = coding.before + coding.quote + coding.after
            let start = places[words]?.lowerBound ?? text.count + (text.isEmpty ? 0 : 2)
            if places[words] == nil {
                text += (text.isEmpty ? "" : "\n\n").utf8
                text += words.utf8
                places[words] = start..<text.count
                passages.append(
                    .init(
                        kind: PassageKind.paragraph.storedName, sectionType: SectionType.other.storedName, start: start,
                        end: text.count))
            }
            let from = start + coding.before.utf8.count
            spans.append(from..<(from + coding.quote.utf8.count))
        }
        let row = RevisionRow(
            id, source: id, parent: nil, text: text, structure: StructureRow(Document(id: id)).json, passages: passages)
        let document = Document(id: id, text: Text(utf8: text))
        let moved = zip(codings, spans).map { coding, span in
            var coding = coding
            coding.anchor(to: span, of: document, hash: row.hash)
            coding.passage = passages.lastIndex { $0.start <= span.lowerBound } ?? 0
            return coding
        }
        return (row, moved)
    }

    private static func passage(_ values: [DatabaseValue]) -> RevisionRow.PassageRow? {
        guard let kind = String.fromDatabaseValue(values[2]), let type = String.fromDatabaseValue(values[3]),
            PassageKind.byStoredName[kind] != nil, SectionType.byStoredName[type] != nil,
            let start = Int.fromDatabaseValue(values[6]), let end = Int.fromDatabaseValue(values[7])
        else { return nil }
        return .init(
            kind: kind, sectionType: type, section: Int.fromDatabaseValue(values[4]),
            language: Int.fromDatabaseValue(values[5]), start: start, end: end)
    }

    /// Returns the passages that fit the text and the structure, with a paragraph for each line outside of them.
    private static func filled(
        _ passages: [RevisionRow.PassageRow], _ text: [UInt8], _ structure: StructureRow?
    ) -> [RevisionRow.PassageRow] {
        var all: [RevisionRow.PassageRow] = []
        var end = 0
        func addLines(_ gap: Range<Int>) {
            for line in text[gap].split(separator: UInt8(ascii: "\n")) {
                all.append(
                    .init(
                        kind: PassageKind.paragraph.storedName, sectionType: SectionType.other.storedName,
                        start: line.startIndex, end: line.endIndex))
            }
        }
        for var passage in passages
        where end <= passage.start && passage.start <= passage.end && passage.end <= text.count {
            addLines(end..<passage.start)
            passage.section = passage.section.flatMap { structure?.sections.indices.contains($0) == true ? $0 : nil }
            passage.language = passage.language.flatMap { structure?.languages.indices.contains($0) == true ? $0 : nil }
            all.append(passage)
            end = passage.end
        }
        addLines(end..<text.count)
        return all
    }
}
