import Glibc
import TemaModel

/// The first hundred bytes of a file: whether SQLite may open it as a study at all.
///
/// They are read before SQLite sees the file, because SQLite takes an empty file for an empty database and writes into it.
struct StudyHeader {
    /// The version of the schema that the file has.
    let version: UInt32

    /// - Throws: A ``Problem`` where the file is missing, foreign, newer, or not what a study is.
    init(_ path: String, newest: UInt32) throws(Problem) {
        let bytes = try Self.beginning(of: path)
        func number(_ at: Int) -> UInt32 { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | UInt32($1) } }
        guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
            throw Problem("this is no study", suggestion: "`tema init` makes one", file: path)
        }
        guard number(68) == Schema.applicationID else {
            throw Problem("a database of another program, not a study", suggestion: "`tema init` makes one", file: path)
        }
        version = number(60)
        guard version <= newest else {
            throw Problem(
                "a study of a newer Tema (version \(version); this one reads \(newest))",
                suggestion: "install the newer Tema", file: path)
        }
        guard version >= 1, bytes[18] == 1, bytes[19] == 1 else {
            throw Problem(
                "its header is damaged", suggestion: "take a backup, or save what can be read with `tema doctor`",
                file: path)
        }
    }

    private static func beginning(of path: String) throws(Problem) -> [UInt8] {
        // A pipe must not be waited for.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard file >= 0 else {
            throw Problem(
                "cannot be opened: \(String(cString: strerror(errno)))", suggestion: "`tema init` makes a study",
                file: path
            )
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Problem("a study is one file, and this is none", file: path)
        }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = pread(file, &bytes, 100, 0)
        return Array(bytes.prefix(max(0, count)))
    }
}
