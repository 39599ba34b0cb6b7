import TemaFormats
import TemaModel

/// A `PubmedArticle` or `PubmedBookArticle` element.
struct PubMedRecord {
    private let record: XMLNode
    /// The `MedlineCitation`, or the `BookDocument` of a book.
    private let citation: XMLNode
    private let article: XMLNode
    private let language: String?

    init(_ record: XMLNode) {
        self.record = record
        citation = record.first("MedlineCitation") ?? record.first("BookDocument") ?? record
        article = citation.first("Article") ?? citation
        language = LanguageName.tag(of: article.first("Language")?.words)
    }

    var reference: Reference {
        var reference = Reference(line: record.line)
        // For a title in another language, ArticleTitle is a bracketed English translation, and VernacularTitle is the
        // original.
        let title = article.first("ArticleTitle") ?? article.first("Book", "BookTitle")
        if let title { reference.addTitle(title.text, language: "en") }
        if let title = article.first("VernacularTitle") { reference.addTitle(title.text, language: language) }
        addAbstract(article.first("Abstract"), language: "en", reference: &reference)
        for other in citation.elements("OtherAbstract") {
            addAbstract(other, language: LanguageName.tag(of: other["Language"]), reference: &reference)
        }
        reference.metadata.authors = authors
        reference.metadata.year = year
        let journal = article.first("Journal")
        let book = article.first("Book")
        reference.metadata.journal = (journal?.first("Title") ?? journal?.first("ISOAbbreviation"))?.words
        if article.first("ArticleTitle") != nil {
            reference.metadata.journal = reference.metadata.journal ?? book?.first("BookTitle")?.words
        }
        reference.metadata.volume = (journal?.first("JournalIssue", "Volume") ?? book?.first("Volume"))?.words
        reference.metadata.issue = journal?.first("JournalIssue", "Issue")?.words
        reference.metadata.pages = pages
        reference.metadata.language = language
        readIDs(&reference.metadata)
        reference.metadata.keywords = citation.elements("KeywordList").flatMap { $0.elements("Keyword") }.compactMap(
            \.words)
        reference.metadata.subjects =
            citation.first("MeshHeadingList")?.elements("MeshHeading").compactMap { $0.first("DescriptorName")?.words }
            ?? []
        reference.metadata.articleType =
            (article.first("PublicationTypeList", "PublicationType") ?? article.first("PublicationType"))?.words
        if let issn = journal?.first("ISSN")?.words { reference.addVariable("issn", issn) }
        if let isbn = book?.first("Isbn")?.words { reference.addVariable("isbn", isbn) }
        if let publisher = book?.first("Publisher", "PublisherName")?.words {
            reference.addVariable("publisher", publisher)
        }
        noteOmissions(&reference)
        return reference
    }

    private func addAbstract(_ abstract: XMLNode?, language: String?, reference: inout Reference) {
        for part in abstract?.elements ?? [] {
            if part.name == "AbstractText" {
                let label = part["Label"].flatMap { $0.uppercased() == "UNLABELLED" ? nil : $0 }
                reference.addAbstract(part.text, heading: label, language: language)
            } else {
                reference.noteOmission(part.name, part.text)
            }
        }
    }

    /// The elements that become text or metadata, or that only identify or date the record.
    private static let known: Set<String> = [
        "Abstract", "Article", "ArticleDate", "ArticleIdList", "ArticleTitle", "AuthorList", "Book", "ContributionDate",
        "DateCompleted", "DateCreated", "DateRevised", "ELocationID", "Journal", "KeywordList", "Language",
        "MedlineJournalInfo", "MeshHeadingList", "OtherAbstract", "OtherID", "PMID", "Pagination", "PublicationType",
        "PublicationTypeList", "ReferenceList", "VernacularTitle",
    ]

    private func noteOmissions(_ reference: inout Reference) {
        let nodes = citation.first("Article") == nil ? citation.elements : citation.elements + article.elements
        for node in nodes where !Self.known.contains(node.name) { reference.noteOmission(node.name, node.text) }
        for node in record.all("ReferenceList") { reference.noteOmission("ReferenceList", node.text) }
        for list in authorLists {
            for author in list.elements("Author") where list["Type"] == "editors" || !Self.isValid(author) {
                reference.noteOmission("Author", author.text)
            }
        }
    }

    private var authorLists: [XMLNode] {
        article.elements("AuthorList") + article.elements("Book").flatMap { $0.elements("AuthorList") }
    }

    /// Whether an author is not a misspelt form that PubMed has kept besides the corrected one.
    private static func isValid(_ author: XMLNode) -> Bool { author["ValidYN"] != "N" }

    private var authors: [String] {
        let list = authorLists.first { $0["Type"] != "editors" }
        return list?.elements("Author").filter(Self.isValid).compactMap { author in
            if let group = author.first("CollectiveName")?.words { return group }
            guard let surname = author.first("LastName")?.words else { return nil }
            let given = (author.first("ForeName") ?? author.first("Initials"))?.words
            return [surname, given, author.first("Suffix")?.words].compactMap(\.self).joined(separator: ", ")
        } ?? []
    }

    /// The year of the issue, else that of the electronic publication, the book, or the contribution; nil if all are
    /// missing.
    private var year: Int? {
        let dates = [
            article.first("Journal", "JournalIssue", "PubDate"), article.first("ArticleDate"),
            article.first("Book", "PubDate"), article.first("ContributionDate"),
        ]
        return dates.lazy.compactMap { date in
            (date?.first("Year") ?? date?.first("MedlineDate"))?.words.flatMap(ReferenceFields.year)
        }.first
    }

    private var pages: String? {
        let pagination = article.first("Pagination")
        return pagination?.first("MedlinePgn")?.words
            ?? ReferenceFields.pages(pagination?.first("StartPage")?.words, pagination?.first("EndPage")?.words)
    }

    private func readIDs(_ metadata: inout Metadata) {
        metadata.pmid = citation.first("PMID")?.words
        let data = record.first("PubmedData") ?? record.first("PubmedBookData")
        // Only the record's own id lists. The id lists of its references are nested deeper.
        let own = (data?.first("ArticleIdList")?.elements ?? []) + (article.first("ArticleIdList")?.elements ?? [])
        for id in own {
            guard let value = id.words else { continue }
            switch id["IdType"] {
            case "doi": metadata.doi = metadata.doi ?? ReferenceFields.doi(value)
            case "pmc": metadata.pmcid = metadata.pmcid ?? ReferenceFields.pmcid(value)
            case "pubmed": metadata.pmid = metadata.pmid ?? value
            default: break
            }
        }
        let located = article.elements("ELocationID").first { $0["EIdType"] == "doi" }
        metadata.doi = metadata.doi ?? located?.words.flatMap(ReferenceFields.doi)
    }
}
