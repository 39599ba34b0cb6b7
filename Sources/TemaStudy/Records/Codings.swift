internal import GRDB
import TemaModel

/// A selection of words in a document.
public enum Selection: Sendable, Hashable {
    /// The words themselves. If they occur several times, `passage` is the number of their passage, from 0, and `place` the
    /// number of the occurrence in the passage or in the document, from 1.
    ///
    /// If the words do not occur exactly, differences in white space and Unicode form are ignored; if they do not occur then,
    /// also those in case and in the forms of quotation marks, apostrophes and dashes.
    case quote(String, place: Int? = nil, passage: Int? = nil)
    /// A span in Unicode scalars of the document's text.
    case span(Range<Int>)
    /// A complete passage by its number, from 0.
    case passage(Int)
}

extension Study {
    /// Codes words of a document.
    ///
    /// - Parameters:
    ///   - document: The document's id.
    ///   - selection: The words.
    ///   - code: The code's path, which the caller has looked up in the codebook.
    ///   - coder: The coder.
    ///   - memo: The text of a memo on the new coding, or nil.
    /// - Throws: A ``Problem`` if the document does not exist, the selection is missing or ambiguous, or the coder has
    ///   already coded these words with the code.
    public func tag(
        _ document: String, _ selection: Selection, code: String, by coder: String, memo: String? = nil
    ) throws(Problem) -> HandCoding {
        try act("tag", by: coder) { change in
            let revision = try Self.revision(change.db, of: document)
            let span = try SelectedSpan.find(selection, in: revision.document)
            let coding = HandCoding(span, of: revision.document, hash: revision.hash, code: code, coder: coder)
            if let twin = try Self.twin(of: coding, code, db: change.db) {
                throw Problem(
                    "\(coder) has already coded these words with this code", suggestion: "see the coding \(twin)")
            }
            try VersionedTable.codings.put(change.db, coding.values, since: change.action)
            if let memo { try Self.put(Memo(.coding, coding.id, coder: coder, text: memo), change) }
            return (coding, "\(code) in \(document)")
        }
    }

    /// Removes codings and the memos on them. They are kept in the history until a purge.
    ///
    /// - Parameters:
    ///   - ids: Stable ids, or prefixes that match one coding each.
    ///   - coder: The coder, who must have made the codings.
    /// - Returns: The removed codings.
    /// - Throws: A ``Problem`` if a coding does not exist or another coder made it. No coding is then removed.
    public func untag(_ ids: [String], by coder: String) throws(Problem) -> [HandCoding] {
        try act("untag", by: coder) { change in
            var gone: [HandCoding] = []
            for id in ids {
                let coding = try Self.coding(change.db, id)
                guard coding.coder == coder else {
                    throw Problem(
                        "the coding \(coding.id) is by \(coding.coder)", suggestion: "only its own coder can remove it")
                }
                try Self.remove(coding.id, change)
                gone.append(coding)
            }
            let what = gone.map { "\($0.code) in \($0.document)" }
            return (gone, what.isEmpty ? nil : what.count == 1 ? what[0] : "\(what.count) codings")
        }
    }

    /// Returns the hand codings, ordered by document and position.
    ///
    /// - Parameters:
    ///   - document: The document's id, or nil for all documents.
    ///   - coder: The coder's name, or nil for all coders.
    /// - Throws: A ``Problem`` if the study cannot be read or a coding is damaged.
    public func codings(of document: String? = nil, by coder: String? = nil) throws(Problem) -> [HandCoding] {
        try read { try Self.codings($0, of: document, by: coder) }
    }

    /// Returns the spans in UTF-8 offsets and the codes of a document's hand codings, in order, without orphaned ones.
    ///
    /// With ``codedDocuments()`` it visits all codings of a study with those of one document in memory at a time.
    ///
    /// - Parameters:
    ///   - document: The document's id.
    ///   - coder: The coder's name, or nil for all coders.
    /// - Throws: A ``Problem`` if the study cannot be read or a coding is damaged.
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
                    throw Problem("a coding in \(document) is damaged", suggestion: "restore the study from a backup")
                }
                spans.append((start..<end, try fields.next()))
            }
            return spans
        }
    }

    static func codings(_ db: Database, of document: String? = nil, by coder: String? = nil) throws -> [HandCoding] {
        // Conditions are omitted rather than made optional in SQL, so that SQLite can use the index.
        let conditions = ["until IS NULL", document.map { _ in "document = ?" }, coder.map { _ in "coder = ?" }]
        return try Row.fetchAll(
            db,
            sql: """
                SELECT \(VersionedTable.codings.list) FROM codings WHERE \(conditions.compactMap(\.self).joined(separator: " AND "))
                ORDER BY document, "start", "end", code, coder, key
                """, arguments: StatementArguments([document, coder].compactMap(\.self))
        ).map { try HandCoding($0) }
    }

    /// Returns the ids of the documents that have hand codings, including orphaned ones, in order.
    ///
    /// - Parameter coder: The coder's name, or nil for all coders.
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func codedDocuments(by coder: String? = nil) throws(Problem) -> [String] {
        try read { try Self.codedDocuments($0, by: coder) }
    }

    static func codedDocuments(_ db: Database, by coder: String? = nil) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT document FROM codings WHERE until IS NULL AND (?1 IS NULL OR coder = ?1) ORDER BY document
                """, arguments: [coder])
    }

    /// Returns the coding with an id, or the only one whose id has this prefix.
    static func coding(_ db: Database, _ id: String) throws -> HandCoding {
        try HandCoding(VersionedTable.codings.row(id, db, noun: "coding", list: "tema codings"))
    }

    /// Ends a coding, and the memos on it.
    static func remove(_ coding: String, _ change: Change) throws {
        try VersionedTable.codings.end(change.db, key: coding, until: change.action)
        let memos = try String.fetchAll(
            change.db, sql: "SELECT key FROM memos WHERE until IS NULL AND target = ? AND subject = ?",
            arguments: [Memo.Target.coding.rawValue, coding])
        for memo in memos { try VersionedTable.memos.end(change.db, key: memo, until: change.action) }
    }
}
