internal import GRDB
import TemaModel

/// The changes that an import of documents made.
public struct ImportResult: Sendable, Hashable {
    /// The ids of new documents.
    public var added: [String] = []
    /// The ids of documents whose text or structure changed.
    public var changed: [String] = []
    /// The number of documents that the study already had in the same form.
    public var unchanged = 0
    /// The codings that were moved to a new text, in their new state.
    public var moved: [HandCoding] = []

    /// The moved codings that need review or are orphaned.
    public var unsure: [HandCoding] { moved.filter { $0.state != .sure } }
}

extension Study {
    /// Imports documents: new ones, and those whose text or structure has changed.
    ///
    /// The hand codings of a changed document are moved to the same words of its new text. The old text is kept in the
    /// history.
    ///
    /// - Parameters:
    ///   - coder: The importing coder.
    ///   - documents: Calls its argument with each document, one by one.
    /// - Throws: A ``Problem`` if the study cannot be written or `documents` throws. The study is then unchanged.
    public func importDocuments(
        by coder: String, _ documents: ((Document) throws(Problem) -> Void) throws -> Void
    ) throws(Problem) -> ImportResult {
        try actInSteps("import", by: coder) { steps in
            var result = ImportResult()
            try documents { document throws(Problem) in
                do { try steps.take { try Self.take(document, $0, result: &result) } } catch {
                    throw problem(error)
                }
            }
            let isEmpty = result.added.isEmpty && result.changed.isEmpty
            return (result, isEmpty ? nil : "\(result.added.count) new, \(result.changed.count) changed")
        }
    }

    static func take(_ document: Document, _ change: Change, result: inout ImportResult) throws {
        let new = RevisionRow(document)
        let known = try Row.fetchOne(
            change.db,
            sql: """
                SELECT r.structure_hash, r.hash FROM documents d JOIN revisions r ON r.number = d.revision
                WHERE d.key = ? AND d.until IS NULL
                """, arguments: [document.id])
        guard let known else {
            result.added.append(document.id)
            let number = try new.insert(change.db)
            return try VersionedTable.documents.put(change.db, values(document.id, number), since: change.action)
        }
        var fields = RowDecoder(known)
        let structureHash: String = try fields.next()
        let oldHash: String = try fields.next()
        // Different bytes may represent an equal document. An unreadable revision is replaced.
        guard oldHash != new.hash || structureHash != new.structureHash,
            (try? revision(change.db, of: document.id))?.document != document
        else {
            result.unchanged += 1
            return
        }
        result.changed.append(document.id)
        let number = try new.insert(change.db)
        try VersionedTable.documents.put(change.db, values(document.id, number), since: change.action)
        guard oldHash != new.hash else { return }
        result.moved += try move(to: document, new.hash, change: change)
    }

    /// Returns the ids of all documents, in the order in which they were first imported.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func documentIDs() throws(Problem) -> [String] {
        try read { try Self.documentIDs($0) }
    }

    static func documentIDs(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT key FROM documents WHERE until IS NULL
                ORDER BY (SELECT min(number) FROM revisions WHERE document = key)
                """)
    }

    /// Returns a document in its current revision.
    ///
    /// - Throws: A ``Problem`` if the study has no document with that id, or its text is damaged.
    public func document(_ id: String) throws(Problem) -> Document {
        try read { try Self.revision($0, of: id).document }
    }

    /// Returns a document as it was after an action.
    ///
    /// - Throws: A ``Problem`` if the study had no document with that id then, or its text is damaged.
    public func document(_ id: String, after action: Int64) throws(Problem) -> Document {
        try read { db in
            let now = try Self.revision(
                db, of: id, condition: "since <= ? AND (until IS NULL OR until > ?)", arguments: [action, action])
            return now.document
        }
    }

    static func revision(
        _ db: Database, of id: String, condition: String = "until IS NULL", arguments: StatementArguments = []
    ) throws -> Revision {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(VersionedTable.documents.list) FROM documents WHERE key = ? AND \(condition)",
            arguments: [id] + arguments)
        guard let row else {
            let known = try documentIDs(db)
            let way = known.contains(id) ? "see in `tema history` when it was imported" : nil
            let nearest = didYouMean(id, among: known)
            let then = arguments.isEmpty ? "" : " at that time"
            throw Problem(
                "the study has no document “\(id)”\(then)", kind: .missing,
                suggestion: way ?? nearest ?? "list the documents with `tema status`")
        }
        var fields = RowDecoder(row)
        let _: String = try fields.next()
        let number: Int64 = try fields.next()
        try fields.check("the document \(id)")
        return try Revision(db, number)
    }

    /// Returns a document in the revision whose text has a hash, for example an orphaned coding's old text.
    ///
    /// - Throws: A ``Problem`` if the study has no such revision, or it is damaged.
    public func document(_ id: String, hash: String) throws(Problem) -> Document {
        try read { db in
            guard let revision = try Self.revision(db, of: id, hash: hash) else {
                throw Problem("an old text of \(id) is missing", suggestion: "restore the study from a backup")
            }
            return revision.document
        }
    }
}
