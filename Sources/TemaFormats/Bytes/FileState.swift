import Glibc
import TemaModel

/// What a file was when it was opened: enough to see that it has changed since.
struct FileState: Equatable {
    let size: Int
    private let kind: mode_t
    private let seconds: Int
    private let nanoseconds: Int

    package init(of descriptor: CInt, name: String) throws(Problem) {
        var status = stat()
        guard SystemError.retrying({ fstat(descriptor, &status) }) == 0 else {
            throw SystemError.problem(errno, of: name)
        }
        size = Int(status.st_size)
        kind = status.st_mode & S_IFMT
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    /// Only regular files can be read twice and have an end, and not those beyond ``Limits/fileBytes``.
    func refuseUnlessReadable(name: String) throws(Problem) {
        try refuseUnlessRegular(name: name)
        guard size <= Limits.fileBytes else { throw Self.tooLong(name) }
    }

    func refuseUnlessRegular(name: String) throws(Problem) {
        let throughInput = "send what it gives to standard input, and name that as -"
        switch kind {
        case S_IFREG: break
        case S_IFDIR: throw Problem("it is a folder, not a file", suggestion: "name the files in it", file: name)
        case S_IFIFO: throw Problem("it is a pipe (FIFO), not a file", suggestion: throughInput, file: name)
        case S_IFSOCK: throw Problem("it is a socket, not a file", suggestion: throughInput, file: name)
        default: throw Problem("it is a device, not a file", suggestion: throughInput, file: name)
        }
    }

    static func tooLong(_ name: String) -> Problem {
        Problem("it has more than \(Limits.fileBytes >> 30) GB", suggestion: "split it into several files", file: name)
    }
}
