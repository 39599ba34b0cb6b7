internal import GRDB
import Glibc
import TemaModel

/// The numbers of rows recovered from a damaged file.
public struct RescueResult: Sendable, Hashable {
    /// The number of recovered documents.
    public var documents = 0
    /// The number of recovered codings.
    public var codings = 0
    /// The number of recovered memos.
    public var memos = 0
    /// The number of rows that could not be read or failed their checksum.
    public var lost = 0
}

/// Recovers the readable rows of a damaged study into a new one. The damaged file is not changed.
public enum Rescue {
    /// Recovers a study.
    ///
    /// - Parameters:
    ///   - path: The damaged file.
    ///   - saved: The path of the new study.
    /// - Throws: A ``Problem`` if no row can be read, or the new study cannot be created.
    public static func save(_ path: String, into saved: String) throws(Problem) -> RescueResult {
        let study = try Study.create(at: saved)
        let copy = saved + ".reading"
        defer { unlink(copy) }
        do {
            try copyRepairingHeader(path, copy: copy)
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: copy, configuration: configuration)
            var rescued = RescueResult()
            // No transaction: committing it would fail on a damaged page.
            try queue.writeWithoutTransaction { damaged in try save(damaged, study, rescued: &rescued) }
            guard rescued.documents > 0 || rescued.codings > 0 else {
                throw Problem("nothing could be read", suggestion: "restore the study from a backup", file: path)
            }
            return rescued
        } catch {
            unlink(saved)
            throw StudyProblem.of(error, path)
        }
    }

    private static func save(_ damaged: Database, _ study: Study, rescued: inout RescueResult) throws {
        var counts = rescued
        var texts: Set<String> = []
        try study.act("doctor", by: "tema") { change in
            // Current documents come first, in their order. Then come all texts, the newest first: codings may refer to
            // old ones, and a document's own row may be lost.
            let current = numbers(damaged, table: "documents", column: "revision", counts: &counts).sorted()
            let all = numbers(damaged, table: "revisions", column: "number", counts: &counts).sorted(by: >)
            for number in current + all {
                guard let revision = try? RevisionRow(damaged, number) else {
                    counts.lost += 1
                    continue
                }
                guard texts.insert(revision.document + "\n" + revision.hash).inserted else { continue }
                let made = try revision.insert(change.db)
                let isKnown = try Int.fetchOne(
                    change.db, sql: "SELECT 1 FROM documents WHERE key = ?", arguments: [revision.document])
                if isKnown == nil {
                    try VersionedTable.documents.put(change.db, values(revision.document, made), since: change.action)
                    counts.documents += 1
                }
            }
            for table in [VersionedTable.codebooks, .codings, .automatic, .decisions, .memos, .kept] {
                for row in rows(damaged, table, counts: &counts) {
                    let all = Array(row.databaseValues)
                    let content = Array(all.prefix(table.columns.count))
                    guard Checksum.of(content).databaseValue == all[content.count] else {
                        counts.lost += 1
                        continue
                    }
                    if table.name == VersionedTable.codings.name {
                        guard let coding = try? HandCoding(row), texts.contains(coding.document + "\n" + coding.hash)
                        else {
                            counts.lost += 1
                            continue
                        }
                        counts.codings += 1
                    }
                    if table.name == VersionedTable.memos.name { counts.memos += 1 }
                    try table.put(change.db, content, since: change.action)
                }
            }
            return (
                (),
                "\(counted(counts.documents, "document")), \(counted(counts.codings, "coding")), \(counts.lost) lost"
            )
        }
        rescued = counts
    }

    /// Returns the readable numbers of a column.
    private static func numbers(_ db: Database, table: String, column: String, counts: inout RescueResult)
        -> [Int64]
    {
        let rows = readable(
            db, columns: "\(column)", table: table, condition: table == "documents" ? "until IS NULL" : "1",
            counts: &counts)
        return rows.compactMap { row in
            var fields = RowDecoder(row)
            let number: Int64? = try? fields.next()
            return number
        }
    }

    private static func rows(_ db: Database, _ table: VersionedTable, counts: inout RescueResult) -> [Row] {
        readable(db, columns: table.list, table: table.name, condition: "until IS NULL", counts: &counts)
    }

    /// Returns all readable rows, with the row number as a further column.
    ///
    /// It scans from both ends up to the first damaged page, and reads the rows in between one by one.
    private static func readable(
        _ db: Database, columns: String, table: String, condition: String, counts: inout RescueResult
    ) -> [Row] {
        func scan(_ order: String) -> (rows: [Row], last: Int64?, isComplete: Bool) {
            var found: [Row] = []
            var last: Int64?
            do {
                let rows = try Row.fetchCursor(
                    db,
                    sql: "SELECT \(columns), rowid FROM \(table) NOT INDEXED WHERE \(condition) ORDER BY rowid \(order)"
                )
                while let row = try rows.next() {
                    last = try? row.decode(Int64.self, atIndex: row.count - 1)
                    found.append(row.copy())
                }
                return (found, last, true)
            } catch {
                return (found, last, false)
            }
        }
        let forward = scan("ASC")
        guard !forward.isComplete else { return forward.rows }
        let backward = scan("DESC")
        var rows = forward.rows + backward.rows
        let (first, last) = (forward.last ?? 0, backward.last ?? forward.last ?? 0)
        for number in first..<max(first, min(last, first + 1_000_000)) where number > first {
            let row = try? Row.fetchOne(
                db, sql: "SELECT \(columns), rowid FROM \(table) NOT INDEXED WHERE rowid = ? AND \(condition)",
                arguments: [number])
            if let row { rows.append(row) } else { counts.lost += 1 }
        }
        return rows
    }

    /// Copies the file, and restores the bytes of its header that are the same in all studies.
    private static func copyRepairingHeader(_ path: String, copy: String) throws(Problem) {
        // Opening a pipe must not block.
        let source = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        var status = stat()
        guard source >= 0, fstat(source, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let input = fdopen(source, "r")
        else {
            if source >= 0 { close(source) }
            throw Problem("cannot be read", suggestion: "pass the path of the damaged study", file: path)
        }
        defer { fclose(input) }
        let file = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0, let output = fdopen(file, "w") else { throw Problem("cannot be created", file: copy) }
        defer { fclose(output) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var isFirst = true
        while case let count = fread(&chunk, 1, chunk.count, input), count > 0 {
            if isFirst, count >= 100 { repairHeader(&chunk) }
            isFirst = false
            guard fwrite(chunk, 1, count, output) == count else { throw Problem("the disk is full", file: copy) }
        }
    }

    private static func repairHeader(_ header: inout [UInt8]) {
        header.replaceSubrange(0..<16, with: Array("SQLite format 3\u{0}".utf8))
        let size = Int(header[16]) << 8 | Int(header[17])
        if size != 1, size < 512 || size & (size - 1) != 0 { header.replaceSubrange(16..<18, with: [0x10, 0x00]) }
        header.replaceSubrange(18..<24, with: [1, 1, 0, 64, 32, 32])
    }
}
