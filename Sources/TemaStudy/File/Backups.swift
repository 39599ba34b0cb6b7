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
    /// The copy gets its name when it has been verified. What an interrupted run left behind is removed.
    ///
    /// - Returns: The copy's path.
    /// - Throws: A ``Problem`` if the copy cannot be written or fails verification. It is then deleted.
    public func backUp() throws(Problem) -> String {
        try backUp { copy throws(Problem) in
            if let problem = try Study(copy, for: .reading).verify().error { throw problem }
        }
    }

    /// Writes a backup as ``backUp()`` does, unless there is one of today (in UTC). It precedes steps that people take often
    /// and can undo.
    ///
    /// - Throws: A ``Problem`` if the copy cannot be written or fails verification. It is then deleted.
    public func backUpOncePerDay() throws(Problem) {
        let today = "\(backupFolder)/\(Self.nameNow.prefix(8))"
        if !backups.contains(where: { $0.hasPrefix(today) }) { _ = try backUp() }
    }

    /// - Parameter check: Verifies the copy at a path, and throws what is wrong with it.
    func backUp(_ check: (String) throws(Problem) -> Void) throws(Problem) -> String {
        mkdir(backupFolder, 0o700)
        let folder = open(backupFolder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if folder >= 0 { close(folder) } }
        // Two backups at the same time take turns. Without the lock, copies in progress could not be told from leftovers.
        if folder >= 0, flock(folder, LOCK_EX) == 0 { for path in unfinished { unlink(path) } }
        let unverified = "\(backupFolder)/\(StableID.make())\(Self.unfinishedEnding)"
        do throws(Problem) {
            try writeCopy(unverified)
            try check(unverified)
        } catch {
            unlink(unverified)
            var problem = error.inFile(backupFolder)
            problem.message = "no backup could be made: \(error.message)"
            throw problem
        }
        let copy = freeName
        guard rename(unverified, copy) == 0, folder < 0 || fsync(folder) == 0 else {
            unlink(unverified)
            throw StudyProblem.writeFailure("no backup could be made: writing to the disk failed", path: backupFolder)
        }
        // Never delete the new backup, even if a clock that was set back makes it the oldest by name.
        for old in backups.filter({ $0 != copy }).dropLast(Self.kept - 1) { unlink(old) }
        return copy
    }

    /// Deletes all backups, and what interrupted runs left behind.
    func removeBackups() {
        for path in unfinished + backups + backups.map({ $0 + "-journal" }) { unlink(path) }
    }

    /// The end of the name of a copy that has not been verified.
    private static let unfinishedEnding = ".unverified"

    /// The paths of the copies of interrupted runs, with SQLite's journals of them.
    private var unfinished: [String] {
        InputPath(backupFolder).names().filter {
            $0.hasSuffix(Self.unfinishedEnding) || $0.hasSuffix(Self.unfinishedEnding + "-journal")
        }.map { "\(backupFolder)/\($0)" }
    }

    /// The beginning of the name of a backup made now: date and time, such as `20260131T120000Z`.
    private static var nameNow: String { Timestamp.now.text.filter { $0 != ":" && $0 != "-" } }

    /// The path for a new backup. Paths sort by date.
    private var freeName: String {
        let name = Self.nameNow
        var number = 0
        var path: String
        repeat {
            number += 1
            path = "\(backupFolder)/\(name)-\(number / 100)\(number / 10 % 10)\(number % 10).tema"
        } while access(path, F_OK) == 0
        return path
    }

    private func writeCopy(_ copy: String) throws(Problem) {
        // SQLite creates files with default permissions, but the copy must be private to its owner from the start.
        let mask = umask(0o077)
        defer { umask(mask) }
        try perform { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
        let file = open(copy, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        guard file >= 0, fsync(file) == 0 else {
            throw StudyProblem.writeFailure("writing to the disk failed", path: copy)
        }
    }
}
