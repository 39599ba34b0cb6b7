import TemaFormats
import TemaModel

/// Reads references in EndNote XML.
enum EndNoteReader: TextReader {
    static let name = "endnote"
    static let summary = "references with abstracts in EndNote XML (.xml)"
    static let extensions = ["xml"]
    static let isXML = true

    static func recognises(_ beginning: InputBeginning) -> Bool {
        let root = beginning.rootName
        return root == "xml" || root == "records"
    }

    /// Delivers each reference as it is read. References before a syntax error are therefore delivered.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read, is not well-formed, or contains no reference; any error
    ///   thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        var list = ReferenceList(input.source, sink)
        let stem = input.source.documentName
        try XMLTree.each(of: ["record"], input) { record throws(Problem) in
            try list.take(reference(record, stem))
        }
        try list.finish("EndNote XML")
    }

    /// The elements that become text or metadata. All others are in the ledger.
    private static let known: Set<String> = [
        "titles", "abstract", "contributors", "dates", "periodical", "volume", "number", "pages",
        "electronic-resource-num",
        "keywords", "language", "ref-type", "urls", "isbn", "publisher", "rec-number", "custom2",
    ]
    /// Internal elements of EndNote, which are ignored.
    private static let ownMatters: Set<String> = ["database", "source-app", "foreign-keys"]

    private static func reference(_ record: XMLNode, _ stem: String) -> Reference {
        var reference = Reference(line: record.line)
        let titles = record.first("titles")
        if let title = titles?.first("title") { reference.addTitle(title.text) }
        if let title = titles?.first("translated-title") { reference.addTitle(title.text) }
        if let abstract = record.first("abstract") { reference.addAbstract(abstract.text) }
        reference.key = record.first("rec-number")?.words.map { "\(stem)#\($0)" }
        reference.metadata.authors =
            record.first("contributors", "authors")?.elements("author").compactMap(\.words).map(author) ?? []
        reference.metadata.year = record.first("dates", "year")?.words.flatMap(ReferenceFields.year)
        reference.metadata.journal =
            titles?.first("secondary-title")?.words ?? record.first("periodical", "full-title")?.words
        reference.metadata.volume = record.first("volume")?.words
        reference.metadata.issue = record.first("number")?.words
        reference.metadata.pages = record.first("pages")?.words.map(ReferenceFields.pages)
        reference.metadata.doi = record.first("electronic-resource-num")?.words.flatMap(ReferenceFields.doi)
        reference.metadata.pmcid =
            record.first("custom2")?.words.flatMap { $0.hasPrefix("PMC") ? ReferenceFields.pmcid($0) : nil }
        reference.metadata.language = record.first("language")?.words
        reference.metadata.keywords = record.first("keywords")?.elements("keyword").compactMap(\.words) ?? []
        reference.metadata.articleType = record.first("ref-type")?["name"]
        for url in record.first("urls")?.all("url") ?? [] { reference.addVariable("url", url.text) }
        if let isbn = record.first("isbn") { reference.addVariable("issn", isbn.text) }
        if let publisher = record.first("publisher") { reference.addVariable("publisher", publisher.text) }
        for element in record.elements where !known.contains(element.name) && !ownMatters.contains(element.name) {
            reference.noteOmission(element.name, element.text)
        }
        return reference
    }

    /// Removes the trailing comma that EndNote writes after the name of a group.
    private static func author(_ name: String) -> String { name.hasSuffix(",") ? String(name.dropLast()) : name }
}
