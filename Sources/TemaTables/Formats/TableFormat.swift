import TemaModel

/// How tables are written, where a format leaves a choice.
public struct TableOptions: Sendable {
    /// Terminal columns that a line of text may take; fewer than 20 count as 20.
    public var width: Int
    /// Whether cells that a spreadsheet would take for a formula stay as they are.
    public var raw: Bool
    /// What the table was made of and with, where a format has a place for it.
    public var provenance: [Table.Field]
    /// Whether it becomes a part of a page, which a page's beginning and end are left out of.
    public var isPart: Bool

    public init(width: Int = 100, raw: Bool = false, isPart: Bool = false, provenance: [Table.Field] = []) {
        self.width = width
        self.raw = raw
        self.isPart = isPart
        self.provenance = provenance
    }
}

/// One way to write a table, row by row: `begin` once, `add` for each row, `end` once.
///
/// The bytes depend on the table and the options alone, and are UTF-8 where the format is text. Memory does not grow with
/// the rows: a format of text holds back the first 500 of them at most; one that is not keeps them in a temporary file,
/// and its bytes come at the end.
public protocol TableFormat: Sendable {
    /// What can go wrong at the end.
    associatedtype Failure: Error = Never

    /// What `--format` takes.
    static var name: String { get }
    /// One line for the help.
    static var summary: String { get }
    /// Whether the notes are in the output; else they have to be said elsewhere.
    static var carriesNotes: Bool { get }
    /// Whether a terminal can show it.
    static var isText: Bool { get }
    /// Whether it defuses cells that a spreadsheet would take for a formula, which ``TableOptions/raw`` turns off.
    static var defusesFormulas: Bool { get }

    init(_ layout: Table.Layout, options: TableOptions)
    mutating func begin(into out: inout [UInt8])
    /// Missing cells count as empty, cells beyond the columns are left out.
    mutating func add(_ row: Table.Row, into out: inout [UInt8])
    mutating func end(notes: [String], into out: inout [UInt8]) throws(Failure)
}

extension TableFormat {
    public static var isText: Bool { true }
    public static var defusesFormulas: Bool { false }
}

public enum TableFormats {
    /// In the order of the help.
    public static let all: [any TableFormat.Type] = [
        TextTable.self, CSVTable.self, TSVTable.self, JSONTable.self, JSONLinesTable.self, MarkdownTable.self,
        HTMLTable.self, XLSXTable.self,
    ]

    /// The format that `--format` calls by this name.
    public static func named(_ name: String) -> (any TableFormat.Type)? { all.first { $0.name == name } }
}

extension Table {
    /// Returns the table in a format that is known by name: `csv`, `json` and the others of ``TableFormats/all``.
    ///
    /// - Throws: A ``Problem`` with the nearest name if there is no such format, or if no temporary file can be written.
    public func written(as format: String, options: TableOptions = TableOptions()) throws -> [UInt8] {
        guard let type = TableFormats.named(format) else {
            throw Problem(
                "unknown table format “\(format)”", suggestion: didYouMean(format, TableFormats.all.map { $0.name }))
        }
        return try written(as: type, options: options)
    }

    /// Returns the table in a format: the same bytes as row by row.
    package func written<Format: TableFormat>(
        as type: Format.Type, options: TableOptions = TableOptions()
    ) throws(Format.Failure) -> [UInt8] {
        var out: [UInt8] = []
        var format = type.init(layout, options: options)
        format.begin(into: &out)
        for row in rows { format.add(row, into: &out) }
        try format.end(notes: notes, into: &out)
        return out
    }
}

extension [UInt8] {
    mutating func write(_ string: String) { append(contentsOf: string.utf8) }
}
