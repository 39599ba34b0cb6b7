import Glibc
import TemaModel

/// A file system path as bytes, which are usually but not necessarily UTF-8.
public struct InputPath: Sendable, Hashable {
    /// The bytes that are passed to the operating system, without a terminating zero.
    public let bytes: [UInt8]

    /// Creates a path from bytes in any encoding.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Creates a path from a string, encoded as UTF-8.
    public init(_ path: String) {
        self.bytes = Array(path.utf8)
    }

    /// The path for messages. Bytes that are not UTF-8 are shown as U+FFFD.
    public var display: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the path is `-`, which represents standard input.
    public var isStandardInput: Bool { bytes == [UInt8(ascii: "-")] }

    /// The part of the last component after its last dot, in lower case, or nil if there is no dot after its first byte.
    public var fileExtension: String? {
        let name = lastComponent
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
        return Self.lowercased(name[(dot + 1)...])
    }

    /// Returns the last component without its extension: `b.jats` for `a/b.jats.xml`.
    ///
    /// - Parameter extensions: The extensions to remove, in lower case. Any other extension is kept.
    public func stem(without extensions: Set<String>) -> String {
        let name = lastComponent
        let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
        let isKnown = fileExtension.map(extensions.contains) ?? false
        return String(decoding: isKnown ? name[..<dot] : name, as: UTF8.self)
    }

    /// The name of the folder that contains the file, or nil if the path does not name it.
    public var folderName: String? {
        let folder = InputPath(bytes: bytes.dropLast(lastComponent.count)).lastComponent
        let isNamed = folder.contains { $0 != UInt8(ascii: ".") }
        return isNamed ? String(decoding: folder, as: UTF8.self) : nil
    }

    /// The part after the last slash, ignoring slashes at the end.
    var lastComponent: ArraySlice<UInt8> {
        let slash = UInt8(ascii: "/")
        guard let last = bytes.lastIndex(where: { $0 != slash }) else { return [] }
        let start = bytes[...last].lastIndex(of: slash).map { $0 + 1 } ?? 0
        return bytes[start...last]
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }
}

/// The size, type and modification time of an open file. Two states that differ show that the file has changed.
struct FileState: Equatable {
    let size: Int
    private let kind: mode_t
    private let seconds: Int
    private let nanoseconds: Int

    /// Reads the state of an open file.
    ///
    /// - Throws: A ``Problem`` if the state cannot be read.
    init(of descriptor: CInt, name: String) throws(Problem) {
        var status = stat()
        guard SystemError.retrying({ fstat(descriptor, &status) }) == 0 else {
            throw SystemError.problem(errno, of: name)
        }
        size = Int(status.st_size)
        kind = status.st_mode & S_IFMT
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    /// Throws a ``Problem`` if the file is not a regular file, or is larger than ``Limits/fileBytes``. Other kinds of files
    /// may have no end, and cannot be read twice.
    func refuseUnlessReadable(name: String) throws(Problem) {
        try refuseUnlessRegular(name: name)
        guard size <= Limits.fileBytes else { throw Self.tooLong(name) }
    }

    /// Throws a ``Problem`` if the file is not a regular file.
    func refuseUnlessRegular(name: String) throws(Problem) {
        let throughInput = "redirect it to standard input, and use - as the path"
        switch kind {
        case S_IFREG: break
        case S_IFDIR: throw Problem("it is a folder, not a file", suggestion: "pass the files in it", file: name)
        case S_IFIFO: throw Problem("it is a pipe (FIFO), not a file", suggestion: throughInput, file: name)
        case S_IFSOCK: throw Problem("it is a socket, not a file", suggestion: throughInput, file: name)
        default: throw Problem("it is a device, not a file", suggestion: throughInput, file: name)
        }
    }

    static func tooLong(_ name: String) -> Problem {
        Problem("it is larger than \(Limits.fileBytes >> 30) GB", suggestion: "split it into several files", file: name)
    }
}

/// Errors of the operating system as problems with a message and a suggestion.
package enum SystemError {
    /// Returns the problem for an error of reading a file.
    ///
    /// - Parameters:
    ///   - code: The value of `errno`.
    ///   - name: The file.
    ///   - suggestion: What to do if the file does not exist and none has a similar name.
    package static func problem(
        _ code: CInt, of name: String, ifMissing suggestion: String = "check the path"
    ) -> Problem {
        let (message, fix): (String, String?) =
            switch code {
            case ENOENT where name.isEmpty: ("the path is empty", "name a file or folder")
            case ENOENT:
                ("there is no such file or folder", nearest(to: name).map { "did you mean “\($0)”?" } ?? suggestion)
            case ENOTDIR: ("there is no such file: part of its path is not a folder", "check the path")
            case EACCES, EPERM: ("permission to read it is denied", "change its permissions, or ask its owner")
            case ELOOP: ("its symbolic links form a loop", "use the path of the file itself")
            case ENAMETOOLONG: ("its path is too long for this system", "move it to a higher folder, or shorten names")
            case EMFILE, ENFILE: ("too many files are open", "close other programs, or raise the limit (ulimit -n)")
            case ENXIO, ENODEV: ("it is a socket or a device, not a file", "use the path of a file")
            case ENOSPC, EDQUOT: ("the disk is full", "free some space")
            case EIO: ("the disk or network failed while it was read", "check the disk, or copy the file from a backup")
            default: (String(cString: strerror(code)), nil)
            }
        var problem = Problem(message, kind: .unreadable, suggestion: fix, file: name)
        if code == EIO { problem.cause = .reading }
        return problem
    }

    /// Returns the existing file or folder whose name is nearest to that of a missing one, or nil if none is near.
    private static func nearest(to path: String) -> String? {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        // The limit keeps a misspelt name in a huge folder from taking long.
        let names = InputPath(folder.isEmpty ? "." : folder).names(atMost: 10_000)
        return Suggestion.nearest(to: String(path.dropFirst(folder.count)), among: names).map { folder + $0 }
    }

    /// Repeats a system call as long as it is interrupted by a signal (`EINTR`).
    static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }
}

extension InputPath {
    /// Opens the file for reading, without blocking on a named pipe or a device. The caller must close the descriptor.
    ///
    /// - Throws: A ``Problem`` if the file cannot be opened.
    func openForReading() throws(Problem) -> CInt {
        guard !bytes.contains(0) else { throw SystemError.problem(ENOENT, of: display) }
        let name = terminated
        let descriptor = SystemError.retrying { open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
        guard descriptor >= 0 else { throw SystemError.problem(errno, of: display) }
        return descriptor
    }

    /// The path as a null-terminated C string.
    package var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
