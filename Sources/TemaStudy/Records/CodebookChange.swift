internal import GRDB
import TemaModel

/// What a step of the codebook's did to codings by hand.
public struct CodebookChangeResult: Sendable, Hashable {
    /// Codings that have another code now.
    public var recoded = 0
    /// Codings that would have stood twice, or whose code is no more.
    public var removed = 0
}

extension Study {
    /// Lets the codebook grow by a step, and takes the codings and memos along.
    ///
    /// - Parameters:
    ///   - yaml: The codebook afterwards, as Tema writes it; the caller has looked that it is sound.
    ///   - split: Of a split, the codings that go to the new code, and its path.
    ///   - name: The command's name.
    ///   - detail: What the history says of it.
    public func change(
        _ edit: CodebookEdit, to yaml: String, split: (ids: [String], path: String)? = nil, name: String,
        detail: String,
        by coder: String
    ) throws(Problem) -> CodebookChangeResult {
        _ = try backUp()
        return try act(name, by: coder) { change in
            var result = CodebookChangeResult()
            try Self.putCodebook(yaml, change)
            if let split {
                for id in split.ids {
                    let coding = try Self.coding(change.db, id)
                    guard coding.code == edit.path else {
                        throw Problem(
                            "the coding \(coding.id) has the code \(coding.code)",
                            suggestion: "name codings of \(edit.path)")
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
            return (result, detail)
        }
    }

    /// Gives a coding another code, or takes it away; one that the same words have already goes, and its memos go to that one.
    private static func recode(
        _ coding: HandCoding, _ code: String?, change: Change, result: inout CodebookChangeResult
    )
        throws
    {
        guard code != coding.code else { return }
        guard let code else {
            result.removed += 1
            try VersionedTable.codings.end(change.db, key: coding.id, until: change.action)
            return
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

    /// The id of the coding by which the same coder has given the same words a code.
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
