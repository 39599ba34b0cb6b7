import TemaModel

/// A column of an evidence table, written `NAME` or `NAME=SOURCE|SOURCE`: its name and the sources of its values.
///
/// A source is `no`, `document`, `file` or `citation`, or the name of a variable of the metadata or front matter. If
/// the document has no such variable, the source is the text of the section of that type (`abstract`, `methods`, …)
/// or with that heading. The first source that the document has is used.
public struct ArticleColumn: Sendable {
    /// The column's name.
    public let name: String
    private let sources: [String]

    /// The default columns, as in the evidence tables of reviews. Methods and results come from sections if there are
    /// no such variables.
    public static let usual =
        "no,database,title,journal,authors,year,method=method|methods,intervention=intervention|program|programme,result=result|results"

    /// Parses a comma-separated list of columns.
    ///
    /// - Throws: A ``Problem`` if a name is empty or occurs twice.
    public static func columns(_ text: String) throws(Problem) -> [ArticleColumn] {
        var columns: [ArticleColumn] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(tidy)
            let sources = halves.count > 1 ? halves[1].split(separator: "|").map { tidy($0) } : [halves[0]]
            guard let name = halves.first, !name.isEmpty, !sources.contains(""), !sources.isEmpty else {
                throw Problem("--columns has an empty name", suggestion: "separate names with single commas")
            }
            guard !columns.contains(where: { $0.name == name }) else {
                throw Problem(
                    "--columns has “\(name)” twice", suggestion: "rename one of them, for example other=\(name)")
            }
            columns.append(ArticleColumn(name: name, sources: sources))
        }
        return columns
    }

    private static func tidy(_ text: some StringProtocol) -> String {
        text.split(separator: " ").joined(separator: " ")
    }

    private static let labels = [
        "no": Phrase("No."), "database": Phrase("Database"), "title": Phrase("Title"), "journal": Phrase("Journal"),
        "authors": Phrase("Authors"), "year": Phrase("Year"), "method": Phrase("Method"),
        "intervention": Phrase("Intervention"), "result": Phrase("Result"), "citation": Phrase("Citation"),
        "document": Phrase("Document"), "file": Phrase("File"), "abstract": Phrase("Abstract"), "doi": Phrase("DOI"),
    ]

    /// The label that people read. A name that has none becomes one: `study_site` becomes `Study site`.
    private var label: Phrase {
        let words = name.replacingScalars { $0 == "_" ? " " : nil }
        return Self.labels[name] ?? Phrase(verbatim: words.prefix(1).uppercased() + words.dropFirst())
    }

    /// The table column.
    var column: Table.Column {
        return Table.Column(name, label, style: ["no", "year"].contains(sources[0]) ? .ordinal : .text)
    }

    /// Returns the cell of an article.
    ///
    /// - Parameters:
    ///   - document: The article.
    ///   - number: The article's number, from 1.
    ///   - length: The maximum length of a section's text in Unicode scalars.
    func cell(_ document: Document, _ number: Int, length: Int) -> Table.Cell {
        for source in sources {
            switch source {
            case "no": return .integer(number)
            case "document": return .text(document.id)
            case "file" where !document.source.isEmpty: return .text(document.source)
            case "citation": return .text(Bibliography.citation(document))
            case "year" where document.metadata.year != nil:
                return document.metadata.year.map(Table.Cell.integer) ?? .empty
            default:
                let values = document.metadata.values(of: source)
                if !values.isEmpty { return .text(values.joined(separator: "; ")) }
                if let text = SectionText.of(document, source, length: length) { return .text(text) }
            }
        }
        return .empty
    }
}
