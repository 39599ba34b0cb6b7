internal import GRDB
import Glibc
import TemaFormats
import TemaModel

extension Study {
    /// The maximum number of backups kept.
    private static let kept = 10

    /// The path of the folder of backups, next to the study.
    public var backupFolder: String { path + ".backups" }

    /// The paths of the existing backups, oldest first.
    public var backups: [String] {
        InputPath(backupFolder).names().filter { $0.hasSuffix(".tema") }.sorted().map { "\(backupFolder)/\($0)" }
    }

    /// Writes a complete copy next to the study and verifies it. The last ten backups are kept.
    ///
    /// - Returns: The copy's path.
    /// - Throws: A ``Problem`` if the copy cannot be written or fails verification. It is then deleted.
    public func backUp() throws(Problem) -> String {
        try backUp { copy throws(Problem) in
            if let problem = try Study(copy, for: .reading).verify().problems.first { throw problem }
        }
    }

    /// - Parameter check: Verifies the copy at a path, and throws what is wrong with it.
    func backUp(_ check: (String) throws(Problem) -> Void) throws(Problem) -> String {
        mkdir(backupFolder, 0o700)
        let name = Timestamp.now.text.filter { $0 != ":" && $0 != "-" }
        var number = 0
        var copy: String
        repeat {
            number += 1
            // Names sort by date.
            copy = "\(backupFolder)/\(name)-\(number / 100)\(number / 10 % 10)\(number % 10).tema"
        } while access(copy, F_OK) == 0
        do throws(Problem) {
            try writeCopy(copy)
            try check(copy)
        } catch {
            unlink(copy)
            var problem = error.inFile(copy)
            problem.message = "no backup could be made: \(error.message)"
            throw problem
        }
        // Never delete the new backup, even if a clock that was set back makes it the oldest by name.
        for old in backups.filter({ $0 != copy }).dropLast(Self.kept - 1) { unlink(old) }
        return copy
    }

    private func writeCopy(_ copy: String) throws(Problem) {
        // SQLite creates files with default permissions, but the copy must be private to its owner from the start.
        let mask = umask(0o077)
        defer { umask(mask) }
        try perform { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
        let file = open(copy, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        guard file >= 0, fsync(file) == 0 else { throw Problem("writing to the disk failed", file: copy) }
    }
}
