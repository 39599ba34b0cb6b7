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
    /// The coder of the outcomes of reconciliations.
    public static let consensus = "consensus"

    /// Copies codes that coders agree on to the coder ``consensus``, as one action. Codes that the consensus has are kept.
    ///
    /// - Returns: The number of codings that were added.
    /// - Throws: A ``Problem`` of the kind `conflict` if a document has another text now. Nothing is then added.
    public func adopt(_ agreed: [AgreedCodes], by coder: String) throws(Problem) -> Int {
        try act("reconcile", by: coder) { change in
            var added = 0
            for (document, units) in Dictionary(grouping: agreed, by: \.document).sorted(by: { $0.key < $1.key }) {
                let revision = try Self.revision(change.db, of: document)
                var known = Set(try Self.codings(change.db, of: document, by: Self.consensus).map(CodedPlace.init))
                for unit in units {
                    try Self.check(unit.span, hash: unit.hash, in: revision)
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
}
