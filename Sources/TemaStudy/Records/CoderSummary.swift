internal import GRDB
import TemaModel

/// What one coder has coded by hand, as it is now.
public struct CoderSummary: Sendable, Hashable {
    public let coder: String
    public let codings: Int
    public let documents: Int
    public let codes: Int
    /// When the last of these codings was made, in UTC.
    public let last: String
}

extension Study {
    /// All coders, by name.
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
