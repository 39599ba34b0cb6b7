internal import GRDB
import TemaModel

/// What an import did, document by document.
public struct ImportResult: Sendable, Hashable {
    public var added: [String] = []
    public var changed: [String] = []
    /// Documents that the study has already, as they are.
    public var unchanged = 0
    /// The codings that had to be moved, as they are now.
    public var moved: [HandCoding] = []

    /// Those that someone should look at.
    public var unsure: [HandCoding] { moved.filter { $0.state != .sure } }
}

extension Study {
    /// Takes documents into the study: new ones, and those whose text or structure has changed.
    ///
    /// Hand codings of a changed document are put on the same words of its new text; the old text stays in the history.
    ///
    /// - Parameter documents: Calls its argument with each document, one after the other. What it throws undoes the
    ///   whole import.
    public func importDocuments(
        by coder: String, _ documents: ((Document) throws(Problem) -> Void) throws -> Void
    ) throws(Problem) -> ImportResult {
        try actInSteps("import", by: coder) { steps in
            var result = ImportResult()
            try documents { document throws(Problem) in
                do { try steps.take { try Self.take(document, $0, result: &result) } } catch {
                    throw StudyProblem.of(error, path)
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
        // Other bytes may have the same meaning. A revision that cannot be read is replaced.
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

    /// The ids of all documents, in the order in which they first came.
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

    /// A document as it is now.
    /// - Throws: A ``Problem`` where the study has none of that id, or its text is damaged.
    public func document(_ id: String) throws(Problem) -> Document {
        try read { try Self.revision($0, of: id).document }
    }

    /// A document as it was after an action.
    /// - Throws: A ``Problem`` where the study had none of that id then, or its text is damaged.
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
            let way = known.contains(id) ? "`tema history` says when it came" : nil
            let nearest = Suggestion.nearest(to: id, among: known).map { "did you mean “\($0)”?" }
            let then = arguments.isEmpty ? "" : " then"
            throw Problem(
                "the study has no document “\(id)”\(then)", suggestion: way ?? nearest ?? "`tema status` lists them")
        }
        var fields = RowDecoder(row)
        let _: String = try fields.next()
        let number: Int64 = try fields.next()
        try fields.check("the document \(id)")
        return try Revision(db, number)
    }

    /// A document as it was when its text had a hash: of a coding that was lost, its old text.
    public func document(_ id: String, hash: String) throws(Problem) -> Document {
        try read { db in
            guard let revision = try Self.revision(db, of: id, hash: hash) else {
                throw Problem("an old text of \(id) is missing", suggestion: "take a backup")
            }
            return revision.document
        }
    }
}
