internal import GRDB
import TemaFormats
import TemaModel

/// A coder's decision on an automatic coding. The raw values are part of the file format.
public enum Verdict: String, Sendable {
    case accepted = "accepted"
    case rejected = "rejected"
}

/// A coder's decision on an automatic coding of a document's current text.
public struct Decision: Sendable, Hashable {
    /// The number of the passage, from 0.
    public var passage: Int
    /// The code's path.
    public var code: String
    /// The coder who decided.
    public var coder: String
    /// What the coder decided.
    public var verdict: Verdict

    /// The place of the coding that it is on.
    var place: AutomaticCoding.Place { AutomaticCoding.Place(passage: passage, code: code) }
}

/// A coder's decision on a place, whatever it is.
private struct DecidedPlace: Hashable {
    let place: AutomaticCoding.Place
    let coder: String

    init(_ decision: Decision) { (place, coder) = (decision.place, decision.coder) }
}

/// The outcome of deciding on automatic codings.
public struct DecisionResult: Sendable, Hashable {
    /// The number of codings whose decision changed.
    public var decided = 0
    /// The number of codings that keep an earlier, opposite decision, by the coder who made it.
    public var kept: [String: Int] = [:]
}

extension Study {
    /// Returns the decisions on the automatic codings of a document's current text. Decisions on an earlier text count for
    /// the passages that have not changed since.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read or a decision is damaged.
    public func decisions(on document: Document) throws(Problem) -> [Decision] {
        try read { try Self.decisions($0, on: document) }
    }

    static func decisions(_ db: Database, on document: Document) throws -> [Decision] {
        let known = try decisions(db, keys: "\(document.id)\t")
        guard !known.isEmpty else { return [] }
        let hash = SHA256.hex(document.text.utf8)
        var current = known.filter { $0.hash == hash }.map(\.decision)
        var places = Set(current.map(DecidedPlace.init))
        for (old, decisions) in Dictionary(grouping: known, by: \.hash).sorted(by: { $0.key < $1.key })
        where old != hash {
            guard let earlier = try revision(db, of: document.id, hash: old)?.document else { continue }
            let passages = unchangedPassages(from: earlier, to: document)
            for (_, decision) in decisions {
                var moved = decision
                guard let passage = passages[decision.passage] else { continue }
                moved.passage = passage
                if places.insert(DecidedPlace(moved)).inserted { current.append(moved) }
            }
        }
        return current
    }

    /// Returns the new numbers of the passages that have not changed, by their old numbers. Passages with one text are
    /// matched in order, if there are as many of them as before.
    private static func unchangedPassages(from old: Document, to new: Document) -> [Int: Int] {
        let places = Dictionary(grouping: new.passages.indices) { new.string(of: new.passages[$0]) }
        var numbers: [Int: Int] = [:]
        for (text, before) in Dictionary(grouping: old.passages.indices, by: { old.string(of: old.passages[$0]) }) {
            guard let after = places[text], after.count == before.count else { continue }
            for (old, new) in zip(before, after) { numbers[old] = new }
        }
        return numbers
    }

    /// Returns the decisions whose keys begin with a text that ends in a tab, with the hashes of the texts that they are on.
    private static func decisions(_ db: Database, keys prefix: String) throws -> [(hash: String, decision: Decision)] {
        // The character after the tab is the first that no such key continues with.
        let statement = try db.cachedStatement(
            sql: """
                SELECT hash, passage, code, coder, verdict FROM decisions
                WHERE until IS NULL AND key >= ?1 AND key < substr(?1, 1, length(?1) - 1) || char(10) ORDER BY key
                """)
        var decisions: [(hash: String, decision: Decision)] = []
        let rows = try Row.fetchCursor(statement, arguments: [prefix])
        while let row = try rows.next() {
            var fields = RowDecoder(row)
            let hash: String = try fields.next()
            let (passage, code): (Int, String) = (try fields.next(), try fields.next())
            let (coder, verdict): (String, String) = (try fields.next(), try fields.next())
            guard let verdict = Verdict(rawValue: verdict) else {
                throw Problem.unknown("the decision “\(verdict)”", in: "a decision by \(coder)")
            }
            decisions.append((hash, Decision(passage: passage, code: code, coder: coder, verdict: verdict)))
        }
        return decisions
    }

