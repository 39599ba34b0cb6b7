import TemaModel

// The records in `tema/documents.jsonl` of a `.qdpx` file. The names of the properties are the field names in the file.

extension TemaMembers {
    struct SectionRecord: Codable {
        var heading: String
        var parent: Int?

        init(_ section: Section) { (heading, parent) = (section.heading, section.parent) }

        var section: Section { Section(heading: heading, parent: parent) }
    }

    struct MetadataRecord: Codable {
        struct Variable: Codable {
            var name: String
            var values: [String]
        }

        var title: String?
        var authors: [String]
        var year: Int?
        var journal: String?
        var volume: String?
        var issue: String?
        var pages: String?
        var doi: String?
        var pmid: String?
        var pmcid: String?
        var publisherID: String?
        var language: String?
        var keywords: [String]
        var articleType: String?
        var subjects: [String]
        var licence: String?
        var variables: [Variable]

        init(_ metadata: Metadata) {
            (title, authors, year) = (metadata.title, metadata.authors, metadata.year)
            (journal, volume, issue) = (metadata.journal, metadata.volume, metadata.issue)
            (pages, doi, pmid, pmcid) = (metadata.pages, metadata.doi, metadata.pmid, metadata.pmcid)
            (publisherID, language, keywords) = (metadata.publisherID, metadata.language, metadata.keywords)
            (articleType, subjects, licence) = (metadata.articleType, metadata.subjects, metadata.licence)
            variables = metadata.variables.map { Variable(name: $0.name, values: $0.values) }
        }

        var metadata: Metadata {
            var metadata = Metadata()
            (metadata.title, metadata.authors, metadata.year) = (title, authors, year)
            (metadata.journal, metadata.volume, metadata.issue) = (journal, volume, issue)
            (metadata.pages, metadata.doi, metadata.pmid, metadata.pmcid) = (pages, doi, pmid, pmcid)
            (metadata.publisherID, metadata.language, metadata.keywords) = (publisherID, language, keywords)
            (metadata.articleType, metadata.subjects, metadata.licence) = (articleType, subjects, licence)
            metadata.variables = variables.map { Metadata.Variable(name: $0.name, values: $0.values) }
            return metadata
        }
    }

    struct LedgerRecord: Codable {
        struct Entry: Codable {
            var element: String
            var reason: String
            var count: Int
            var characters: Int
        }

        var entries: [Entry]

        init(_ ledger: Ledger) {
            entries = ledger.entries.map {
                Entry(
                    element: $0.element, reason: $0.reason.rawValue, count: $0.count, characters: $0.characters)
            }
        }

        /// The ledger, or nil if a reason is unknown.
        var ledger: Ledger? {
            var known: [Ledger.Entry] = []
            for entry in entries {
                guard let reason = Ledger.Reason(rawValue: entry.reason) else { return nil }
                known.append(
                    Ledger.Entry(
                        element: entry.element, reason: reason, count: entry.count, characters: entry.characters))
            }
            return Ledger(entries: known)
        }
    }
}
