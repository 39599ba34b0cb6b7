internal import GRDB
import TemaModel

/// Reads the values of a row one by one.
///
/// GRDB's subscripts trap if a damaged file has a value of another type. This throws instead.
struct RowDecoder {
    private let row: Row
    private var at = 0

    init(_ row: Row) { self.row = row }

    mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws -> Value {
        defer { at += 1 }
        return try row.decode(Value.self, atIndex: at)
    }

    /// Compares the stored checksum, which follows the values read so far, with their actual one.
    mutating func check(_ what: String) throws {
        let sum = Checksum.of(row.databaseValues.prefix(at))
        guard try next() == sum else {
            throw Problem("\(what) is damaged", suggestion: "restore the study from a backup")
        }
    }

    /// Returns the next value, which may be null.
    mutating func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws -> Value? {
        defer { at += 1 }
        return try row.decode(Value?.self, atIndex: at)
    }
}
