import TemaModel

/// A column of an evidence table, `NAME` or `NAME=SOURCE|SOURCE`: what it is called, and where its words are looked for.
///
/// A source is `no`, `document`, `file` or `citation`; else a variable of metadata or front matter; else, where the document
/// has none of that name, the text of its section of that type (`abstract`, `methods`, …) or under that heading. The first
/// source that a document has counts.
public struct ArticleColumn: Sendable {
    public let name: String
    private let sources: [String]

    /// The matrix that reviews print, each article's method and result in the words of its sections where no variable has
    /// them.
    public static let usual =
        "no,database,title,journal,authors,year,method=method|methods,intervention=intervention|program|programme,result=result|results"

    /// - Throws: A ``Problem`` where a column has no name, or two have one.
    public static func columns(_ text: String) throws(Problem) -> [ArticleColumn] {
        var columns: [ArticleColumn] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(tidy)
            let sources = halves.count > 1 ? halves[1].split(separator: "|").map { tidy($0) } : [halves[0]]
            guard let name = halves.first, !name.isEmpty, !sources.contains(""), !sources.isEmpty else {
                throw Problem("--columns has an empty name", suggestion: "write names with commas between them")
            }
            guard !columns.contains(where: { $0.name == name }) else {
                throw Problem(
                    "--columns has “\(name)” twice", suggestion: "call one of them otherwise, such as other=\(name)")
            }
            columns.append(ArticleColumn(name: name, sources: sources))
        }
        return columns
    }

    private static func tidy(_ text: some StringProtocol) -> String {
        text.split(separator: " ").joined(separator: " ")
    }

    /// As people read it: `article_type` is `Article type`.
    var column: Table.Column {
        let words = name.replacingScalars { $0 == "_" ? " " : nil }
        let label = name == "no" ? "No." : words.prefix(1).uppercased() + words.dropFirst()
        return Table.Column(name, label, style: ["no", "year"].contains(sources[0]) ? .integer : .text)
    }

    /// - Parameters:
    ///   - number: The article's, from 1.
    ///   - length: Unicode scalars that a section's text is cut to.
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