    /// Accepts or rejects automatic codings. An accepted one becomes a hand coding from its first matched word to its last.
    ///
    /// A coding on which a coder has decided otherwise keeps that decision.
    ///
    /// - Parameters:
    ///   - verdict: The decision.
    ///   - choice: The codings.
    ///   - coder: The coder who decides.
    ///   - overriding: Whether to decide also on codings with an opposite decision, by any coder.
    /// - Throws: A ``Problem`` if no coding matches the filter, or a document's text has changed since it was coded.
    public func decide(
        _ verdict: Verdict, _ choice: AutomaticChoice, by coder: String, overriding: Bool = false
    ) throws(Problem) -> DecisionResult {
        try act(verdict == .accepted ? "accept" : "reject", by: coder) { change in
            let codings = try Self.automaticCodings(change.db, choice)
            guard !codings.isEmpty else {
                throw Problem("no such automatic coding", suggestion: "code the study with `tema code`")
            }
            var result = DecisionResult()
            var last: (revision: Revision, decisions: [AutomaticCoding.Place: [Decision]])?
            for coding in codings {
                if last?.revision.document.id != coding.document {
                    let revision = try Self.revision(change.db, of: coding.document)
                    let decisions = try Self.decisions(change.db, on: revision.document)
                    last = (revision, Dictionary(grouping: decisions, by: \.place))
                }
                guard let (revision, decisions) = last, revision.hash == coding.hash,
                    revision.document.passages.indices.contains(coding.passage)
                else {
                    throw Problem(
                        "\(coding.document) has changed since it was coded", suggestion: "run `tema code` again")
                }
                let known = decisions[coding.place] ?? []
                if known.contains(where: { $0.coder == coder && $0.verdict == verdict }) { continue }
                if !overriding, let other = known.first(where: { $0.verdict != verdict }) {
                    result.kept[other.coder, default: 0] += 1
                    continue
                }
                result.decided += 1
                try Self.put(verdict, coding, change)
                try Self.follow(verdict, coding, revision: revision, change: change)
            }
            try Self.removeMemosOfEndedCodings(change)
            return (result, result.decided == 0 ? nil : counted(result.decided, "automatic coding"))
        }
    }

    /// Accepts or rejects one automatic coding that the caller has computed, or withdraws the coder's own decision on it.
    /// Decisions of other coders are kept beside it.
    ///
    /// - Parameters:
    ///   - verdict: The decision, or nil to withdraw it.
    ///   - coding: The automatic coding.
    ///   - coder: The coder who decides.
    /// - Returns: Whether anything changed.
    /// - Throws: A ``Problem`` of the kind ``TemaModel/Problem/Kind/conflict`` if the document's text has changed since it was
    ///   coded.
    public func decide(_ verdict: Verdict?, on coding: AutomaticCoding, by coder: String) throws(Problem) -> Bool {
        let name = verdict.map { $0 == .accepted ? "accept" : "reject" } ?? "withdraw"
        return try act(name, by: coder) { change in
            let revision = try Self.revision(change.db, of: coding.document)
            guard revision.hash == coding.hash, revision.document.passages.indices.contains(coding.passage) else {
                throw Problem("\(coding.document) has changed since it was coded", kind: .conflict)
            }
            let known = try Self.decisions(change.db, on: revision.document)
                .first { $0.place == coding.place && $0.coder == coder }
            guard known?.verdict != verdict else { return (false, nil) }
            if let verdict {
                try Self.put(verdict, coding, change)
            } else {
                try VersionedTable.decisions.end(change.db, key: coding.key(by: coder), until: change.action)
            }
            try Self.follow(verdict, coding, revision: revision, change: change)
            try Self.removeMemosOfEndedCodings(change)
            return (true, counted(1, "automatic coding"))
        }
    }

    private static func put(_ verdict: Verdict, _ coding: AutomaticCoding, _ change: Change) throws {
        try VersionedTable.decisions.put(
            change.db,
            values(
                coding.key(by: change.coder), coding.document, coding.hash, coding.passage, coding.code, change.coder,
                verdict.rawValue, Timestamp.now.text),
            since: change.action)
    }

    /// Makes the hand coding that corresponds to an acceptance, or removes it if the coder no longer accepts the automatic
    /// coding.
    private static func follow(_ verdict: Verdict?, _ coding: AutomaticCoding, revision: Revision, change: Change)
        throws
    {
        let passage = revision.document.passages[coding.passage].span
        let matched = coding.evidence.map { $0.clamped(to: passage) }.filter { !$0.isEmpty }
        let starts = matched.map(\.lowerBound)
        let ends = matched.map(\.upperBound)
        let words = (starts.min() ?? passage.lowerBound)..<(ends.max() ?? passage.upperBound)
        func made(_ span: Range<Int>) -> HandCoding {
            HandCoding(span, of: revision.document, hash: revision.hash, code: coding.code, coder: change.coder)
        }
        switch verdict {
        case .accepted:
            let own = made(words)
            if try twin(of: own, own.code, db: change.db) == nil {
                try VersionedTable.codings.put(change.db, own.values, since: change.action)
            }
        case .rejected, nil:
            // Earlier versions made a coding of the complete passage.
            for span in [words, passage] {
                guard let twin = try twin(of: made(span), coding.code, db: change.db) else { continue }
                try VersionedTable.codings.end(change.db, key: twin, until: change.action)
            }
        }
    }
}
