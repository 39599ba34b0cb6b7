internal import GRDB
import TemaModel

/// The rows that one action added and ended, for programs that show a study while others work on it.
public struct ActionChanges: Sendable {
    /// A decision on an automatic coding, with its document.
    public struct DecidedCoding: Sendable, Hashable {
        /// The document's id.
        public let document: String
        /// The decision.
        public let decision: Decision
    }

    /// The action.
    public let action: Action
    /// Whether the action changed more rows than ``Study/changes(after:most:)`` reads. The lists are then empty.
    public internal(set) var isTooLarge = false
    /// The hand codings that the action made or changed, as it left them.
    public internal(set) var codings: [HandCoding] = []
    /// The hand codings that the action ended, as they were before.
    public internal(set) var endedCodings: [HandCoding] = []
    /// The memos that the action wrote or changed.
    public internal(set) var memos: [Memo] = []
    /// The memos that the action ended.
    public internal(set) var endedMemos: [Memo] = []
    /// The decisions that the action made or changed.
    public internal(set) var decisions: [DecidedCoding] = []
    /// The decisions that the action ended.
    public internal(set) var endedDecisions: [DecidedCoding] = []
    /// The marks of finished documents that the action made.
    public internal(set) var done: [DoneMark] = []
    /// The marks that the action removed.
    public internal(set) var endedDone: [DoneMark] = []
    /// The ids of the documents whose text the action added, changed or removed.
    public internal(set) var texts: [String] = []
    /// Whether the action changed the codebook.
    public internal(set) var hasCodebook = false
    /// Whether the action changed something else, such as automatic codings, assignments or rules.
    public internal(set) var hasOther = false
}

extension Study {
    /// Returns the changes of the actions after one, oldest first.
    ///
    /// - Parameters:
    ///   - action: The number of the last action that the caller knows.
    ///   - most: The number of rows that an action may have changed in one table for its changes to be listed.
    /// - Throws: A ``Problem`` if the study cannot be read or a row is damaged.
    public func changes(after action: Int64, most: Int = 1000) throws(Problem) -> [ActionChanges] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(Action.columns) FROM actions WHERE number > ? ORDER BY number", arguments: [action]
            ).map { try Self.changes(of: Action($0), most: most, db) }
        }
    }

    private static func changes(of action: Action, most: Int, _ db: Database) throws -> ActionChanges {
        var changes = ActionChanges(action: action)
        for table in VersionedTable.all {
            let rows = try table.changes(of: action.number, most: most, db)
            guard !rows.added.isEmpty || !rows.ended.isEmpty else { continue }
            guard rows.added.count <= most, rows.ended.count <= most else {
                changes = ActionChanges(action: action)
                changes.isTooLarge = true
                return changes
            }
            try changes.add(rows, of: table)
        }
        return changes
    }

    /// Returns the number that changes whenever another program writes to the file. Writes of this study itself do not
    /// change it.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func dataVersion() throws(Problem) -> Int64 {
        try perform { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }

    /// Returns the number of the action that last changed the codebook, or 0 if the study has none yet.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func codebookVersion() throws(Problem) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT since FROM codebooks WHERE until IS NULL") ?? 0 }
    }

    /// Returns the number of the action that last changed a document's text or structure, or 0 if the study does not have it.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func documentVersion(_ id: String) throws(Problem) -> Int64 {
        try read { db in
            try Int64.fetchOne(db, sql: "SELECT since FROM documents WHERE key = ? AND until IS NULL", arguments: [id])
                ?? 0
        }
    }
}

extension ActionChanges {
    fileprivate mutating func add(_ rows: (added: [Row], ended: [Row]), of table: VersionedTable) throws {
        switch table.name {
        case VersionedTable.codings.name:
            codings = try rows.added.map { try HandCoding($0) }
            endedCodings = try rows.ended.map { try HandCoding($0) }
        case VersionedTable.memos.name:
            memos = try rows.added.map { try Memo($0) }
            endedMemos = try rows.ended.map { try Memo($0) }
        case VersionedTable.decisions.name:
            decisions = try rows.added.map { try DecidedCoding($0) }
            endedDecisions = try rows.ended.map { try DecidedCoding($0) }
        case VersionedTable.done.name:
            done = try rows.added.map { try DoneMark($0) }
            endedDone = try rows.ended.map { try DoneMark($0) }
        case VersionedTable.documents.name:
            texts = try (rows.added + rows.ended).map { row in
                var fields = RowDecoder(row)
                return try fields.next()
            }
        case VersionedTable.codebooks.name: hasCodebook = true
        default: hasOther = true
        }
    }
}

extension ActionChanges.DecidedCoding {
    fileprivate init(_ row: Row) throws {
        var fields = RowDecoder(row)
        let (_, document, _): (String, String, String) = (try fields.next(), try fields.next(), try fields.next())
        let (passage, code): (Int, String) = (try fields.next(), try fields.next())
        let (coder, verdict, _): (String, String, String) = (try fields.next(), try fields.next(), try fields.next())
        try fields.check("a decision by \(coder)")
        guard let verdict = Verdict(rawValue: verdict) else {
            throw Problem.unknown("the decision “\(verdict)”", in: "a decision by \(coder)")
        }
        self.document = document
        decision = Decision(passage: passage, code: code, coder: coder, verdict: verdict)
    }
}

extension VersionedTable {
    /// Returns the rows that an action added, and those that it ended without another row for their key; of each at most one
    /// more than `most`.
    fileprivate func changes(of action: Int64, most: Int, _ db: Database) throws -> (added: [Row], ended: [Row]) {
        let added = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT \(list) FROM \(name) WHERE since = ?1 AND until IS NOT ?1 ORDER BY rowid LIMIT ?2"),
            arguments: [action, most + 1])
        // The condition below searches the added rows once for each ended row.
        guard added.count <= most else { return (added, []) }
        let ended = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(list) FROM \(name) AS old WHERE until = ?1 AND since < ?1 AND NOT EXISTS
                    (SELECT 1 FROM \(name) AS new WHERE new.since = ?1 AND new.key = old.key) ORDER BY rowid LIMIT ?2
                    """),
            arguments: [action, most + 1])
        return (added, ended)
    }
}
