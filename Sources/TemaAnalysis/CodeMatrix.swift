import TemaModel

/// Which documents have which codes: a document a row, in byte order of their ids, and a code a column.
///
/// 1 where a passage of the document has the code or one below it, else 0.
public struct CodeMatrix: Statistic {
    private let codes: CodeList
    private let level: Int?
    private var document: DocumentTally
    /// The codes that each document has, in no order that means anything.
    private var found: [String: [Int]] = [:]

    /// - Parameter level: The depth of the codes to tell about, 1 for those at the top; all codes where it is nothing.
    public init(codes: CodeList, level: Int? = nil) {
        (self.codes, self.level) = (codes, level)
        document = DocumentTally(codes)
    }

    public mutating func add(_ coded: CodedDocument) {
        document.count(coded)
        found[coded.document.id] = document.codes
    }

    public mutating func merge(_ other: CodeMatrix) {
        found.merge(other.found) { $0 + $1 }
    }

    public func table() -> Table {
        let shown = codes.entries.indices.filter { level == nil || codes.entries[$0].depth == level }
        let columns = shown.map { Table.Column(codes.entries[$0].path, codes.entries[$0].name, style: .integer) }
        let rows = found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { id, codes in
            let codes = Set(codes)
            return Table.Row([.text(id)] + shown.map { .integer(codes.contains($0) ? 1 : 0) })
        }
        return Table(
            Table.Layout(title: "Codes of documents", columns: [.init("document", "Document")] + columns), rows: rows,
            notes: ["1 where a passage of the document has the code or one below it, else 0."])
    }
}
