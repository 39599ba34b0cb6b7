internal import GRDB
internal import GRDBSQLite
import Glibc
import TemaModel

/// Translates SQLite's errors into problems.
enum StudyProblem {
    /// What is damaged if SQLite reports damage: the disk or what is on it.
    enum Damage { case disk, content }

    static func of(_ error: any Error, _ path: String, _ damage: Damage = .content) -> Problem {
        if let problem = error as? Problem { return problem }
        guard let error = error as? DatabaseError else { return Problem("\(error)", file: path) }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            let holder = Lock.holder(of: path).map { "in use by \($0)" } ?? "in use by another program"
            return Problem(
                holder, kind: .busy, suggestion: "wait until it has finished, and try again", file: path)
        case .SQLITE_FULL:
            return writeFailure(
                "the disk is full; the study is unchanged", suggestion: "free some space and try again", path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            return Problem(
                "cannot be written", suggestion: "copy it to a folder to which you can write", file: path)
        case .SQLITE_CORRUPT where damage == .disk:
            return writeFailure("reading the disk failed", suggestion: "copy the file to another disk", path: path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return Problem(
                "the file is damaged",
                suggestion: "restore it from a backup, or save what can be read with `tema doctor`",
                file: path)
        case .SQLITE_IOERR:
            return writeFailure(
                "reading or writing the disk failed",
                suggestion: "check with `tema history` whether the change was made, and copy the file to another disk",
                path: path)
        default:
            return Problem(
                "the database operation failed: \(error.message ?? "code \(error.resultCode.rawValue)")", file: path)
        }
    }
}

extension StudyProblem {
    /// Returns the problem of a disk that failed.
    static func writeFailure(
        _ message: String, suggestion: String = "check the disk, and free some space", path: String
    ) -> Problem {
        var problem = Problem(message, suggestion: suggestion, file: path)
        problem.cause = .writing
        return problem
    }
}

extension Database {
    /// Whether the operating system could not read the file. SQLite then reports a damaged file, as if it had been read.
    var failedRead: Bool {
        var code: CInt = 0
        // The address is used during the call only.
        sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_LAST_ERRNO, &code)
        return code == EIO || code == ENXIO
    }
}

/// Finds the process that holds a file's lock, in the system's list of locks.
enum Lock {
    /// Returns the process's number and name, or nil if none is found.
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
