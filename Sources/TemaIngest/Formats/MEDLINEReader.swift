import TemaFormats
import TemaModel

/// Reads references in the MEDLINE format, as exported by PubMed.
enum MEDLINEReader: TextReader {
    static let name = "medline"
    static let summary = "references with abstracts in MEDLINE format, as exported by PubMed (.nbib)"
    static let extensions = ["nbib"]
    static let isXML = false

    static func recognises(_ beginning: InputBeginning) -> Bool {
        beginning.bytes.drop(while: isXMLSpace).starts(with: Array("PMID- ".utf8))
    }

    /// Delivers each reference as it is read. A reference that is too long or has no text is reported, and reading
    /// continues.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read or contains no reference; any error thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        try TaggedRecords.read(input, .init(name: "MEDLINE", opening: "PMID"), into: sink, reference)
    }

    /// The tags that become text or metadata. All others are in the ledger.
    private static let known: Set<String> = [
        "PMID", "TI", "BTI", "TT", "AB", "FAU", "AU", "CN", "DP", "JT", "TA", "VI", "IP", "PG", "LID", "AID", "PMC",
        "LA",
        "OT", "MH", "PT",
    ]

    private static func reference(_ record: TaggedRecords.Record) -> Reference {
        var reference = Reference(line: record.line)
        if let title = record.first("TI", "BTI") { reference.addTitle(title, language: "en") }
        for title in record.values("TT") {
            reference.addTitle(title, language: LanguageName.tag(of: record.first("LA")))
        }
        for abstract in record.values("AB") { reference.addAbstract(abstract, language: "en") }
        let authors = record.values("FAU")
        reference.metadata.authors =
            (authors.isEmpty ? record.values("AU").map(AuthorNames.name(abbreviated:)) : authors)
            + record.values("CN")
        reference.metadata.year = record.first("DP").flatMap(ReferenceFields.year)
        reference.metadata.journal = record.first("JT", "TA")
        reference.metadata.volume = record.first("VI")
        reference.metadata.issue = record.first("IP")
        reference.metadata.pages = record.first("PG")
        reference.metadata.pmid = record.first("PMID").flatMap(ReferenceFields.pmid)
        reference.metadata.pmcid = record.first("PMC").flatMap(ReferenceFields.pmcid)
        reference.metadata.doi =
            (record.values("LID") + record.values("AID")).lazy.filter { $0.hasSuffix("[doi]") }
            .compactMap(ReferenceFields.doi).first
        reference.metadata.language = record.first("LA")
        reference.metadata.keywords = record.values("OT")
        reference.metadata.subjects = record.values("MH")
        reference.metadata.articleType = record.first("PT")
        for field in record.fields where !known.contains(field.tag) && !field.value.isEmpty {
            reference.noteOmission(field.tag, field.value)
        }
        return reference
    }
}
