internal import GRDB
import TemaModel

/// Codes that coders agree on in a unit.
public struct AgreedCodes: Sendable, Hashable {
    /// The document's id.
    public var document: String
    /// The SHA-256 of the text that the span refers to.
    public var hash: String
    /// The span of the unit, in UTF-8 offsets of that text.
    public var span: Range<Int>
    /// The paths of the codes.
    public var codes: [String]
    /// The time of the latest of the codings that agree, in UTC. It becomes the time of the consensus's coding, so that
    /// this is the same in every copy.
    public var at: String

    /// Creates a value.
    public init(document: String, hash: String, span: Range<Int>, codes: [String], at: String) {
        (self.document, self.hash, self.span, self.codes, self.at) = (document, hash, span, codes, at)
    }
}

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
            let text = try Self.current(document, hash: hash, span, change).document
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
            _ = try Self.followOutcome(outcome, in: text, change) {
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

    /// Copies codes that coders agree on to the coder ``consensus``, as one action. Codes that the consensus has are kept.
    ///
    /// - Returns: The number of codings that were added.
    /// - Throws: A ``Problem`` of the kind `conflict` if a document has another text now. Nothing is then added.
    public func adopt(_ agreed: [AgreedCodes], by coder: String) throws(Problem) -> Int {
        try act("reconcile", by: coder) { change in
            var added = 0
            for (document, units) in Dictionary(grouping: agreed, by: \.document).sorted(by: { $0.key < $1.key }) {
                var known = Set(try Self.codings(change.db, of: document, by: Self.consensus).map(CodedPlace.init))
                for unit in units {
                    let revision = try Self.current(document, hash: unit.hash, unit.span, change)
                    for code in Set(unit.codes).sorted() {
                        let coding = try Self.consensus(
                            code, on: unit.span, of: revision.document, hash: unit.hash, at: unit.at, change)
                        guard known.insert(CodedPlace(coding)).inserted else { continue }
                        try VersionedTable.codings.put(change.db, coding.values, since: change.action)
                        added += 1
                    }
                }
            }
            return (added, added == 0 ? nil : counted(added, "agreed coding"))
        }
    }

    /// What makes a coding of the consensus.
    private struct CodedPlace: Hashable {
        let hash: String
        let span: Range<Int>
        let code: String

        init(_ coding: HandCoding) { (hash, span, code) = (coding.hash, coding.span, coding.code) }
    }
}

// The codings of the consensus.
extension Study {
    /// Makes the consensus have exactly the codes of an outcome on the span of its unit.
    ///
    /// - Parameters:
    ///   - document: The document in the text of the outcome.
    ///   - remove: Receives the id of each coding with another code.
    /// - Returns: The number of codings added.
    static func followOutcome(
        _ outcome: Reconciliation, in document: Document, _ change: Change, remove: (String) throws -> Void
    ) throws -> Int {
        let own = try codings(change.db, of: document.id, by: consensus)
            .filter { $0.hash == outcome.hash && $0.span == outcome.span }
        for coding in own where !outcome.codes.contains(coding.code) { try remove(coding.id) }
        let missing = outcome.codes.filter { code in !own.contains { $0.code == code } }
        for code in missing {
            let coding = try consensus(
                code, on: outcome.span, of: document, hash: outcome.hash, at: outcome.at, change)
            try VersionedTable.codings.put(change.db, coding.values, since: change.action)
        }
        return missing.count
    }

    /// Returns a coding of the consensus. Its id depends only on what it is of, so that it is the same in every copy.
    private static func consensus(
        _ code: String, on span: Range<Int>, of document: Document, hash: String, at: String, _ change: Change
    ) throws -> HandCoding {
        var coding = HandCoding(span, of: document, hash: hash, code: code, coder: consensus)
        coding.at = at
        var parts = [document.id, hash, String(span.lowerBound), String(span.upperBound), code, consensus]
        coding.id = StableID.of(parts)
        // A coding keeps its id when its code is renamed or its text changes. The id is then not that of its content.
        while let other = try Row.fetchOne(
            change.db.cachedStatement(
                sql: "SELECT \(VersionedTable.codings.list) FROM codings WHERE key = ? AND until IS NULL"),
            arguments: [coding.id]), try CodedPlace(HandCoding(other)) != CodedPlace(coding)
        {
            parts.append("")
            coding.id = StableID.of(parts)
        }
        return coding
    }

    /// Returns a document's current revision.
    ///
    /// - Throws: A ``Problem`` of the kind `conflict` if its text has another hash; another one if it does not exist or
    ///   has no such span.
    private static func current(
        _ document: String, hash: String, _ span: Range<Int>, _ change: Change
    ) throws -> Revision {
        let revision = try revision(change.db, of: document)
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
        return revision
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
