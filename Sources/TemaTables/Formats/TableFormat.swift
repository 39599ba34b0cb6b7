import TemaModel

/// A labelled value, such as an option of a run.
public struct Fact: Sendable {
    /// The label that people read.
    public let label: Phrase
    /// The value.
    public let value: Table.Cell

    /// Creates a fact.
    public init(_ label: Phrase.Literal, _ value: Table.Cell) { (self.label, self.value) = (Phrase(label), value) }
}

/// Options for writing tables.
public struct TableOptions: Sendable {
    /// The maximum line width of text tables, in terminal columns. Values below 20 count as 20.
    public var width: Int
    /// Whether cells that a spreadsheet would interpret as formulas are written unchanged.
    public var raw: Bool
    /// The inputs and options of the table, for formats that can contain them.
    public var provenance: [Fact]
    /// The language of titles, labels and notes in formats for people.
    public var language: DisplayLanguage
    /// Whether the table is part of a page, so that the page's beginning and end and the notes are omitted.
    public var isPart: Bool

    /// Creates options.
    public init(
        width: Int = 100, raw: Bool = false, isPart: Bool = false, language: DisplayLanguage = .english,
        provenance: [Fact] = []
    ) {
        self.width = width
        self.language = language
        self.raw = raw
        self.isPart = isPart
        self.provenance = provenance
    }
}

/// A format for writing tables row by row: call `begin` once, `add` for each row, and `end` once.
///
/// The output depends on the table and the options only. Text formats write UTF-8. Memory does not grow with the
/// number of rows: a text format buffers at most the first 500 rows. A binary format keeps rows in a temporary file
/// and writes its output in `end`.
public protocol TableFormat: Sendable {
    /// The error that `end` can throw.
    associatedtype Failure: Error = Never

    /// The name for `--format`.
    static var name: String { get }
    /// A one-line description for the help.
    static var summary: String { get }
    /// Whether the output contains the notes. If not, they must be printed elsewhere.
    static var carriesNotes: Bool { get }
    /// Whether the output is text that a terminal can show. True by default.
    static var isText: Bool { get }
    /// Whether the format defuses cells that a spreadsheet would interpret as formulas, unless ``TableOptions/raw``
    /// is set. False by default.
    static var defusesFormulas: Bool { get }

    /// Creates a writer for a table with these columns.
    init(_ layout: Table.Layout, options: TableOptions)
    /// Writes what precedes the rows.
    mutating func begin(into out: inout [UInt8])
    /// Writes or buffers a row. Missing cells are empty; cells beyond the last column are ignored.
    mutating func add(_ row: Table.Row, into out: inout [UInt8])
    /// Writes buffered rows, the notes, and what follows them.
    ///
    /// - Throws: ``Failure``, for binary formats a ``Problem`` if a temporary file cannot be written.
    mutating func end(notes: [Phrase], into out: inout [UInt8]) throws(Failure)
}

extension TableFormat {
    /// True by default.
    public static var isText: Bool { true }
    /// False by default.
    public static var defusesFormulas: Bool { false }
}

/// The table formats.
public enum TableFormats {
    /// All formats in the order of the help.
    public static let all: [any TableFormat.Type] = [
        TextTable.self, CSVTable.self, TSVTable.self, JSONTable.self, JSONLinesTable.self, MarkdownTable.self,
        HTMLTable.self, XLSXTable.self,
    ]

    /// Returns the format with this name, or nil.
    public static func named(_ name: String) -> (any TableFormat.Type)? { all.first { $0.name == name } }
}

extension Table {
    /// Returns the table in a format given by name: `csv`, `json` or another of ``TableFormats/all``.
    ///
    /// - Throws: A ``Problem`` if there is no format with this name, or if a temporary file cannot be written.
    public func written(as format: String, options: TableOptions = TableOptions()) throws -> [UInt8] {
        guard let type = TableFormats.named(format) else {
            throw Problem(
                "unknown table format “\(format)”", suggestion: didYouMean(format, TableFormats.all.map { $0.name }))
        }
        return try written(as: type, options: options)
    }

    /// Returns the table in a format.
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
