import TemaModel

/// A table in a CSV or TSV file, as spreadsheets write it (RFC 4180): fields in quotes may hold anything, quotes doubled.
package struct DelimitedText: Sendable {
    /// The first row's names.
    package let header: [String]
    package let rows: [Row]
    /// What parts the fields.
    package let separator: Unicode.Scalar

    package struct Row: Sendable, Hashable {
        package let fields: [String]
        /// Where it begins in the file, from 1.
        package let line: Int
    }

    /// - Parameter text: The whole file. Of comma, semicolon and tab that parts the fields which stands most often in the first
    ///   line; rows with nothing in them are passed over.
    /// - Throws: A ``Problem`` with its line where a quote is not closed, a row has another number of fields than the header, or
    ///   there is no header.
    package init(_ text: String) throws(Problem) {
        var slip: Problem?
        try self.init(text) { slip = slip ?? $0 }
        if let slip { throw slip }
    }

    /// - Parameter passOver: Is told of each row that has another number of fields than the header, which is left out.
    /// - Throws: A ``Problem`` with its line where a quote is not closed, or there is no header.
    package init(_ text: String, passOver: (Problem) -> Void) throws(Problem) {
        var scanner = Scanner(text)
        guard let first = try scanner.next() else {
            throw Problem("the table is empty", suggestion: "name its columns in the first line")
        }
        header = first.fields
        var rows: [Row] = []
        while let row = try scanner.next() {
            guard row.fields.count == header.count else {
                passOver(
                    Problem(
                        "this row has \(row.fields.count) fields, the header \(header.count)",
                        suggestion: "put fields that hold the separator in quotes", line: row.line))
                continue
            }
            rows.append(row)
        }
        self.rows = rows
        separator = Unicode.Scalar(scanner.separator)
    }

    /// The number of a column.
    /// - Throws: A ``Problem`` that lists the columns where there is none of that name, or several.
    package func column(_ name: String) throws(Problem) -> Int {
        let places = header.indices.filter { header[$0] == name }
        if let only = places.first, places.count == 1 { return only }
        let nearest = Suggestion.nearest(to: name, among: header).map { "did you mean “\($0)”?" }
        throw Problem(
            places.isEmpty ? "the table has no column “\(name)”" : "the table has several columns “\(name)”",
            suggestion: nearest ?? "it has \(header.joined(separator: ", "))", line: 1)
    }
}

/// Takes rows off a text, one after the other.
private struct Scanner {
    private let bytes: [UInt8]
    let separator: UInt8
    private var at = 0
    private var line = 1

    package init(_ text: String) {
        bytes = Array(text.utf8)
        let first = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = candidates.map { candidate in first.count { $0 == candidate } }
        separator = candidates[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
    }

    /// The next row that has something in it.
    package mutating func next() throws(Problem) -> DelimitedText.Row? {
        while at < bytes.count {
            let start = line
            var fields = [try field()]
            while at < bytes.count, bytes[at] == separator {
                at += 1
                fields.append(try field())
            }
            endLine()
            if fields != [""] { return DelimitedText.Row(fields: fields, line: start) }
        }
        return nil
    }

    private mutating func endLine() {
        if at < bytes.count, bytes[at] == 0x0D { at += 1 }
        if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        line += 1
    }

    private mutating func field() throws(Problem) -> String {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return plain() }
        let start = line
        var field: [UInt8] = []
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: "\"") {
                guard at < bytes.count, bytes[at] == byte else {
                    return String(decoding: field, as: UTF8.self) + plain()
                }
                at += 1
            }
            if byte == 0x0A { line += 1 }
            field.append(byte)
        }
        throw Problem(
            "quotes that open here are not closed", suggestion: "close them, or double a quote that is meant",
            line: start)
    }

    private mutating func plain() -> String {
        let start = at
        while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }
}
