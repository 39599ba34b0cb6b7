internal import GRDB
import Glibc
import TemaFormats
import TemaModel

/// The rows of one table that were recovered from a damaged file.
public struct RescuedRows: Sendable, Hashable {
    /// What a row is, such as `memo`.
    public let noun: String
    /// The number of rows recovered.
    public let saved: Int
    /// The number of rows that the study had and that were not recovered; nil if it is not known.
    public let missing: Int?
}

/// What was recovered from a damaged file.
public struct RescueResult: Sendable, Hashable {
    /// The rows by table, in the order of the file format.
    public var rows: [RescuedRows] = []
    /// The ids of the documents whose texts could not be read. If they have codings, their texts are now the words of these.
    public var lostTexts: [String] = []
    /// The ids of the documents that have an older text or passages made anew, because theirs could not be read.
    public var repaired: [String] = []

    /// Whether nothing is missing.
    public var isWhole: Bool { lostTexts.isEmpty && repaired.isEmpty && rows.allSatisfy { $0.missing == 0 } }
}

/// Recovers the readable rows of a damaged study into a new one. The damaged file is not changed.
public enum Rescue {
    /// Recovers a study. It is in its place only when it is complete.
    ///
    /// - Parameters:
    ///   - path: The damaged file.
    ///   - saved: The path of the new study.
    /// - Throws: A ``Problem`` if no row can be read, or the new study cannot be created.
    public static func save(_ path: String, into saved: String) throws(Problem) -> RescueResult {
        var result = RescueResult()
        _ = try Study.create(at: saved) { study throws(Problem) in
            let copy = try rolledBack(path, in: study.path)
            defer { copy.map { _ = unlink($0) } }
            let found = FoundRows(try PageFile(copy ?? path))
            result = try study.act("doctor", by: "tema") { change in
                var saving = RescueSaving(found, change)
                try saving.save()
                let result = saving.result
                let parts = result.rows.filter { $0.saved > 0 }.map { counted($0.saved, $0.noun) }
                return (result, parts.joined(separator: ", "))
            }
            guard result.rows.contains(where: { $0.saved > 0 }) else {
                throw Problem("nothing could be read", suggestion: "restore the study from a backup", file: path)
            }
        }
        return result
    }

    /// Copies a study that was left in the middle of a change, and takes the change back in the copy.
    ///
    /// - Returns: The path of the copy; nil if there is no journal, so that the study can be read as it is.
    private static func rolledBack(_ path: String, in place: String) throws(Problem) -> String? {
        guard access(path + "-journal", F_OK) == 0 else { return nil }
        let copy = place + ".reading"
        for (from, to) in [(path, copy), (path + "-journal", copy + "-journal")] { try Self.copy(from, to: to) }
        defer { unlink(copy + "-journal") }
        // The first read takes the change back. If SQLite cannot read the copy, its pages are read as they are.
        try? DatabaseQueue(path: copy).inDatabase {
            _ = try Row.fetchAll($0, sql: "SELECT 1 FROM sqlite_schema LIMIT 1")
        }
        return copy
    }

    private static func copy(_ path: String, to copy: String) throws(Problem) {
        guard let input = fopen(path, "re") else { throw SystemError.problem(errno, of: path) }
        defer { fclose(input) }
        let file = open(copy, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0, let output = fdopen(file, "w") else { throw Problem("cannot be created", file: copy) }
        defer { fclose(output) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&chunk, 1, chunk.count, input), count > 0 {
            guard fwrite(chunk, 1, count, output) == count else {
                throw StudyProblem.writeFailure("writing to the disk failed", path: copy)
            }
        }
    }
}
