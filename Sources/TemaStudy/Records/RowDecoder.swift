internal import GRDB
import TemaModel

/// The values of a row, one after the other. GRDB's subscripts end the program where a damaged file has a value of another
/// type; this throws.
struct RowDecoder {
    private let row: Row
    private var at = 0

    init(_ row: Row) { self.row = row }

    mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws -> Value {
        defer { at += 1 }
        return try row.decode(Value.self, atIndex: at)
    }

    /// Compares the checksum that follows the values read so far with theirs, as stored.
    mutating func check(_ what: String) throws {
        let sum = Checksum.of(row.databaseValues.prefix(at))
        guard try next() == sum else { throw Problem("\(what) is damaged", suggestion: "take a backup") }
    }

    /// A value that may be missing.
    mutating func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws -> Value? {
        defer { at += 1 }
        return try row.decode(Value?.self, atIndex: at)
    }
}
