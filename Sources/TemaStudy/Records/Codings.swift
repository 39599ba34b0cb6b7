internal import GRDB
import TemaModel

extension Study {
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

    /// Returns the hand codings of a code and of the codes below it, ordered by document and position.
    static func codings(_ db: Database, ofCodesFrom path: String) throws -> [HandCoding] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(VersionedTable.codings.list) FROM codings
                WHERE until IS NULL AND \(CodeRange.condition("code")) ORDER BY document, "start", "end", code, coder, key
                """, arguments: CodeRange.arguments(path)
        ).map { try HandCoding($0) }
    }

    /// Returns the coding with an id, or the only one whose id has this prefix.
    static func coding(_ db: Database, _ id: String) throws -> HandCoding {
        try HandCoding(VersionedTable.codings.row(id, db, noun: "coding", list: "tema codings"))
    }
}

/// The SQL condition that selects a code and the codes below it. SQLite evaluates it without decoding other rows.
enum CodeRange {
    /// - Parameter column: The column with the code's path.
    static func condition(_ column: String) -> String {
        // The character after "/" is "0".
        "(\(column) = :path OR \(column) >= :path || '/' AND \(column) < :path || '0')"
    }

    static func arguments(_ path: String) -> StatementArguments { ["path": path] }
}
