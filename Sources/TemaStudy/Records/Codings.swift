internal import GRDB
import TemaModel

/// Which words of a document are meant.
public enum Selection: Sendable, Hashable {
    /// The words themselves; where they stand in several places, which of these, from 1.
    case quote(String, place: Int?)
    /// In Unicode scalars of the document's text.
    case span(Range<Int>)
    /// A whole passage, by its number.
    case passage(Int)
}

extension Study {
    /// Gives a code to words of a document.
    ///
    /// - Throws: A ``Problem`` where the words are not there, stand in several places, or have the code already.
    public func tag(
        _ document: String, _ selection: Selection, code: String, by coder: String, memo: String? = nil
    ) throws(Problem) -> HandCoding {
        try act("tag", by: coder) { change in
            let revision = try Self.revision(change.db, of: document)
            let span = try SelectedSpan.find(selection, in: revision.document)
            let coding = HandCoding(span, of: revision.document, hash: revision.hash, code: code, coder: coder)
            if let twin = try Self.twin(of: coding, code, db: change.db) {
                throw Problem("\(coder) has given these words this code already", suggestion: "it is \(twin)")
            }
            try VersionedTable.codings.put(change.db, coding.values, since: change.action)
            if let memo { try Self.put(Memo(.coding, coding.id, coder: coder, text: memo), change) }
            return (coding, "\(code) in \(document)")
        }
    }

    /// Takes codings away; the history keeps them.
    ///
    /// - Parameter ids: Stable ids, or beginnings of them that fit one coding alone.
    /// - Throws: A ``Problem`` where one is not there or is someone else's; then none is taken away.
    public func untag(_ ids: [String], by coder: String) throws(Problem) -> [HandCoding] {
        try act("untag", by: coder) { change in
            var gone: [HandCoding] = []
            for id in ids {
                let coding = try Self.coding(change.db, id)
                guard coding.coder == coder else {
                    throw Problem("\(coding.coder) made the coding \(coding.id)", suggestion: "only they take it away")
                }
                try VersionedTable.codings.end(change.db, key: coding.id, until: change.action)
                gone.append(coding)
            }
            let what = gone.map { "\($0.code) in \($0.document)" }
            return (gone, what.isEmpty ? nil : what.count == 1 ? what[0] : "\(what.count) codings")
        }
    }

    /// The hand codings, by document and place.
    ///
    /// - Parameters:
    ///   - coder: Whose; everybody's where none is named.
    ///   - document: Of which; of all where none is named.
    public func codings(of document: String? = nil, by coder: String? = nil) throws(Problem) -> [HandCoding] {
        try read { try Self.codings($0, of: document, by: coder) }
    }

    /// The spans and codes of a document's hand codings, in order; those that were lost have none.
    ///
    /// The way to all codings of a study that keeps no more than one document's at a time.
    ///
    /// - Parameter coder: Whose; everybody's where none is named.
    public func codedSpans(of document: String, by coder: String? = nil) throws(Problem) -> [(
        span: Range<Int>, code: String
    )] {
        try read { db in
            var spans: [(span: Range<Int>, code: String)] = []
            let statement = try db.cachedStatement(
                sql: """
                    SELECT "start", "end", code FROM codings INDEXED BY codings_of_document
                    WHERE until IS NULL AND document = ?1 AND state <> 'lost' AND (?2 IS NULL OR coder = ?2)
                    ORDER BY document, "start", "end"
                    """)
            let rows = try Row.fetchCursor(statement, arguments: [document, coder])
            while let row = try rows.next() {
                var fields = RowDecoder(row)
                let (start, end): (Int, Int) = (try fields.next(), try fields.next())
                guard 0 <= start, start < end else {
                    throw Problem("a coding in \(document) is damaged", suggestion: "take a backup")
                }
                spans.append((start..<end, try fields.next()))
            }
            return spans
        }
    }

    static func codings(_ db: Database, of document: String? = nil, by coder: String? = nil) throws -> [HandCoding] {
        // A condition that is not there cannot keep SQLite from the index.
        let conditions = ["until IS NULL", document.map { _ in "document = ?" }, coder.map { _ in "coder = ?" }]
        return try Row.fetchAll(
            db,
            sql: """
                SELECT \(VersionedTable.codings.list) FROM codings WHERE \(conditions.compactMap(\.self).joined(separator: " AND "))
                ORDER BY document, "start", "end", code, coder, key
                """, arguments: StatementArguments([document, coder].compactMap(\.self))
        ).map { try HandCoding($0) }
    }

    /// The ids of the documents that have codings, lost ones too, in order: the way to all codings of a study that keeps no
    /// more than one document's at a time.
    public func codedDocuments() throws(Problem) -> [String] { try read { try Self.codedDocuments($0) } }

    static func codedDocuments(_ db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT DISTINCT document FROM codings WHERE until IS NULL ORDER BY document")
    }

    /// The coding with an id, or with the only id that begins like this.
    static func coding(_ db: Database, _ id: String) throws -> HandCoding {
        let rows = try Row.fetchAll(
            db,
            sql:
                "SELECT \(VersionedTable.codings.list) FROM codings WHERE until IS NULL AND substr(key, 1, length(?)) = ? LIMIT 2",
            arguments: [id, id])
        guard let row = rows.first, !id.isEmpty else {
            throw Problem("the study has no coding “\(id)”", suggestion: "`tema codings` lists them with their ids")
        }
        guard rows.count == 1 else {
            throw Problem("several codings begin with “\(id)”", suggestion: "give more of the id")
        }
        return try HandCoding(row)
    }
}
