internal import GRDB
import TemaFormats
import TemaModel

/// A coder's note on the study or a part of it.
public struct Memo: Sendable, Hashable {
    /// The kinds of things that can have memos. The raw values are part of the file format.
    public enum Target: String, Sendable, Hashable, CaseIterable {
        case study = "study"
        case document = "document"
        case code = "code"
        case coding = "coding"
    }

    /// A stable id, the same in every copy of the study.
    public var id: String
    /// The kind of thing that the memo is on.
    public var target: Target
    /// The document's id, the code's path or the coding's id; empty for the study.
    public var subject: String
    /// The name of the coder who wrote it.
    public var coder: String
    /// The memo's text.
    public var text: String
    /// The time at which it was written, in UTC.
    public var at: String

    init(_ target: Target, _ subject: String, coder: String, text: String) {
        (id, at) = (StableID.make(), Timestamp.now.text)
        (self.target, self.subject, self.coder, self.text) = (target, subject, coder, text)
    }

    init(_ found: Row) throws {
        var fields = RowDecoder(found)
        id = try fields.next()
        let name: String = try fields.next()
        (subject, coder, text, at) = (try fields.next(), try fields.next(), try fields.next(), try fields.next())
        try fields.check("the memo \(id)")
        guard let target = Target(rawValue: name) else {
            throw Problem.unknown("the target “\(name)”", in: "the memo \(id)")
        }
        self.target = target
    }

    /// What it is on, as a summary for the history.
    fileprivate var place: String { subject.isEmpty ? "on the study" : "on \(target.rawValue) \(subject)" }

    var row: [DatabaseValue] { values(id, target.rawValue, subject, coder, text, at) }
}

extension Study {
    /// Adds a memo to the study, a document, a code or a coding.
    ///
    /// - Parameters:
    ///   - text: The memo's text.
    ///   - target: The kind of thing that the memo is on.
    ///   - subject: The document's id, the code's path or the coding's id. The caller has looked up a code in the
    ///     codebook.
    ///   - coder: The memo's author.
    ///   - id: The memo's id, 32 lower-case hexadecimal digits, or nil for a random one. If the coder has a memo with this id on
    ///     the same thing, it gets the text, so that a program can repeat a request.
    /// - Throws: A ``Problem`` if the document or coding does not exist, the id is not valid, or the study cannot be written. Its
    ///   kind is ``TemaModel/Problem/Kind/notAllowed`` if the id is that of another coder's memo, and
    ///   ``TemaModel/Problem/Kind/conflict`` if it is that of a memo on another thing, or of a removed one.
    public func note(
        _ text: String, on target: Memo.Target, subject: String, by coder: String, id: String? = nil
    ) throws(Problem) -> Memo {
        if let id { try StableID.check(id) }
        return try act("memo", by: coder) { change in
            var subject = subject
            switch target {
            case .study: subject = ""
            case .document: _ = try Self.revision(change.db, of: subject)
            case .coding: subject = try Self.coding(change.db, subject).id
            case .code: break
            }
            var memo = Memo(target, subject, coder: coder, text: text)
            if let id {
                memo.id = id
                if let known = try Self.known(memo, change), known.text == text { return (known, nil) }
            }
            try Self.put(memo, change)
            return (memo, memo.place)
        }
    }

    /// Returns the memo that an earlier request with the id of a memo made, or nil if there was none.
    private static func known(_ memo: Memo, _ change: Change) throws -> Memo? {
        guard try VersionedTable.memos.valid(memo.id, change.db) != nil else {
            guard try VersionedTable.memos.hasEnded(memo.id, change.db) else { return nil }
            throw Problem("the memo \(memo.id) has been removed", kind: .conflict, suggestion: "use a new id")
        }
        let known = try self.memo(memo.id, change)
        guard (known.target, known.subject) == (memo.target, memo.subject) else {
            throw Problem("the memo \(memo.id) is \(known.place)", kind: .conflict, suggestion: "use a new id")
        }
        return known
    }

    /// Returns all memos, oldest first.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a memo is damaged.
    public func memos() throws(Problem) -> [Memo] {
        try read { try Self.memos($0) }
    }

    /// - Parameter target: The kind of thing that the memos are on, or nil for all.
    static func memos(_ db: Database, on target: Memo.Target? = nil) throws -> [Memo] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(VersionedTable.memos.list) FROM memos WHERE until IS NULL AND (?1 IS NULL OR target = ?1)
                ORDER BY rowid
                """, arguments: [target?.rawValue]
        ).map { try Memo($0) }
    }

    /// Returns the memos on a code and on the codes below it, oldest first.
    static func memos(_ db: Database, onCodesFrom path: String) throws -> [Memo] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(VersionedTable.memos.list) FROM memos
                WHERE until IS NULL AND target = 'code' AND \(CodeRange.condition("subject")) ORDER BY rowid
                """, arguments: CodeRange.arguments(path)
        ).map { try Memo($0) }
    }

    /// Returns the documents of the codings that have memos, by the codings' ids.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func documentsOfCodingMemos() throws(Problem) -> [String: String] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT c.key, c.document FROM memos m JOIN codings c ON c.key = m.subject AND c.until IS NULL
                    WHERE m.until IS NULL AND m.target = ?
                    """, arguments: [Memo.Target.coding.rawValue])
            return try Dictionary(
                rows.map { row in
                    var fields = RowDecoder(row)
                    return (try fields.next(), try fields.next())
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Replaces the text of a memo.
    ///
    /// - Parameters:
    ///   - id: The stable id, or a prefix that matches one memo.
    ///   - text: The new text.
    ///   - coder: The coder, who must have written the memo.
    /// - Throws: A ``Problem`` if the memo does not exist or another coder wrote it.
    public func editMemo(_ id: String, to text: String, by coder: String) throws(Problem) -> Memo {
        try act("memo edit", by: coder) { change in
            var memo = try Self.memo(id, change)
            guard memo.text != text else { return (memo, nil) }
            (memo.text, memo.at) = (text, Timestamp.now.text)
            try Self.put(memo, change)
            return (memo, memo.place)
        }
    }

    /// Removes memos. They are kept in the history until a purge.
    ///
    /// - Parameters:
    ///   - ids: Stable ids, or prefixes that match one memo each.
    ///   - coder: The coder, who must have written the memos.
    /// - Throws: A ``Problem`` if a memo does not exist or another coder wrote it. No memo is then removed.
    public func removeMemos(_ ids: [String], by coder: String) throws(Problem) -> [Memo] {
        try act("memo remove", by: coder) { change in
            let memos = try ids.map { try Self.memo($0, change) }
            for memo in memos { try VersionedTable.memos.end(change.db, key: memo.id, until: change.action) }
            return (memos, memos.isEmpty ? nil : memos.count == 1 ? memos[0].place : counted(memos.count, "memo"))
        }
    }

    /// Returns the memo of the acting coder with an id, or the only one whose id has this prefix.
    private static func memo(_ id: String, _ change: Change) throws -> Memo {
        let memo = try Memo(VersionedTable.memos.row(id, change.db, noun: "memo", list: "tema memo"))
        guard memo.coder == change.coder else {
            throw Problem(
                "the memo \(memo.id) is by \(memo.coder)", kind: .notAllowed,
                suggestion: "only its own coder can change it")
        }
        return memo
    }

    static func put(_ memo: Memo, _ change: Change) throws {
        try VersionedTable.memos.put(change.db, memo.row, since: change.action)
    }
}
