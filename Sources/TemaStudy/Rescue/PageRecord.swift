import Foundation
internal import GRDB

/// A row as SQLite stores it in a page.
struct PageRecord {
    /// The row's number; nil in an index or a table without row numbers.
    let number: Int64?
    /// The values. A value is nil if its bytes are on a page that cannot be read.
    let values: [DatabaseValue?]

    /// Reads the record in a cell of a page.
    ///
    /// - Returns: Nil if there is no record.
    init?(_ cell: Int, of page: TreePage, in file: PageFile) {
        var reader = ByteReader(bytes: page.bytes, index: cell)
        if page.kind == .indexAbove { reader.index += 4 }
        guard page.kind != .tableAbove, let length = reader.varint(), length >= 2,
            length <= Int64(file.count) * Int64(file.pageSize)
        else { return nil }
        if page.kind == .table {
            guard let number = reader.varint() else { return nil }
            self.number = number
        } else {
            number = nil
        }
        let local = Self.localLength(Int(length), page.kind, file.pageSize)
        guard reader.index + local <= page.bytes.count else { return nil }
        var payload = Array(page.bytes[reader.index..<(reader.index + local)])
        if local < Int(length) {
            guard reader.index + local + 4 <= page.bytes.count else { return nil }
            Self.follow(page.bytes.big32(reader.index + local), to: Int(length), file, &payload)
        }
        guard let values = Self.values(payload) else { return nil }
        self.values = values
    }

    /// Returns how many bytes of a record are in the page itself. The others are on overflow pages.
    private static func localLength(_ length: Int, _ kind: TreePage.Kind, _ pageSize: Int) -> Int {
        let most = kind == .table ? pageSize - 35 : (pageSize - 12) * 64 / 255 - 23
        if length <= most { return length }
        let least = (pageSize - 12) * 32 / 255 - 23
        let local = least + (length - least) % (pageSize - 4)
        return local <= most ? local : least
    }

    /// Appends the bytes of overflow pages, up to a length or to the first page that is not one.
    private static func follow(_ first: Int, to length: Int, _ file: PageFile, _ payload: inout [UInt8]) {
        var next = first
        while payload.count < length, next != 0, let page = file.page(next) {
            let rest = min(length - payload.count, file.pageSize - 4)
            payload += page[4..<(4 + rest)]
            next = page.big32(0)
        }
    }

    private static func values(_ payload: [UInt8]) -> [DatabaseValue?]? {
        var header = ByteReader(bytes: payload, index: 0)
        guard let end = header.varint(), end >= 1, end <= Int64(payload.count) else { return nil }
        var types: [Int64] = []
        while header.index < Int(end) {
            guard let type = header.varint(), type >= 0, type != 10, type != 11 else { return nil }
            types.append(type)
        }
        guard header.index == Int(end) else { return nil }
        var body = ByteReader(bytes: payload, index: Int(end))
        return types.map { body.value($0) }
    }
}

/// Reads SQLite's numbers and values one after the other.
private struct ByteReader {
    let bytes: [UInt8]
    var index: Int

    /// Reads a number of one to nine bytes, seven bits in each but the ninth. Returns nil at the end of the bytes.
    mutating func varint() -> Int64? {
        var number: UInt64 = 0
        for place in 0..<9 {
            guard index < bytes.count else { return nil }
            let byte = bytes[index]
            index += 1
            if place == 8 { return Int64(bitPattern: number << 8 | UInt64(byte)) }
            number = number << 7 | UInt64(byte & 0x7F)
            if byte < 0x80 { return Int64(bitPattern: number) }
        }
        return nil
    }

    /// Reads the value of a serial type. Returns nil if its bytes are missing or not of its type.
    mutating func value(_ type: Int64) -> DatabaseValue? {
        switch type {
        case 0: return .null
        case 8, 9: return (type - 8).databaseValue
        case 1...6: return integer([0, 1, 2, 3, 4, 6, 8][Int(type)])?.databaseValue
        case 7: return integer(8).map { Double(bitPattern: UInt64(bitPattern: $0)).databaseValue }
        default:
            guard let content = take((type - 12) / 2) else { return nil }
            if type % 2 == 0 { return Data(content).databaseValue }
            return String(validating: content, as: UTF8.self)?.databaseValue
        }
    }

    private mutating func integer(_ count: Int64) -> Int64? {
        guard let bytes = take(count), let first = bytes.first else { return nil }
        let sign: UInt64 = first >= 0x80 ? .max : 0
        return Int64(bitPattern: bytes.reduce(sign) { $0 << 8 | UInt64($1) })
    }

    private mutating func take(_ count: Int64) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= Int64(bytes.count - min(index, bytes.count)) else {
            // What follows is missing, too.
            index = bytes.count
            return nil
        }
        defer { index += Int(count) }
        return bytes[index..<(index + Int(count))]
    }
}
