internal import GRDB
import TemaModel

/// The number of hand codings of a code by a coder in a document, without orphaned ones.
public struct CodeUse: Sendable, Hashable {
    /// The code's path.
    public let code: String
    /// The coder's name.
    public let coder: String
    /// The document's id.
    public let document: String
    /// The number of codings.
    public let codings: Int
}

extension Study {
    /// Returns how often each coder has used each code in each document, without decoding the codings.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func codeUse() throws(Problem) -> [CodeUse] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT code, coder, document, count(*) FROM codings WHERE until IS NULL AND state <> 'lost'
                    GROUP BY code, coder, document
                    """
            ).map { row in
                var fields = RowDecoder(row)
                return CodeUse(
                    code: try fields.next(), coder: try fields.next(), document: try fields.next(),
                    codings: try fields.next())
            }
        }
    }

    /// Returns the number of automatic codings of each code as last applied, by the code's path.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read.
    public func automaticCodeUse() throws(Problem) -> [String: Int] {
        try read { db in
            var counts: [String: Int] = [:]
            for row in try Row.fetchAll(
                db, sql: "SELECT code, count(*) FROM automatic WHERE until IS NULL GROUP BY code")
            {
                var fields = RowDecoder(row)
                let code: String = try fields.next()
                counts[code] = try fields.next()
            }
            return counts
        }
    }
}
