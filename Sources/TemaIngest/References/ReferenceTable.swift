import TemaFormats
import TemaModel

/// The records of a table of references that a database or program exported.
struct ReferenceTable {
    /// The export that the table is.
    let export: ReferenceExport
    /// The columns, or nil if each row is one field of a record: its name and its values.
    private let columns: [ReferenceExport.Column]?
    private var rows: DelimitedRows
    /// A row that was read but belongs to the next record.
    private var waiting: DelimitedText.Row?
    /// The line after the previous row of a record whose rows are fields.
    private var end = 0
    /// The first row that has fewer fields than the header, by its line from 1; nil if there is none.
    private(set) var shortRow: Int?

    /// Finds the header of a table by its columns, whatever the separator.
    ///
    /// Returns nil if the table is not a known export.
    init?(_ bytes: [UInt8]) {
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        for var rows in separators.map({ DelimitedRows(bytes, separator: $0) }) {
            // A line about the data (Dimensions) or `sep=;` (Excel) may precede the header.
            for _ in 0..<3 {
                guard let row = try? rows.next() else { break }
                guard let export = ReferenceExport.find(row.fields) else { continue }
                self.export = export
                columns = row.fields.map(ReferenceExport.Column.init)
                rows.isVerbatim = export.isVerbatim && rows.separator == UInt8(ascii: "\t")
                self.rows = rows
                return
            }
        }
        guard Self.isListed(bytes) else { return nil }
        export = .embase
        columns = nil
        rows = DelimitedRows(bytes, separator: UInt8(ascii: ","))
    }

    /// Whether each row is a field, as in Embase's export of one field per line: the first is the title, and two of the
    /// next five are known.
    private static func isListed(_ bytes: [UInt8]) -> Bool {
        var rows = DelimitedRows(bytes, separator: UInt8(ascii: ","))
        guard (try? rows.next())?.fields.first == "TITLE" else { return false }
        var names: [String] = []
        while names.count < 5, let row = try? rows.next() { names.append(ReferenceExport.Column(row.fields[0]).name) }
        return ReferenceExport.embase.isDistinguished(by: names) && names.count(where: ReferenceExport.embase.knows) > 1
    }

    /// Returns the next record, or nil at the end. Empty rows are skipped.
    ///
    /// - Parameter report: Receives the problem of a row that has more fields than the header. The row is skipped.
    /// - Throws: A ``Problem`` with a line if a quoted field is not closed.
    mutating func next(_ report: (Problem) -> Void) throws(Problem) -> ExportRecord? {
        guard let columns else { return try nextListed() }
        while let row = try rows.next() {
            guard row.fields.contains(where: { !$0.isEmpty }) else { continue }
            guard row.fields.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
                report(DelimitedText.problem(of: row, columns: columns.count))
                continue
            }
            if row.fields.count < columns.count { shortRow = shortRow ?? row.line }
            let values = rows.isVerbatim ? Self.unquoted(row.fields) : row.fields
            let fields = zip(columns, values).map { ExportRecord.Field(column: $0, values: [$1]) }
            return ExportRecord(export: export, fields: fields, line: row.line)
        }
        return nil
    }

    /// Removes the quotes that a spreadsheet puts around fields, with commas among others, when it saves a table that
    /// had no quotes. A row with a comma outside quotes is returned unchanged.
    private static func unquoted(_ fields: [String]) -> [String] {
        guard !fields.contains(where: { $0.contains(",") && !$0.hasPrefix("\"") }) else { return fields }
        return fields.map { field in
            guard field.count > 1, field.hasPrefix("\""), field.hasSuffix("\"") else { return field }
            return String(field.dropFirst().dropLast()).replacing("\"\"", with: "\"")
        }
    }

    /// Returns the next record whose rows are fields. It ends before an empty line and before a field that it has.
    private mutating func nextListed() throws(Problem) -> ExportRecord? {
        var fields: [ExportRecord.Field] = []
        var line = 0
        while let row = try nextRow() {
            let column = ReferenceExport.Column(row.fields[0])
            if fields.isEmpty {
                line = row.line
            } else if row.line > end || fields.contains(where: { $0.column.name == column.name }) {
                waiting = row
                break
            }
            fields.append(ExportRecord.Field(column: column, values: Array(row.fields.dropFirst())))
            end = rows.line
        }
        return fields.isEmpty ? nil : ExportRecord(export: export, fields: fields, line: line)
    }

    private mutating func nextRow() throws(Problem) -> DelimitedText.Row? {
        if let row = waiting.take() { return row }
        return try rows.next()
    }
}
