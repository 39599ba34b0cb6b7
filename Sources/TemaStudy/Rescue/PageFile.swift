import Glibc
import TemaFormats
import TemaModel

/// The pages of a SQLite file that may be damaged, read without SQLite, which refuses a table at its first damaged page.
///
/// The format is described at https://www.sqlite.org/fileformat2.html. Page numbers begin with 1.
final class PageFile {
    /// The number of bytes of a page.
    let pageSize: Int
    /// The number of pages. The last one may be cut off; its missing bytes are read as zeros.
    let count: Int
    private let descriptor: CInt

    /// The page size of SQLite's default, which every study has.
    private static let usualSize = 4096

    /// - Throws: A ``Problem`` if the file cannot be read or is not a regular file.
    init(_ path: String) throws(Problem) {
        // Opening a pipe must not block.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw SystemError.problem(errno, of: path, ifMissing: "pass the path of the damaged study")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Problem("not a regular file", suggestion: "pass the path of the damaged study", file: path)
        }
        let size = Int(status.st_size)
        pageSize = Self.pageSize(descriptor, size)
        count = (size + pageSize - 1) / pageSize
    }

    /// Returns the page size in the header or, if more pages begin like pages with it, the usual one.
    private static func pageSize(_ descriptor: CInt, _ fileSize: Int) -> Int {
        let stored = bytes(of: descriptor, 16, 2).big16(0)
        guard stored >= 512, stored & (stored - 1) == 0, stored != usualSize else { return usualSize }
        func likely(_ size: Int) -> Double {
            let starts = Array(stride(from: size, to: fileSize, by: size).prefix(1000))
            let pages = starts.count { TreePage(2, bytes(of: descriptor, $0, size))?.isSound ?? false }
            return Double(pages) / Double(max(1, starts.count))
        }
        return likely(stored) > likely(usualSize) ? stored : usualSize
    }

    deinit { close(descriptor) }

    /// Returns the bytes of a page, or nil if there is no such page.
    func page(_ number: Int) -> [UInt8]? {
        guard (1...max(1, count)).contains(number) else { return nil }
        return Self.bytes(of: descriptor, (number - 1) * pageSize, pageSize)
    }

    /// Bytes that cannot be read are zeros.
    private static func bytes(of descriptor: CInt, _ start: Int, _ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let read = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, off_t(start)) }
        if read < count { for index in max(0, read)..<count { bytes[index] = 0 } }
        return bytes
    }
}

/// One page of a B-tree: the rows of a table, the entries of an index, or the numbers of the pages below it.
struct TreePage {
    enum Kind: UInt8 {
        case indexAbove = 2
        case tableAbove = 5
        case index = 10
        case table = 13
    }

    let kind: Kind
    /// The offsets of its cells, without those that cannot be.
    let cells: [Int]
    /// The numbers of the pages directly below it.
    let below: [Int]
    let bytes: [UInt8]
    /// Whether no offset of a cell is damaged.
    let isSound: Bool

    /// Returns nil if the bytes are not a page of a B-tree.
    init?(_ number: Int, _ bytes: [UInt8]) {
        let start = number == 1 ? 100 : 0
        guard bytes.count >= start + 12, let kind = Kind(rawValue: bytes[start]) else { return nil }
        let isAbove = kind == .tableAbove || kind == .indexAbove
        let pointers = start + (isAbove ? 12 : 8)
        let count = bytes.big16(start + 3)
        let all = (0..<min(count, (bytes.count - pointers) / 2)).map { bytes.big16(pointers + 2 * $0) }
        cells = all.filter { $0 >= pointers && $0 + 4 <= bytes.count }
        below = isAbove ? cells.map { bytes.big32($0) } + [bytes.big32(start + 8)] : []
        isSound = cells.count == count
        (self.kind, self.bytes) = (kind, bytes)
    }
}

extension [UInt8] {
    /// The number in two bytes, the higher one first.
    func big16(_ index: Int) -> Int { Int(self[index]) << 8 | Int(self[index + 1]) }

    /// The number in four bytes, the highest first.
    func big32(_ index: Int) -> Int { big16(index) << 16 | big16(index + 2) }
}
