internal import GRDB
import TemaModel

/// Reads a codebook in YAML, and returns the GUIDs of its codes by their paths. A study stores codebooks, but its callers read
/// them.
public typealias CodeReader = (_ yaml: String) throws(Problem) -> [String: String]

extension Study {
    /// Returns the present path of a code that was renamed, moved or merged into another one; the path itself if the codebook
    /// has it; or nil if no such code is known, or it was deleted.
    ///
    /// - Parameter codes: Reads the codebook and its earlier versions.
    /// - Throws: A ``Problem`` if the study cannot be read or a codebook is damaged.
    public func currentPath(ofCode path: String, codes: CodeReader) throws(Problem) -> String? {
        try withoutActuallyEscaping(codes) { codes throws(Problem) in
            try read { db in
                var versions = CodebookVersions(db, codes)
                return try versions.currentPath(of: path)
            }
        }
    }
}

/// The codes of a study's codebook and of its earlier versions. It reads only the versions that it needs, each once.
struct CodebookVersions {
    private let db: Database
    private let read: CodeReader
    private var known: [Int64: [String: String]] = [:]

    init(_ db: Database, _ read: @escaping CodeReader) { (self.db, self.read) = (db, read) }

    /// Returns the GUIDs of the codes of the present codebook by path; empty if there is no codebook.
    mutating func now() throws -> [String: String] { try codes("until IS NULL") }

    /// Returns the codes of the codebook as it was directly before an action.
    mutating func before(_ action: Int64) throws -> [String: String] {
        try codes("since < ?1 AND (until IS NULL OR until >= ?1)", [action])
    }

    private mutating func codes(_ condition: String, _ arguments: StatementArguments = []) throws -> [String: String] {
        let row = try Int64.fetchOne(
            db, sql: "SELECT rowid FROM codebooks WHERE \(condition)", arguments: arguments)
        return try row.map { try codes(of: $0) } ?? [:]
    }

    private mutating func codes(of row: Int64) throws -> [String: String] {
        if let codes = known[row] { return codes }
        let yaml = try Study.codebook(db, "rowid = ?", arguments: [row]) ?? ""
        let codes = try read(yaml)
        known[row] = codes
        return codes
    }

    /// Returns the present path of a code by an earlier or present path of it; see ``Study/currentPath(ofCode:codes:)``.
    mutating func currentPath(of path: String) throws -> String? {
        try now()[path] != nil ? path : trace(path, guid: nil)
    }

    /// Follows a code, from the newest version that has it at a path, to the present codebook.
    ///
    /// - Parameter guid: The code's GUID, or nil for the code that had the path last.
    private mutating func trace(_ path: String, guid: String?) throws -> String? {
        guard let found = try newest(with: path, guid: guid) else { return nil }
        if let present = try now().path(of: found.guid) { return present }
        let next = try found.next.map { try codes(of: $0) } ?? now()
        if let moved = next.path(of: found.guid) { return try trace(moved, guid: found.guid) }
        guard let target = try target(ofMerge: found.until, path), let guid = next[target] else { return nil }
        if let present = try now().path(of: guid) { return present }
        return try trace(target, guid: guid)
    }

    /// Returns the newest version, other than the present one, that has a code at a path: the code's GUID, the action that ended
    /// the version, and the row of the following one, or nil if that is the present one.
    private mutating func newest(with path: String, guid: String?) throws -> (guid: String, until: Int64, next: Int64?)?
    {
        // Versions whose text does not contain the code's id are not read.
        let id = path.split(separator: "/").last.map(String.init) ?? path
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT rowid, until FROM codebooks INDEXED BY codebooks_until WHERE until IS NOT NULL
                ORDER BY until DESC, rowid DESC
                """)
        var next: Int64?
        for row in rows {
            var fields = RowDecoder(row)
            let (number, until): (Int64, Int64) = (try fields.next(), try fields.next())
            defer { next = number }
            let mayHave = try Int.fetchOne(
                db, sql: "SELECT 1 FROM codebooks WHERE rowid = ? AND instr(yaml, ?)", arguments: [number, id])
            guard mayHave != nil, let own = try codes(of: number)[path], guid == nil || guid == own else { continue }
            return (own, until, next)
        }
        return nil
    }

    /// Returns the path that a code got by an action, if that merged it, or a code above it, into another one.
    private func target(ofMerge action: Int64, _ path: String) throws -> String? {
        let merge = "codebook \(CodebookEdit.merge("", into: "").name)"
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT \(Action.columns) FROM actions WHERE number = ?", arguments: [action])
        else { return nil }
        let action = try Action(row)
        // A redo has the name of the repeated action in its summary.
        let summary = action.name == merge ? action.detail : action.detail.removing(prefix: "\(merge) ")
        guard let paths = summary?.split(separator: " > "), paths.count == 2 else { return nil }
        if path == paths[0] { return String(paths[1]) }
        return path.removing(prefix: paths[0] + "/").map { "\(paths[1])/\($0)" }
    }
}

extension [String: String] {
    fileprivate func path(of guid: String) -> String? { first { $0.value == guid }?.key }
}

extension String {
    fileprivate func removing(prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }
}
