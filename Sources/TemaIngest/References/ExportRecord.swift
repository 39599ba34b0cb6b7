import TemaFormats
import TemaModel

/// One reference of an export: the values of its columns or tags.
struct ExportRecord {
    struct Field {
        let column: ReferenceExport.Column
        let values: [String]
    }

    let export: ReferenceExport
    let fields: [Field]
    /// The line where the record begins, from 1.
    let line: Int

    /// The reference. The columns that become neither text nor metadata are in its ledger.
    var reference: Reference {
        var reference = Reference(line: line)
        for title in columns(.title).joined() { reference.addTitle(title) }
        for abstract in columns(.abstract).joined() { reference.addAbstract(abstract) }
        reference.key = columns(.key).joined().first { !ReferenceFields.isNumber($0) }
        readMetadata(&reference.metadata)
        for (role, name) in [(Role.url, "url"), (.issn, "issn"), (.isbn, "isbn"), (.publisher, "publisher")] {
            for value in columns(role).joined() { reference.addVariable(name, value) }
        }
        for field in fields where !export.knows(field.column.name) {
            for value in field.values where !value.isEmpty { reference.noteOmission(field.column.label, value) }
        }
        return reference
    }

    private typealias Role = ReferenceExport.Role

    /// Returns the values of each column with a role. Columns without a value are omitted.
    private func columns(_ role: Role) -> [[String]] {
        (export.columns[role] ?? []).map { name in
            fields.filter { $0.column.name == name }.flatMap(\.values).map(TextLines.collapsed).filter { !$0.isEmpty }
        }.filter { !$0.isEmpty }
    }

    private func first(_ role: Role) -> String? { columns(role).first?.first }

    private func readMetadata(_ metadata: inout Metadata) {
        metadata.authors = authors
        metadata.year = columns(.year).joined().lazy.compactMap(ReferenceFields.year).first
        metadata.journal = first(.journal)
        metadata.volume = first(.volume)
        metadata.issue = first(.issue)
        metadata.pages =
            (first(.pages) ?? ReferenceFields.pages(first(.firstPage), first(.lastPage)) ?? first(.articleNumber))
            .map(ReferenceFields.pages)
        if let citation = first(.citation) { read(citation: citation, &metadata) }
        metadata.doi = columns(.doi).joined().lazy.compactMap(ReferenceFields.doi).first
        metadata.pmid = first(.pmid).flatMap(ReferenceFields.pmid)
        metadata.pmcid = first(.pmcid).flatMap(ReferenceFields.pmcid)
        metadata.language = first(.language)
        metadata.keywords = columns(.keywords).joined().flatMap(ReferenceFields.list)
        metadata.subjects = columns(.subjects).joined().flatMap(ReferenceFields.list)
        metadata.articleType = first(.articleType)
    }

    /// Reads the volume, the issue and the pages, unless they are known, of a citation in the form of PubMed
    /// (`J Test. 2014 Mar 1;4(2):11-19. doi: …`) or Embase (`J Test (2014) 4:2 (11-19). …`, with the journal).
    private func read(citation: String, _ metadata: inout Metadata) {
        func halves(_ text: some StringProtocol, _ separator: String) -> [String] {
            text.split(separator: separator, maxSplits: 1).map { TextLines.collapsed(String($0)) }
        }
        let inEmbase = metadata.year.map { halves(citation, " (\($0)) ") } ?? []
        let place: String
        if inEmbase.count == 2 {
            metadata.journal = metadata.journal ?? inEmbase[0]
            // As in PubMed: `4(2):11-19` for `4:2 (11-19)`.
            let parts = halves(inEmbase[1].prefix { $0 != ")" }, "(")
            let numbers = halves(parts.first ?? "", ":")
            place = numbers.joined(separator: "(") + ":" + parts.dropFirst().joined()
        } else {
            place = halves(halves(citation, ";").dropFirst().joined(), ". ").first ?? ""
        }
        let parts = halves(place.last == "." ? place.dropLast() : place[...], ":")
        let numbers = halves(parts.first ?? "", "(")
        metadata.volume = metadata.volume ?? numbers.first
        metadata.issue = metadata.issue ?? numbers.dropFirst().first.map { String($0.prefix { $0 != ")" }) }
        metadata.pages = metadata.pages ?? parts.dropFirst().first.map(ReferenceFields.pages)
    }

    private var authors: [String] {
        func names(_ role: Role, _ split: (String) -> [String]) -> [String] {
            columns(role).first.map { $0.flatMap(split) } ?? []
        }
        var authors = names(.authors, AuthorNames.listed)
        if authors.isEmpty { authors = names(.abbreviatedAuthors, AuthorNames.abbreviated) }
        if authors.isEmpty {
            authors = names(.authorLine) { AuthorNames.abbreviated($0.last == "." ? String($0.dropLast()) : $0) }
        }
        if authors.isEmpty { authors = names(.authorsInOrder, AuthorNames.inOrder) }
        return authors + names(.groupAuthors, AuthorNames.listed)
    }
}
