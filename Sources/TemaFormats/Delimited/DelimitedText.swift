import TemaModel

/// A table read from a CSV or TSV file (RFC 4180).
package struct DelimitedText: Sendable {
    /// The fields of the first row.
    package let header: [String]
    /// The rows after the header. Each has as many fields as the header.
    package let rows: [Row]
    /// The character between fields: comma, semicolon or tab.
    package let separator: Unicode.Scalar

    /// A row of a table.
    package struct Row: Sendable, Hashable {
        package let fields: [String]
        /// The line at which the row begins, from 1.
        package let line: Int
    }

    /// Reads a table.
    ///
    /// - Parameter text: The complete file. Its separator is the one of comma, semicolon and tab that occurs most often in the
    ///   first line. Empty lines are skipped.
    /// - Throws: A ``Problem`` with a line number if a quoted field is not closed, a row has more or fewer fields than the
    ///   header, or there is no header.
    package init(_ text: String) throws(Problem) {
        var slip: Problem?
        try self.init(text) { slip = slip ?? $0 }
        if let slip { throw slip }
    }

    /// Reads a table, and skips rows whose number of fields differs from the header's.
    ///
    /// - Parameters:
    ///   - text: The complete file.
    ///   - skippingRow: Receives the problem of each row that is skipped.
    /// - Throws: A ``Problem`` with a line number if a quoted field is not closed, or there is no header.
    package init(_ text: String, skippingRow: (Problem) -> Void) throws(Problem) {
        var scanner = DelimitedRows(Array(text.utf8))
        guard let first = try scanner.next() else {
            throw Problem("the table is empty", suggestion: "name its columns in the first line")
        }
        header = first.fields
        var rows: [Row] = []
        while let row = try scanner.next() {
            guard row.fields.count == header.count else {
                skippingRow(Self.problem(of: row, columns: header.count))
                continue
            }
            rows.append(row)
        }
        self.rows = rows
        separator = Unicode.Scalar(scanner.separator)
    }

    /// Returns the problem of a row whose number of fields differs from the header's.
    package static func problem(of row: Row, columns: Int) -> Problem {
        Problem(
            "this row has \(counted(row.fields.count, "field")), but the header has \(columns)",
            suggestion: "put fields that contain the separator in quotes", line: row.line)
    }

    /// Returns the index of the column with a name.
    ///
    /// - Throws: A ``Problem`` that suggests a similar name or lists the columns, if there is no such column or more than one.
    package func column(_ name: String) throws(Problem) -> Int {
        let places = header.indices.filter { header[$0] == name }
        if let only = places.first, places.count == 1 { return only }
        let nearest = didYouMean(name, among: header)
        throw Problem(
            places.isEmpty ? "the table has no column “\(name)”" : "the table has more than one column “\(name)”",
            suggestion: nearest ?? "its columns are \(header.joined(separator: ", "))", line: 1)
    }
}

/// A reader of the rows of a delimited text, one at a time.
package struct DelimitedRows {
    private let bytes: [UInt8]
    /// The character between fields.
    package let separator: UInt8
    /// Whether quotes are characters like any other.
    package var isVerbatim = false
    /// The line after the last row that was read, from 1.
    package private(set) var line = 1
    private var position = 0

    /// Creates a reader of a text in UTF-8.
    ///
    /// - Parameter separator: The character between fields, or nil for the one of comma, semicolon and tab that occurs most
    ///   often in the first line.
    package init(_ bytes: [UInt8], separator: UInt8? = nil) {
        self.bytes = bytes
        if let separator {
            self.separator = separator
            return
        }
        let first = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = candidates.map { candidate in first.count { $0 == candidate } }
        self.separator = candidates[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
    }

    /// Returns the next row that is not an empty line, or nil at the end.
    ///
    /// - Throws: A ``Problem`` with a line number if a quoted field is not closed.
    package mutating func next() throws(Problem) -> DelimitedText.Row? {
        while position < bytes.count {
            let start = line
            var fields = [try field()]
            while position < bytes.count, bytes[position] == separator {
                position += 1
                fields.append(try field())
            }
            endLine()
            if fields != [""] { return DelimitedText.Row(fields: fields, line: start) }
        }
        return nil
    }

    private mutating func endLine() {
        if position < bytes.count, bytes[position] == 0x0D { position += 1 }
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        line += 1
    }

    private mutating func field() throws(Problem) -> String {
        guard !isVerbatim, position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return plain() }
        let start = line
        var field: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == byte else {
                    return String(decoding: field, as: UTF8.self) + plain()
                }
                position += 1
            }
            if byte == 0x0A { line += 1 }
            field.append(byte)
        }
        throw Problem(
            "a quoted field that starts here is not closed",
            suggestion: "close it, or double quotation marks that are part of the text", line: start)
    }

    /// Reads the rest of a field that is not in quotes.
    private mutating func plain() -> String {
        let start = position
        while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A, bytes[position] != 0x0D {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}
