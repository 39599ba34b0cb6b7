public import TemaAnalysis
public import TemaModel
public import TemaStudy

/// The units to which coders gave different codes, document by document and in the order of the text.
public struct DisagreementList: Sendable {
    /// A unit to which coders gave different codes.
    public struct Unit: Sendable, Hashable {
        /// The unit's id, by which it is reconciled. It is the same in every copy of the study.
        public let id: String
        /// The id of the document.
        public let document: String
        /// The SHA-256 of the document's text.
        public let hash: String
        /// The number of the passage in which the unit begins, from 0.
        public let passage: Int
        /// The span of the unit, in UTF-8 offsets of the text.
        public let span: Range<Int>
        /// The words of the unit.
        public let text: String
        /// The paths of the codes that each coder of the document gave, in order.
        public let codes: [String: [String]]
        /// The outcome if the unit has been reconciled.
        public let outcome: Reconciliation?
    }

    /// The kind of the units.
    public let unit: CodingUnit
    /// The names of the compared coders.
    public let coders: [String]
    /// The units.
    public let units: [Unit]

    /// The number of units.
    public var total: Int { units.count }
    /// The number of units that have been reconciled.
    public var decided: Int { units.count { $0.outcome != nil } }

    /// Returns the unit with an id, or the only one whose id has this prefix.
    ///
    /// - Throws: A ``Problem`` if there is none, or several.
    public func unit(_ id: String) throws(Problem) -> Unit {
        let found = units.filter { $0.id.hasPrefix(id) }
        guard let unit = found.first, !id.isEmpty else {
            throw Problem(
                "no unit on which coders disagree has the id “\(id)”", kind: .missing,
                suggestion: "list them with `tema reconcile`")
        }
        guard found.count == 1 else {
            throw Problem("several units begin with “\(id)”", suggestion: "enter more of the id")
        }
        return unit
    }
}

extension Study {
    /// Returns the units to which coders gave different codes, in the documents that at least two of them have coded or
    /// marked as done. A code that a coder gave is the code itself, not those above it.
    ///
    /// - Parameters:
    ///   - unit: The unit of comparison. A coder gave a code to a unit if a span coded with it overlaps the unit.
    ///   - coders: The coders' names, or nil for all except the consensus.
    /// - Throws: A ``Problem`` if a coder is unknown, there are fewer than two, or the study cannot be read.
    /// - Complexity: Linear in the codings and in the units that they cover.
    public func disagreements(
        unit: CodingUnit = .passage, coders: [String]? = nil
    ) throws(Problem) -> DisagreementList {
        let coders = try comparedCoders(coders)
        let outcomes = try outcomesByUnit()
        var units: [DisagreementList.Unit] = []
        try eachComparedUnit(unit, coders) { found in
            if found.isAgreed { return }
            let outcome = outcomes[found.id]
            units.append(
                DisagreementList.Unit(
                    id: outcome?.id ?? found.id, document: found.document.id, hash: found.hash,
                    passage: found.document.passage(at: found.span.lowerBound), span: found.span,
                    text: found.document.text.string(found.span), codes: found.codes.mapValues { $0.keys.sorted() },
                    outcome: outcome))
        }
        return DisagreementList(unit: unit, coders: coders, units: units)
    }

    /// Copies the codes that all coders of a document gave to a unit to the consensus, as one action. Units that have
    /// been reconciled keep their outcome.
    ///
    /// - Returns: The number of codings that were added.
    /// - Throws: A ``Problem`` if a coder is unknown, there are fewer than two, or the study cannot be written.
    public func adoptAgreed(
        unit: CodingUnit = .passage, coders: [String]? = nil, by coder: String
    ) throws(Problem) -> Int {
        let outcomes = try outcomesByUnit()
        var agreed: [AgreedCodes] = []
        try eachComparedUnit(unit, try comparedCoders(coders)) { found in
            let codes = found.agreed
            guard !codes.isEmpty, outcomes[found.id] == nil else { return }
            let times = found.codes.values.flatMap { given in codes.compactMap { given[$0] } }
            agreed.append(
                AgreedCodes(
                    document: found.document.id, hash: found.hash, span: found.span, codes: codes, at: times.max() ?? ""
                ))
        }
        return try adopt(agreed, by: coder)
    }

    /// Returns the outcomes by the ids of their units. Of several on one unit, the newest counts.
    private func outcomesByUnit() throws(Problem) -> [String: Reconciliation] {
        let outcomes = try reconciliations().map { outcome in
            (Reconciliation.id(of: outcome.document, hash: outcome.hash, span: outcome.span), outcome)
        }
        return Dictionary(outcomes) { one, other in (one.at, one.id) < (other.at, other.id) ? other : one }
    }
}
