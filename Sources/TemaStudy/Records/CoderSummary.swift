internal import GRDB
import TemaModel

/// A coder's current hand codings in numbers.
public struct CoderSummary: Sendable, Hashable {
    /// The coder's name.
    public let coder: String
    /// The number of codings.
    public let codings: Int
    /// The number of documents coded.
    public let documents: Int
    /// The number of different codes used.
    public let codes: Int
    /// The time of the latest of these codings, in UTC.
    public let last: String
}

extension Study {
    /// Returns a summary for each coder, ordered by name.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func coders() throws(Problem) -> [CoderSummary] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT coder, count(*), count(DISTINCT document), count(DISTINCT code), max(at) FROM codings
                    WHERE until IS NULL GROUP BY coder ORDER BY coder
                    """
            ).map { row in
                var fields = RowDecoder(row)
                return CoderSummary(
                    coder: try fields.next(), codings: try fields.next(), documents: try fields.next(),
                    codes: try fields.next(), last: try fields.next())
            }
        }
    }
}
