import Glibc
import TemaModel

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
