internal import GRDB
public import TemaModel

/// What an edit of a study's codebook would change.
public struct EditPreview: Sendable, Hashable {
    /// The codings of one coder that the edit changes or removes.
    public struct Coder: Sendable, Hashable {
        /// The coder's name.
        public let name: String
        /// The number of hand codings.
        public let codings: Int

        /// Creates the codings of a coder.
        public init(name: String, codings: Int) { (self.name, self.codings) = (name, codings) }
    }

    /// The number of hand codings that get another code, are merged or are removed.
    public var codings = 0
    /// The same number for each coder who has such codings, in the order of the names.
    public var coders: [Coder] = []
    /// The number of documents with such codings.
    public var documents = 0
    /// The number of stored automatic codings that get another code or are removed.
    public var automatic = 0
    /// The number of memos that move to another code or coding, or are removed with their coding.
    public var memos = 0
    /// The number of codes below the code that move or are removed with it.
    public var codes = 0
    /// The number of hand codings that are merged into a coding of the same words by the same coder, which has the new code
    /// already.
    public var merged = 0
    /// The number of hand codings that are removed with their code. ``CodebookChangeResult/removed`` counts these and the
    /// merged ones.
    public var removed = 0

    /// Creates the preview of an edit that changes no codings.
    public init() {}
}

extension Study {
    /// Returns what an edit of the codebook does to codings and memos, without ``EditPreview/codes``, which depends on the
    /// codebook. The study is not changed.
    ///
    /// - Parameters:
    ///   - edit: The edit, already validated by the caller.
    ///   - split: For a split, the ids of the codings to move to the new code, and its path.
    /// - Throws: A ``Problem`` if a coding of the split does not exist or has another code, or the study cannot be read.
    public func effect(
        of edit: CodebookEdit, split: (ids: [String], path: String)?
    ) throws(Problem) -> EditPreview {
        try read { db in
            let plan = try CodebookChangePlan(edit, split: split, db)
            var preview = EditPreview()
            (preview.codings, preview.merged, preview.removed) = (plan.steps.count, plan.merged, plan.removed)
            preview.coders = Dictionary(grouping: plan.steps, by: \.coding.coder)
                .map { EditPreview.Coder(name: $0, codings: $1.count) }
                .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            preview.documents = Set(plan.steps.map(\.coding.document)).count
            preview.memos = try Self.memos(db).count { plan.newSubject(of: $0) != $0.subject }
            preview.automatic = try Self.automaticCodings(of: edit, db)
            return preview
        }
    }

    private static func automaticCodings(of edit: CodebookEdit, _ db: Database) throws -> Int {
        let codes = try Row.fetchAll(
            db, sql: "SELECT code, count(*) FROM automatic WHERE until IS NULL GROUP BY code")
        return try codes.reduce(0) { sum, row in
            var fields = RowDecoder(row)
            let (code, count): (String, Int) = (try fields.next(), try fields.next())
            return edit.newPath(of: code) == code ? sum : sum + count
        }
    }
}
