internal import GRDB
import TemaModel

extension Study {
    /// The key of a study's only codebook.
    private static let codebookKey = "codebook"

    /// Returns the codebook as YAML, or nil if the study has none yet.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or the codebook is damaged.
    public func codebook() throws(Problem) -> String? {
        try read { try Self.codebook($0) }
    }

    static func codebook(
        _ db: Database, _ condition: String = "until IS NULL", arguments: StatementArguments = []
    ) throws -> String? {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(VersionedTable.codebooks.list) FROM codebooks WHERE key = ? AND \(condition)",
            arguments: [codebookKey] + arguments)
        guard let row else { return nil }
        var fields = RowDecoder(row)
        let _: String = try fields.next()
        let yaml: String = try fields.next()
        try fields.check("the codebook")
        return yaml
    }

    /// Replaces the study's codebook. The old one is kept in the history.
    ///
    /// - Parameters:
    ///   - yaml: The codebook in Tema's YAML, already validated by the caller.
    ///   - codes: The paths of all its codes, which must include those of all hand codings.
    ///   - detail: The summary recorded in the history.
    ///   - coder: The coder who replaces it.
    /// - Throws: A ``Problem`` if hand codings have codes that are not in the codebook.
    public func setCodebook(_ yaml: String, codes: [String], detail: String, by coder: String) throws(Problem) {
        try act("codebook import", by: coder) { change in
            let used = try String.fetchAll(change.db, sql: "SELECT DISTINCT code FROM codings WHERE until IS NULL")
            let decided = try Self.reconciliations(change.db).flatMap(\.codes)
            let missing = Set(used + decided).subtracting(codes).sorted()
            guard missing.isEmpty else {
                throw Problem(
                    "the new codebook lacks codes that hand codings have: \(missing.joined(separator: ", "))",
                    suggestion: "keep these codes, or untag their codings")
            }
            guard try Self.codebook(change.db) != yaml else { return ((), nil) }
            try Self.putCodebook(yaml, change)
            return ((), detail)
        }
    }

    /// Returns the paths of the codes that hand codings and automatic codings have, in order, with what has them.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func usedCodes() throws(Problem) -> [(code: String, rows: String)] {
        try read { db in
            try [("codings", "hand codings"), ("automatic", "automatic codings")].flatMap { table, rows in
                try String.fetchAll(
                    db, sql: "SELECT DISTINCT code FROM \(table) WHERE until IS NULL ORDER BY code"
                ).map { ($0, rows) }
            }
        }
    }

    /// Records another copy's codebook as the last that this copy has seen.
    static func seeCodebook(_ yaml: String, _ change: Change) throws {
        try VersionedTable.codebooks.insertSeen(change.db, values(codebookKey, yaml), at: change.action)
    }

    static func putCodebook(_ yaml: String, _ change: Change) throws {
        try VersionedTable.codebooks.put(change.db, values(codebookKey, yaml), since: change.action)
    }

    /// Returns the codebook as it was after an action, or nil if there was none.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or the codebook is damaged.
    public func codebook(after action: Int64) throws(Problem) -> String? {
        try read { try Self.codebook($0, "since <= ? AND (until IS NULL OR until > ?)", arguments: [action, action]) }
    }
}

/// The effect of a codebook edit on hand codings.
public struct CodebookChangeResult: Sendable, Hashable {
    /// The number of codings that have another code now.
    public var recoded = 0
    /// The number of codings removed because they became duplicates or their code was deleted.
    public var removed = 0
}

extension Study {
    /// Edits the codebook, and updates the codings and memos of the codes concerned.
    ///
    /// - Parameters:
    ///   - edit: The edit.
    ///   - yaml: The codebook afterwards, in Tema's YAML, already validated by the caller.
    ///   - split: For a split, the ids of the codings to move to the new code, and its path.
    ///   - coder: The coder who edits.
    /// - Throws: A ``Problem`` if a coding of the split does not exist or has another code, or the study cannot be
    ///   backed up (once a day) or written. The study is then unchanged.
    public func change(
        _ edit: CodebookEdit, to yaml: String, split: (ids: [String], path: String)? = nil, by coder: String
    ) throws(Problem) -> CodebookChangeResult {
        if edit.movesCodings { try backUpOncePerDay() }
        return try act("codebook \(edit.name)", by: coder) { change in
            try Self.putCodebook(yaml, change)
            guard edit.movesCodings else { return (CodebookChangeResult(), edit.summary) }
            var recoding = Recoding(change)
            for coding in try CodebookChangePlan.codings(of: edit, split: split, change.db) {
                _ = try recoding.recode(coding, to: split?.path ?? edit.newPath(of: coding.code))
            }
            if split == nil {
                try Self.recodeAutomatic(edit, change)
                try Self.recodeOutcomes(edit, change)
                try Self.moveCodeMemos(edit, change)
            }
            try recoding.finish()
            return (recoding.result, edit.summary)
        }
    }

    /// Returns the id of the coding of the same words by the same coder with a code, or nil if there is none.
    static func twin(of coding: HandCoding, _ code: String, db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT key FROM codings WHERE document = ? AND until IS NULL AND hash = ? AND "start" = ? AND "end" = ?
                    AND code = ? AND coder = ? AND key <> ?
                    """),
            arguments: [
                coding.document, coding.hash, coding.span.lowerBound, coding.span.upperBound, code, coding.coder,
                coding.id,
            ])
    }

    /// Moves the memos on codes to the codes' new paths. Those on deleted codes stay.
    private static func moveCodeMemos(_ edit: CodebookEdit, _ change: Change) throws {
        for var memo in try memos(change.db, onCodesFrom: edit.path) {
            guard let path = edit.newPath(of: memo.subject), path != memo.subject else { continue }
            memo.subject = path
            try put(memo, change)
        }
    }
}
