internal import GRDB
import TemaModel

extension Study {
    /// Returns the outcomes of reconciliations, ordered by document and position.
    ///
    /// - Parameter document: The id of the only document, or nil for all.
    /// - Throws: A ``Problem`` if the study cannot be read or an outcome is damaged.
    public func reconciliations(of document: String? = nil) throws(Problem) -> [Reconciliation] {
        try read { try Self.reconciliations($0, of: document) }
    }

    static func reconciliations(_ db: Database, of document: String? = nil) throws -> [Reconciliation] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(VersionedTable.reconciliations.list) FROM reconciliations
                WHERE until IS NULL AND (?1 IS NULL OR document = ?1) ORDER BY document, "start", "end", key
                """, arguments: [document]
        ).map { try Reconciliation($0) }
    }

    /// Records which codes a unit has in the end, as one action. The coder ``consensus`` then has exactly these codes on
    /// the unit's span. An earlier outcome of the unit is replaced; an equal one is kept, without an action.
    ///
    /// - Parameters:
    ///   - id: The unit's id, as in a list of disagreements.
    ///   - document: The document's id.
    ///   - hash: The SHA-256 of the text that the span refers to.
    ///   - span: The span of the unit, in UTF-8 offsets of that text.
    ///   - codes: The paths of the codes, which the caller has looked up in the codebook.
    ///   - choice: Whose codes they are.
    ///   - note: Why; it may be empty.
    ///   - coder: The person who decides.
    /// - Returns: The outcome as it is in the study.
    /// - Throws: A ``Problem`` of the kind `conflict` if the document has another text now, or the id is that of another
    ///   unit; another one if the document does not exist or the span is not one of its text.
    public func reconcile(
        id: String, document: String, hash: String, span: Range<Int>, codes: [String], choice: Reconciliation.Choice,
        note: String = "", by coder: String
    ) throws(Problem) -> Reconciliation {
        let outcome = Reconciliation(
            id, of: document, hash: hash, span: span, codes: codes, choice: choice, note: note, by: coder)
        return try act("reconcile", by: coder) { change in
            let revision = try Self.revision(change.db, of: document)
            try Self.check(span, hash: hash, in: revision)
            if let other = try Self.reconciliation(id, change.db), !other.isOn(outcome) {
                throw Problem(
                    "the id \(id) is that of another unit of \(other.document)", kind: .conflict,
                    suggestion: "list the disagreements again")
            }
            let known = try Self.reconciliations(change.db, of: document).filter { $0.isOn(outcome) }
            if known.count == 1, var same = known.first {
                same.at = outcome.at
                if same == outcome { return (known[0], nil) }
            }
            for old in known where old.id != id {
                try VersionedTable.reconciliations.end(change.db, key: old.id, until: change.action)
            }
            try VersionedTable.reconciliations.put(change.db, outcome.row, since: change.action)
            _ = try Self.followOutcome(outcome, in: revision.document, change) {
                try VersionedTable.codings.end(change.db, key: $0, until: change.action)
            }
            try Self.removeMemosOfEndedCodings(change)
            return (outcome, "\(counted(outcome.codes.count, "code")) in \(document)")
        }
    }

    private static func reconciliation(_ id: String, _ db: Database) throws -> Reconciliation? {
        try Row.fetchOne(
            db,
            sql: "SELECT \(VersionedTable.reconciliations.list) FROM reconciliations WHERE key = ? AND until IS NULL",
            arguments: [id]
        ).map { try Reconciliation($0) }
    }
}

extension Study {
    /// Checks that a span of a text is one of a document's current text.
    ///
    /// - Throws: A ``Problem`` of the kind `conflict` if the document has another text; another one if the text has no
    ///   such span.
    static func check(_ span: Range<Int>, hash: String, in revision: Revision) throws(Problem) {
        let document = revision.document.id
        guard revision.hash == hash else {
            throw Problem(
                "the text of \(document) has changed", kind: .conflict, suggestion: "list the disagreements again")
        }
        let text = revision.document.text.utf8
        let isInside = 0 <= span.lowerBound && !span.isEmpty && span.upperBound <= text.count
        let isScalar = { (offset: Int) in offset == text.count || text[offset] & 0xC0 != 0x80 }
        guard isInside, isScalar(span.lowerBound), isScalar(span.upperBound) else {
            throw Problem("\(span.lowerBound)-\(span.upperBound) is not a span of \(document)")
        }
    }
}

// What else changes outcomes.
extension Study {
    /// Gives outcomes the new paths of their codes.
    static func recodeOutcomes(_ edit: CodebookEdit, _ change: Change) throws {
        for outcome in try reconciliations(change.db) {
            var recoded = outcome
            recoded.codes = Set(outcome.codes.compactMap { edit.newPath(of: $0) }).sorted()
            guard recoded != outcome else { continue }
            try VersionedTable.reconciliations.put(change.db, recoded.row, since: change.action)
        }
    }

    /// Moves a document's outcomes to the same words of its new text. Those whose words are not found keep their old one.
    static func moveOutcomes(to new: Document, _ hash: String, change: Change) throws {
        let old = try reconciliations(change.db, of: new.id).filter { $0.hash != hash }
        for (oldHash, outcomes) in Dictionary(grouping: old, by: \.hash).sorted(by: { $0.key < $1.key }) {
            guard let text = try revision(change.db, of: new.id, hash: oldHash)?.document else { continue }
            let reanchoring = Reanchoring(from: text, to: new)
            for var outcome in outcomes {
                guard let found = reanchoring.place(of: outcome.span) else { continue }
                (outcome.hash, outcome.span) = (hash, found.span)
                try VersionedTable.reconciliations.put(change.db, outcome.row, since: change.action)
            }
        }
    }
}
