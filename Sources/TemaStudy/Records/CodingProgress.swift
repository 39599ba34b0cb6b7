internal import GRDB
import TemaModel

/// How far someone has come with coding a document by hand.
public struct CodingProgress: Sendable, Hashable {
    public var codings = 0
    /// Those that someone should look at.
    public var toReview = 0
    /// The numbers of the passages that a coding reaches into.
    public var passages: Set<Int> = []

    public init() {}
}

extension Study {
    /// Each coder's progress in a document as it is now. Codings that were lost reach into no passage.
    public func progress(in document: Document) throws(Problem) -> [String: CodingProgress] {
        try read { db in
            var progress: [String: CodingProgress] = [:]
            let statement = try db.cachedStatement(
                sql: """
                    SELECT coder, state, "start", "end" FROM codings INDEXED BY codings_of_document
                    WHERE until IS NULL AND document = ?
                    """)
            let rows = try Row.fetchCursor(statement, arguments: [document.id])
            while let row = try rows.next() {
                var fields = RowDecoder(row)
                let (coder, state): (String, String) = (try fields.next(), try fields.next())
                let (start, end): (Int, Int) = (try fields.next(), try fields.next())
                guard 0 <= start, start < end else {
                    throw Problem("a coding in \(document.id) is damaged", suggestion: "take a backup")
                }
                guard let state = HandCoding.State(rawValue: state) else {
                    throw Problem.unknown("the state “\(state)”", in: "a coding in \(document.id)")
                }
                var own = progress[coder, default: CodingProgress()]
                own.codings += 1
                if state != .sure { own.toReview += 1 }
                if state != .lost { own.passages.formUnion(document.passages(in: start..<end)) }
                progress[coder] = own
            }
            return progress
        }
    }
}
