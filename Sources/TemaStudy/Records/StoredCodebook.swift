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
            let missing = Set(used).subtracting(codes).sorted()
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
    ///   backed up or written. The study is then unchanged.
    public func change(
        _ edit: CodebookEdit, to yaml: String, split: (ids: [String], path: String)? = nil, by coder: String
    ) throws(Problem) -> CodebookChangeResult {
        if edit.movesCodings { _ = try backUp() }
        return try act("codebook \(edit.name)", by: coder) { change in
            var result = CodebookChangeResult()
            try Self.putCodebook(yaml, change)
            guard edit.movesCodings else { return (result, edit.summary) }
            if let split {
                for id in split.ids {
                    let coding = try Self.coding(change.db, id)
                    guard coding.code == edit.path else {
                        throw Problem(
                            "the coding \(coding.id) has the code \(coding.code)",
                            suggestion: "choose codings of \(edit.path)")
                    }
                    try Self.recode(coding, split.path, change: change, result: &result)
                }
            } else {
                let below = edit.path + "/"
                for coding in try Self.codings(change.db) where coding.code == edit.path || coding.code.hasPrefix(below)
                {
                    try Self.recode(coding, edit.newPath(of: coding.code), change: change, result: &result)
                }
                try Self.recodeAutomatic(edit, change)
                try Self.moveMemos(change) {
                    $0.target == .code ? edit.newPath(of: $0.subject) ?? $0.subject : $0.subject
                }
            }
            return (result, edit.summary)
        }
    }

    /// Changes a coding's code, or removes the coding if the code is nil. If the coder has already coded the same words
    /// with the code, the coding is removed and its memos move to the other coding.
    private static func recode(
        _ coding: HandCoding, _ code: String?, change: Change, result: inout CodebookChangeResult
    )
        throws
    {
        guard code != coding.code else { return }
        guard let code else {
            result.removed += 1
            return try remove(coding.id, change)
        }
        if let twin = try twin(of: coding, code, db: change.db) {
            result.removed += 1
            try VersionedTable.codings.end(change.db, key: coding.id, until: change.action)
            return try moveMemos(change) { $0.target == .coding && $0.subject == coding.id ? twin : $0.subject }
        }
        var recoded = coding
        recoded.code = code
        result.recoded += 1
        try VersionedTable.codings.put(change.db, recoded.values, since: change.action)
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

    private static func moveMemos(_ change: Change, _ subject: (Memo) -> String) throws {
        for var memo in try memos(change.db) {
            let new = subject(memo)
            guard new != memo.subject else { continue }
            memo.subject = new
            try put(memo, change)
        }
    }
}
