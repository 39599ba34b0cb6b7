internal import GRDB
import TemaModel

/// Reads the values of a row one by one.
///
/// GRDB's subscripts trap if a damaged file has a value of another type. This throws instead.
struct RowDecoder {
    private let row: Row
    private var index = 0

    init(_ row: Row) { self.row = row }

    mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws -> Value {
        defer { index += 1 }
        return try row.decode(Value.self, atIndex: index)
    }

    /// Compares the stored checksum, which follows the values read so far, with their actual one.
    mutating func check(_ what: String) throws {
        let sum = Checksum.of(row.databaseValues.prefix(index))
        guard try next() == sum else {
            throw Problem("\(what) is damaged", suggestion: "restore the study from a backup")
        }
    }

    /// Returns the next value, which may be null.
    mutating func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws -> Value? {
        defer { index += 1 }
        return try row.decode(Value?.self, atIndex: index)
    }
}

/// The 64-bit FNV-1a hash of a row's values (Fowler, Noll and Vo). Any single changed byte changes it.
///
/// It detects damage, not deliberate manipulation.
enum Checksum {
    static func of(_ values: some Sequence<DatabaseValue>) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        func add(bits: UInt64) { for index in 0..<8 { add(UInt8(truncatingIfNeeded: bits >> (8 * UInt64(index)))) } }
        func add(_ kind: UInt8, bytes: some Collection<UInt8>) {
            add(kind)
            add(bits: UInt64(bytes.count))
            for byte in bytes { add(byte) }
        }
        for value in values {
            switch value.storage {
            case .null: add(0)
            case .int64(let number):
                add(1)
                add(bits: UInt64(bitPattern: number))
            case .double(let number):
                add(2)
                add(bits: number.bitPattern)
            case .string(let text): add(3, bytes: text.utf8)
            case .blob(let data): add(4, bytes: data)
            }
        }
        return Int64(bitPattern: hash)
    }
}

/// Returns the values of a row, in the order of its columns.
func values(_ values: (any DatabaseValueConvertible)?...) -> [DatabaseValue] {
    values.map { $0?.databaseValue ?? .null }
}
