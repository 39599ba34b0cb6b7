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
    /// - Throws: A ``Problem`` if the document or coding does not exist, or the study cannot be written.
    public func note(_ text: String, on target: Memo.Target, subject: String, by coder: String) throws(Problem)
        -> Memo
    {
        try act("memo", by: coder) { change in
            var subject = subject
            switch target {
            case .study: subject = ""
            case .document: _ = try Self.revision(change.db, of: subject)
            case .coding: subject = try Self.coding(change.db, subject).id
            case .code: break
            }
            let memo = Memo(target, subject, coder: coder, text: text)
            try Self.put(memo, change)
            return (memo, subject.isEmpty ? "on the study" : "on \(target.rawValue) \(subject)")
        }
    }

    /// Returns all memos, oldest first.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a memo is damaged.
    public func memos() throws(Problem) -> [Memo] {
        try read { try Self.memos($0) }
    }

    static func memos(_ db: Database) throws -> [Memo] {
        try Row.fetchAll(
            db, sql: "SELECT \(VersionedTable.memos.list) FROM memos WHERE until IS NULL ORDER BY rowid"
        ).map { try Memo($0) }
    }

    static func put(_ memo: Memo, _ change: Change) throws {
        try VersionedTable.memos.put(change.db, memo.row, since: change.action)
    }
}
