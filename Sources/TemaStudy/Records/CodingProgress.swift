internal import GRDB
import TemaModel

/// A coder's progress in coding a document by hand.
public struct CodingProgress: Sendable, Hashable {
    /// The number of codings.
    public var codings = 0
    /// The number of codings that need review or are orphaned.
    public var toReview = 0
    /// The numbers of the passages that a coding overlaps.
    public var passages: Set<Int> = []
    /// Whether the coder has marked the document as done.
    public var isDone = false

    /// Creates the progress of a document without codings.
    public init() {}
}

extension Study {
    /// Returns the progress in a document's current text by coder. Orphaned codings overlap no passage.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a coding is damaged.
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
                    throw Problem(
                        "a coding in \(document.id) is damaged", suggestion: "restore the study from a backup")
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
            for mark in try Self.doneMarks(db, on: document.id) {
                progress[mark.coder, default: CodingProgress()].isDone = true
            }
            return progress
        }
    }
}
