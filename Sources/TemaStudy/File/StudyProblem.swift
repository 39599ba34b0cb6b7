internal import GRDB
import Glibc
import TemaModel

/// SQLite's errors, as a person needs them.
enum StudyProblem {
    static func of(_ error: any Error, _ path: String) -> Problem {
        if let problem = error as? Problem { return problem }
        guard let error = error as? DatabaseError else { return Problem("\(error)", file: path) }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            let holder = Lock.holder(of: path).map { "in use by \($0)" } ?? "in use by another program"
            return Problem(holder, suggestion: "wait until it has finished, and try again", file: path)
        case .SQLITE_FULL:
            return writeFailure(
                "the disk is full; nothing was changed", suggestion: "make room and try again", path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            return Problem(
                "cannot be written here", suggestion: "copy it to a folder of your own that can be written", file: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return Problem(
                "the file is damaged", suggestion: "take a backup, or save what can be read with `tema doctor`",
                file: path)
        case .SQLITE_IOERR:
            return writeFailure(
                "the disk failed",
                suggestion: "look with `tema history` whether it was done, and copy the file elsewhere",
                path: path)
        default:
            return Problem(
                "the study could not do it: \(error.message ?? "code \(error.resultCode.rawValue)")", file: path)
        }
    }
}

extension StudyProblem {
    private static func writeFailure(_ message: String, suggestion: String, path: String) -> Problem {
        var problem = Problem(message, suggestion: suggestion, file: path)
        problem.cause = .writing
        return problem
    }
}

/// Who holds a file's lock, as the system lists it.
enum Lock {
    /// A process's number and name, or nothing where none is found.
    static func holder(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, let list = text("/proc/locks") else { return nil }
        for line in list.split(separator: "\n") {
            // 1: POSIX  ADVISORY  WRITE 1234 08:01:5678 0 EOF
            let fields = line.split(separator: " ")
            guard fields.count >= 6, fields[5].split(separator: ":").last.flatMap({ UInt($0) }) == status.st_ino,
                let process = Int32(fields[4]), process != getpid()
            else { continue }
            let name = text("/proc/\(process)/comm").map { $0.split(separator: "\n").first.map(String.init) ?? "" }
            return "process \(process)" + (name.map { " (\($0))" } ?? "")
        }
        return nil
    }

    private static func text(_ path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
