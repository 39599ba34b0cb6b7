internal import GRDB
import TemaModel

/// A coder's work on a study in numbers.
public struct CoderSummary: Sendable, Hashable {
    /// The coder's name.
    public let coder: String
    /// The number of hand codings.
    public let codings: Int
    /// The number of documents coded.
    public let documents: Int
    /// The number of different codes used.
    public let codes: Int
    /// The number of documents marked as done.
    public let done: Int
    /// The time of the latest coding, decision or mark, in UTC.
    public let last: String
}

extension Study {
    /// Returns a summary for each coder who has coded by hand, decided on automatic codings or finished a document, ordered
    /// by name.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func coders() throws(Problem) -> [CoderSummary] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT coder, count(code), count(DISTINCT document), count(DISTINCT code), sum(done), max(at) FROM (
                    SELECT coder, document, code, 0 AS done, at FROM codings WHERE until IS NULL
                    UNION ALL SELECT coder, NULL, NULL, 0, at FROM decisions WHERE until IS NULL
                    UNION ALL SELECT coder, NULL, NULL, 1, at FROM done WHERE until IS NULL
                    ) GROUP BY coder ORDER BY coder
                    """
            ).map { row in
                var fields = RowDecoder(row)
                return CoderSummary(
                    coder: try fields.next(), codings: try fields.next(), documents: try fields.next(),
                    codes: try fields.next(), done: try fields.next(), last: try fields.next())
            }
        }
    }
}
