import TemaModel

/// The table of articles that a review prints: an article a row, what is known of it and what it says.
public struct EvidenceTable: Sendable {
    public let layout: Table.Layout
    private let columns: [ArticleColumn]
    private let length: Int
    private var count = 0
    /// Which columns have something in them.
    private var filled: Set<Int> = []

    /// - Parameter length: Unicode scalars that the text of a section is cut to; 0 for all of it.
    public init(_ columns: [ArticleColumn], length: Int) {
        (self.columns, self.length) = (columns, length)
        layout = Table.Layout(title: "Articles", columns: columns.map(\.column))
    }

    /// The row of the next article.
    public mutating func row(_ document: Document) -> Table.Row {
        count += 1
        let cells = columns.map { $0.cell(document, count, length: length) }
        for (at, cell) in cells.enumerated() where cell != .empty { filled.insert(at) }
        return Table.Row(cells)
    }

    public var notes: [String] {
        let cut = length > 0 ? ", cut to \(length) characters" : ""
        let empty = columns.indices.filter { !filled.contains($0) }.map { columns[$0].name }
        return [
            "Documents: \(count). A column is a variable of the documents, or else the text of their section of that type or under"
                + " that heading\(cut)."
        ] + (empty.isEmpty || count == 0 ? [] : ["No document has \(empty.joined(separator: ", "))."])
    }
}
