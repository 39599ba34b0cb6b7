import TemaFormats
import TemaModel

/// Reads references in BibTeX and BibLaTeX.
enum BibTeXReader: TextReader {
    static let name = "bibtex"
    static let summary = "references with abstracts in BibTeX (.bib, .bibtex)"
    static let extensions = ["bib", "bibtex"]
    static let isXML = false

    static func recognises(_ beginning: InputBeginning) -> Bool {
        let start = beginning.bytes.drop(while: isXMLSpace)
        guard start.first == UInt8(ascii: "@") else { return false }
        let rest = start.dropFirst().drop { (0x61...0x7A).contains($0 | 0x20) }
        return rest.startIndex > start.startIndex + 1 && rest.first == UInt8(ascii: "{")
    }

    /// Delivers each reference as it is read. A malformed entry is reported with its line, and reading continues.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read or contains no entry; any error thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        var entries = BibTeXEntries(input)
        var list = ReferenceList(input.source, sink)
        var macros = months
        while let entry = try entries.next({ list.report($0) }) {
            do throws(Problem) {
                switch entry.type {
                case "comment", "preamble": break
                case "string":
                    for (name, value) in try BibTeXFields(entry, hasKey: false, macros: macros).fields {
                        guard macros.count < mostMacros else { break }
                        macros[name] = value
                    }
                default:
                    let fields = try BibTeXFields(entry, hasKey: true, macros: macros)
                    try list.take(reference(fields, entry))
                }
            } catch {
                guard error.line == entry.line else { throw error }
                list.report(error)
            }
        }
        try list.finish("BibTeX")
    }

    /// Bounds the memory for a file with very many `@string` entries.
    private static let mostMacros = 100_000

    private static let months = Dictionary(
        uniqueKeysWithValues: zip(
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]))

    /// The fields that become text or metadata. All others are in the ledger.
    private static let known: Set<String> = [
        "title", "subtitle", "abstract", "author", "year", "date", "journal", "journaltitle", "booktitle", "volume",
        "number",
        "issue", "pages", "eid", "doi", "pmid", "pmcid", "language", "langid", "keywords", "keyword", "url", "issn",
        "isbn",
        "publisher", "month",
    ]

    private static func reference(_ fields: BibTeXFields, _ entry: BibTeXEntries.Entry) -> Reference {
        var reference = Reference(line: entry.line)
        func plain(_ value: String?) -> String? { value.map(TeXText.plain) }
        if let title = plain(fields.first("title")) {
            let subtitle = plain(fields.first("subtitle"))
            reference.addTitle(subtitle.map { "\(title): \($0)" } ?? title)
        }
        if let abstract = plain(fields.first("abstract")) { reference.addAbstract(abstract) }
        reference.key = fields.key.isEmpty ? nil : fields.key
        reference.metadata.authors = BibTeXNames.names(fields.first("author") ?? "")
        reference.metadata.year = fields.first("year", "date").flatMap(ReferenceFields.year)
        reference.metadata.journal = plain(fields.first("journal", "journaltitle", "booktitle"))
        reference.metadata.volume = plain(fields.first("volume"))
        reference.metadata.issue = plain(fields.first("number", "issue"))
        reference.metadata.pages = plain(fields.first("pages", "eid")).map(ReferenceFields.pages)
        reference.metadata.doi = fields.first("doi").map(TeXText.verbatim).flatMap(ReferenceFields.doi)
        reference.metadata.pmid = fields.first("pmid").map(TeXText.verbatim).flatMap(ReferenceFields.pmid)
        reference.metadata.pmcid = fields.first("pmcid").map(TeXText.verbatim).flatMap(ReferenceFields.pmcid)
        reference.metadata.language = plain(fields.first("language", "langid"))
        reference.metadata.keywords = ReferenceFields.list(plain(fields.first("keywords", "keyword")) ?? "")
        reference.metadata.articleType = entry.type
        for name in ["url", "issn", "isbn", "month", "publisher"] {
            guard let value = fields.first(name) else { continue }
            reference.addVariable(name, name == "url" ? TeXText.verbatim(value) : TeXText.plain(value))
        }
        for (name, value) in fields.fields where !known.contains(name) {
            reference.noteOmission(name, TeXText.plain(value))
        }
        return reference
    }
}
