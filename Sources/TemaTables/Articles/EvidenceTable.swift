import TemaModel

/// An evidence table of a review: one article per row, with its metadata and the text of its sections.
public struct EvidenceTable: Sendable {
    /// The table's title and columns.
    public let layout: Table.Layout
    private let columns: [ArticleColumn]
    private let length: Int
    private var count = 0
    /// The indices of the columns that are not empty so far.
    private var filled: Set<Int> = []

    /// Creates the table.
    ///
    /// - Parameters:
    ///   - columns: The columns.
    ///   - length: The maximum length of a section's text in Unicode scalars, or 0 for no limit.
    public init(_ columns: [ArticleColumn], length: Int) {
        (self.columns, self.length) = (columns, length)
        layout = Table.Layout(title: "Articles", columns: columns.map(\.column))
    }

    /// Returns the row of the next article.
    public mutating func row(_ document: Document) -> Table.Row {
        count += 1
        let cells = columns.map { $0.cell(document, count, length: length) }
        for (index, cell) in cells.enumerated() where cell != .empty { filled.insert(index) }
        return Table.Row(cells)
    }

    /// Notes on the articles so far: their number, the sources of the columns, and empty columns.
    public var notes: [Phrase] {
        let sources = Phrase(
            """
            A column contains a variable of each document or, if there is none of that name, the text of the section of \
            that type or heading
            """)
        let empty = columns.indices.filter { !filled.contains($0) }.map { columns[$0].name }
        return [
            length > 0
                ? Phrase("Documents: \(count). \(sources), cut to \(length) characters.")
                : Phrase("Documents: \(count). \(sources).")
        ] + (empty.isEmpty || count == 0 ? [] : [Phrase("No document has \(empty.joined(separator: ", ")).")])
    }
}
