internal import GRDB
import TemaFormats
import TemaModel

/// A coder's mark on a document that the coder has read and coded to the end.
public struct DoneMark: Sendable, Hashable {
    /// The document's id.
    public var document: String
    /// The coder's name.
    public var coder: String
    /// The time at which it was made, in UTC.
    public var at: String

    init(_ document: String, coder: String) {
        (self.document, self.coder, at) = (document, coder, Timestamp.now.text)
    }

    init(_ row: Row) throws {
        var fields = RowDecoder(row)
        let key: String = try fields.next()
        (document, coder, at) = (try fields.next(), try fields.next(), try fields.next())
        try fields.check("the done mark \(key)")
    }

    private var key: String { "\(document)\t\(coder)" }

    var row: [DatabaseValue] { values(key, document, coder, at) }

    func end(_ change: Change) throws -> Bool {
        try VersionedTable.done.end(change.db, key: key, until: change.action)
    }
}

// As a line of a text export.
extension DoneMark {
    var json: StoredJSON { .object(["document": .text(document), "coder": .text(coder), "at": .text(at)]) }

    init(_ fields: inout StoredObject) throws(Problem) {
        (document, coder) = (try fields.read("document", \.text), try fields.read("coder", \.text))
        at = try fields.read("at", \.text)
    }
}

extension Study {
    /// Marks documents as done by a coder, or removes the marks.
    ///
    /// - Parameters:
    ///   - documents: The ids of the documents.
    ///   - isDone: Whether to set the marks. They are removed otherwise.
    ///   - coder: The coder who has finished the documents.
    /// - Returns: The number of marks that changed.
    /// - Throws: A ``Problem`` if a document does not exist. Nothing is then marked.
    public func mark(_ documents: [String], done isDone: Bool, by coder: String) throws(Problem) -> Int {
        try act("done", by: coder) { change in
            let known = Set(try Self.doneMarks(change.db).filter { $0.coder == coder }.map(\.document))
            var changed = 0
            for id in documents {
                _ = try Self.revision(change.db, of: id)
                let mark = DoneMark(id, coder: coder)
                if isDone, !known.contains(id) {
                    try VersionedTable.done.put(change.db, mark.row, since: change.action)
                    changed += 1
                } else if !isDone, try mark.end(change) {
                    changed += 1
                }
            }
            let what = isDone ? "" : " no longer"
            return (changed, changed == 0 ? nil : counted(changed, "document") + what)
        }
    }

    /// Returns the done marks, ordered by document and coder.
    ///
    /// - Parameter document: The id of the only document, or nil for all.
    /// - Throws: A ``Problem`` if the study cannot be read or a mark is damaged.
    public func doneMarks(on document: String? = nil) throws(Problem) -> [DoneMark] {
        try read { try Self.doneMarks($0, on: document) }
    }

    /// Returns the ids of the documents that a coder, or anyone if it is nil, has coded or marked as done.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a mark is damaged.
    public func documents(readBy coder: String?) throws(Problem) -> Set<String> {
        try read { db in
            let done = try Self.doneMarks(db).filter { coder == nil || $0.coder == coder }.map(\.document)
            return Set(try Self.codedDocuments(db, by: coder) + done)
        }
    }

    /// - Parameter document: The id of the only document, or nil for all.
    static func doneMarks(_ db: Database, on document: String? = nil) throws -> [DoneMark] {
        // A key is the document and the coder, joined by a tab. No key of the document continues with a line feed.
        let condition = document == nil ? "" : "AND key >= ? AND key < ? AND document = ?"
        return try Row.fetchAll(
            db,
            sql: """
                SELECT \(VersionedTable.done.list) FROM done WHERE until IS NULL \(condition) ORDER BY document, coder
                """, arguments: document.map { [$0 + "\t", $0 + "\n", $0] } ?? []
        ).map { try DoneMark($0) }
    }
}
