public import TemaModel

/// The names of the documents' variables, to find a variable that no document has.
struct KnownVariables: Sendable {
    /// The maximum number of names kept for the suggestion. With more, unknown names are not reported.
    private static let most = 10_000
    private var names: Set<String> = []

    mutating func add(_ document: Document) {
        guard names.count < Self.most else { return }
        names.formUnion(document.metadata.variables.lazy.map(\.name))
    }

    mutating func merge(_ other: KnownVariables) { names.formUnion(other.names) }

    /// - Throws: A ``Problem`` with the nearest name if no document has the variable, and it is not built in.
    func check(_ name: String, builtIn: [String]) throws(Problem) {
        let known = builtIn + names.sorted()
        guard !known.contains(name), names.count < Self.most else { return }
        throw Problem("no document has a variable “\(name)”", suggestion: didYouMean(name, known))
    }
}

/// Variables of documents as further columns of a listing.
public struct JoinedVariables: Sendable {
    private let names: [String]
    private var known = KnownVariables()
    private var hasDocuments = false

    /// Creates columns of variables.
    ///
    /// - Parameter list: The names of the variables, separated by commas.
    public init(_ list: String) {
        var seen: Set = [""]
        names = list.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
            .filter { seen.insert($0).inserted }
    }

    /// Whether there are no variables.
    public var isEmpty: Bool { names.isEmpty }

    /// Returns a layout with a column for each variable. A variable with the name of another column has a number after it.
    public func joined(_ layout: Table.Layout) -> Table.Layout {
        var joined = layout
        var taken = Set(layout.columns.map(\.name))
        joined.columns += names.map { name in
            Table.Column(uniqueName(name, &taken), Phrase(verbatim: name), rank: .usual)
        }
        return joined
    }

    /// Returns a document's values, one cell for each variable. Several values are a list, a missing variable is empty.
    public mutating func cells(_ document: Document) -> [Table.Cell] {
        guard !isEmpty else { return [] }
        known.add(document)
        hasDocuments = true
        return names.map { name in
            if name == "year", let year = document.metadata.year { return .integer(year) }
            let values = document.metadata.values(of: name)
            return values.count < 2 ? values.first.map { .text($0) } ?? .empty : .list(values.map(Table.Cell.text))
        }
    }

    /// Checks the names after the last document.
    ///
    /// - Throws: A ``Problem`` with the nearest name if there were documents, and none has one of the variables.
    public func check() throws(Problem) {
        guard hasDocuments else { return }
        for name in names { try known.check(name, builtIn: Metadata.builtInNames) }
    }
}
