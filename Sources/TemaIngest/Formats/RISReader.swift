import TemaFormats
import TemaModel

/// Reads references in RIS, as exported by Scopus, Web of Science, PubMed, Zotero and EndNote.
enum RISReader: TextReader {
    static let name = "ris"
    static let summary = "references with abstracts in RIS (.ris)"
    static let extensions = ["ris"]
    static let isXML = false

    static func recognises(_ beginning: InputBeginning) -> Bool {
        // Lines such as `Provider: X` or `1.` may precede the first reference.
        beginning.bytes.split(maxSplits: 5) { $0 == 0x0A || $0 == 0x0D }.contains { line in
            line.starts(with: Array("TY  - ".utf8)) || line.starts(with: Array("TY - ".utf8))
        }
    }

    /// Delivers each reference as it is read. A reference that is too long or has no text is reported, and reading
    /// continues.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read or contains no reference; any error thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        try TaggedRecords.read(input, .init(name: "RIS", opening: "TY", closing: "ER"), into: sink, reference)
    }

    /// The tags that become text or metadata. All others are in the ledger.
    private static let known: Set<String> = [
        "TY", "ER", "TI", "T1", "CT", "AB", "N2", "AU", "A1", "PY", "Y1", "DA", "T2", "JF", "JO", "JA", "J1", "J2",
        "VL",
        "IS", "CP", "SP", "EP", "DO", "LA", "KW", "ID", "UR", "SN", "PB",
    ]

    private static func reference(_ record: TaggedRecords.Record) -> Reference {
        var reference = Reference(line: record.line)
        if let title = record.first("TI", "T1", "CT", "BT") { reference.addTitle(title) }
        let abstracts = record.values("AB") + record.values("N2")
        for (index, abstract) in abstracts.enumerated() {
            // Many programs write the same abstract under both tags.
            if abstracts[..<index].contains(abstract) {
                reference.noteOmission("N2", abstract, reason: .alternative)
            } else {
                reference.addAbstract(abstract)
            }
        }
        reference.key = record.first("ID").flatMap { ReferenceFields.isNumber($0) ? nil : $0 }
        readMetadata(record, &reference.metadata)
        for value in record.values("UR") { reference.addVariable("url", value) }
        for value in record.values("SN") { reference.addVariable("issn", value) }
        for value in record.values("PB") { reference.addVariable("publisher", value) }
        for field in record.fields where !known.contains(field.tag) && !field.value.isEmpty {
            reference.noteOmission(field.tag, field.value)
        }
        return reference
    }

    private static func readMetadata(_ record: TaggedRecords.Record, _ metadata: inout Metadata) {
        metadata.authors = record.values("AU") + record.values("A1")
        metadata.year = record.first("PY", "Y1", "DA").flatMap(ReferenceFields.year)
        metadata.journal = record.first("T2", "JF", "JO", "JA", "J1", "J2")
        metadata.volume = record.first("VL")
        metadata.issue = record.first("IS", "CP")
        metadata.pages = ReferenceFields.pages(record.first("SP"), record.first("EP"))
        metadata.doi = record.first("DO").flatMap(ReferenceFields.doi)
        if metadata.doi == nil {
            metadata.doi =
                record.values("UR").lazy.filter { $0.contains("doi.org/") }.compactMap(ReferenceFields.doi).first
        }
        metadata.language = record.first("LA")
        metadata.keywords = record.values("KW")
        metadata.articleType = record.first("TY")
        // EndNote stores the PMC id in C2, and the PMID as the accession number (AN).
        metadata.pmcid = record.first("C2").flatMap { $0.hasPrefix("PMC") ? ReferenceFields.pmcid($0) : nil }
        let database = (record.first("DB", "DP") ?? "").lowercased()
        if database.contains("pubmed") || database.contains("medline") {
            metadata.pmid = record.first("AN").flatMap(ReferenceFields.pmid)
        }
    }
}
