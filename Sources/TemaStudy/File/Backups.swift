internal import GRDB
import Glibc
import TemaFormats
import TemaModel

extension Study {
    /// How many backups are kept.
    private static let kept = 10

    /// The folder beside the study where its backups are.
    public var backupFolder: String { path + ".backups" }

    /// The backups there are, oldest first.
    public var backups: [String] {
        Self.names(in: backupFolder).filter { $0.hasSuffix(".tema") }.sorted().map { "\(backupFolder)/\($0)" }
    }

    /// Writes a whole copy beside the study, opens it again and looks through it. The last ten stay.
    ///
    /// - Returns: The copy's path.
    /// - Throws: A ``Problem`` where it cannot be written, or is not what the study is; then there is no copy.
    public func backUp() throws(Problem) -> String {
        try backUp { copy throws(Problem) in
            if let problem = try Study(copy, for: .reading).verify().problems.first { throw problem }
        }
    }

    /// - Parameter check: Looks through the copy at a path, and throws what is wrong with it.
    func backUp(_ check: (String) throws(Problem) -> Void) throws(Problem) -> String {
        mkdir(backupFolder, 0o700)
        let name = Timestamp.now.text.filter { $0 != ":" && $0 != "-" }
        var number = 0
        var copy: String
        repeat {
            number += 1
            // Names sort by age.
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
        // The new one stays even where a clock that was set back makes it the oldest by name.
        for old in backups.filter({ $0 != copy }).dropLast(Self.kept - 1) { unlink(old) }
        return copy
    }

    private func writeCopy(_ copy: String) throws(Problem) {
        // SQLite makes the file with the usual permissions; it is to be its owner's alone from the beginning.
        let mask = umask(0o077)
        defer { umask(mask) }
        try perform { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
        let file = open(copy, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        guard file >= 0, fsync(file) == 0 else { throw Problem("the disk failed", file: copy) }
    }

    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { names.append(String(cString: $0)) }
            }
        }
        return names
    }
}
