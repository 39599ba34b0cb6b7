internal import GRDB
import TemaModel

/// The rows of a damaged file on their way to a new study.
struct RescueSaving {
    /// What the rows of each versioned table are.
    private static let nouns = [
        "documents": "document", "codebooks": "codebook", "codings": "hand coding", "automatic": "automatic coding",
        "decisions": "decision", "memos": "memo", "kept": "kept part", "done": "done mark",
        "coders": "coder", "assignments": "assignment", "rules": "rule", "reconciliations": "outcome",
    ]

    private let found: FoundRows
    private let change: Change
    /// The whole valid rows of each table, in the order in which they were written.
    private let valid: [String: [FoundRows.Versioned]]
    /// The number of documents whose text was found.
    private var texts = 0
    private(set) var result = RescueResult()

    init(_ found: FoundRows, _ change: Change) {
        (self.found, self.change) = (found, change)
        valid = found.versioned.mapValues { rows in
            // Of two valid rows, which a page that was written to a wrong place may cause, the newer one counts.
            let newest = Dictionary(rows.filter(\.isValid).map { ($0.key, $0) }) { $0.number > $1.number ? $0 : $1 }
            return newest.values.sorted { $0.number < $1.number }
        }
    }

    private func rows(_ table: VersionedTable) -> [FoundRows.Versioned] { valid[table.name] ?? [] }

    /// Returns the number of rows that a table had; nil if it is not known.
    private func expected(_ table: VersionedTable) -> Int? {
        if let counter = found.counters[table.name] { return counter }
        if found.lacks(table.name) { return 0 }
        let tallies = found.tallies.filter { $0.name == table.name }
        if found.isComplete("tallies"), let last = tallies.max(by: { $0.action < $1.action }) { return last.valid }
        return found.isComplete(table.name) ? rows(table).count : nil
    }

    mutating func save() throws {
        for table in VersionedTable.all where table.name != VersionedTable.documents.name {
            for row in rows(table) { try table.put(change.db, row.values, since: change.action) }
        }
        let codebooks = VersionedTable.codebooks
        if rows(codebooks).isEmpty,
            let earlier = found.versioned[codebooks.name]?.max(by: { $0.number < $1.number })
        {
            try codebooks.put(change.db, earlier.values, since: change.action)
        }
        try saveDocuments()
        let lost = try removeOutcomesWithoutText()
        // A memo on a coding that is lost is on the study from now on.
        let codings = Set(rows(.codings).map(\.key))
        for var memo in try Study.memos(change.db) where memo.target == .coding && !codings.contains(memo.subject) {
            (memo.target, memo.subject) = (.study, "")
            try Study.put(memo, change)
        }
        for table in VersionedTable.all {
            let isOutcomes = table.name == VersionedTable.reconciliations.name
            let kept = rows(table).count - (isOutcomes ? lost : 0)
            let saved = table.name == VersionedTable.documents.name ? texts : kept
            result.rows.append(
                RescuedRows(
                    noun: Self.nouns[table.name] ?? table.name, saved: saved,
                    missing: expected(table).map { max(0, $0 - saved) }))
        }
    }

    /// Removes the outcomes of reconciliations whose texts were not found. The codings of the consensus are kept.
    ///
    /// - Returns: Their number.
    private func removeOutcomesWithoutText() throws -> Int {
        var lost = 0
        for outcome in try Study.reconciliations(change.db) {
            let text = try Study.revision(change.db, of: outcome.document, hash: outcome.hash)?.document.text.utf8
            guard outcome.span.upperBound > text?.count ?? -1 else { continue }
            try VersionedTable.reconciliations.end(change.db, key: outcome.id, until: change.action)
            lost += 1
        }
        return lost
    }

    /// Saves the documents with all texts that they, their codings or their outcomes need.
    private mutating func saveDocuments() throws {
        var revisions: [String: [Int64: FoundRows.Place]] = [:]
        for place in found.revisions {
            guard let id = found.record(place)?.values[1].flatMap({ String.fromDatabaseValue($0) }) else { continue }
            revisions[id, default: [:]][place.number ?? 0] = place
        }
        let codings = Dictionary(grouping: try Study.codings(change.db), by: \.document)
        let outcomes = Dictionary(grouping: try Study.reconciliations(change.db), by: \.document)
        let current = Dictionary(
            rows(.documents).map { ($0.key, Int64.fromDatabaseValue($0.values[1]) ?? 0) }
        ) { $1 }
        var ids = Set(current.keys).union(codings.keys)
        // A document whose own row is lost is known by its texts.
        if expected(.documents) != current.count { ids.formUnion(revisions.keys) }
        func first(_ id: String) -> Int64 { revisions[id]?.keys.min() ?? current[id] ?? .max }
        for id in ids.sorted(by: { (first($0), $0) < (first($1), $1) }) {
            try save(id, revisions[id] ?? [:], current: current[id], codings[id] ?? [], outcomes[id] ?? [])
        }
    }

    /// Saves a document's texts: the current one, and those of its codings.
    private mutating func save(
        _ id: String, _ places: [Int64: FoundRows.Place], current: Int64?, _ codings: [HandCoding],
        _ outcomes: [Reconciliation]
    ) throws {
        let chosen = current.flatMap { places[$0] == nil ? nil : $0 } ?? places.keys.max()
        var isRepaired = current != nil && chosen != current
        var known: Set<String> = []
        var now: Int64?
        for (number, place) in places.sorted(by: { $0.key < $1.key }) {
            guard let text = found.record(place).flatMap({ RescuedText($0, found) }),
                number == chosen || codings.contains(where: { $0.hash == text.row.hash })
                    || outcomes.contains(where: { $0.hash == text.row.hash })
            else { continue }
            known.insert(text.row.hash)
            let made = try text.row.insert(change.db)
            guard number == chosen else { continue }
            now = made
            isRepaired = isRepaired || text.isRebuilt
        }
        let lost = codings.filter { !known.contains($0.hash) }
        if !lost.isEmpty {
            let (row, moved) = RescuedText.substitute(id, lost)
            let made = try row.insert(change.db)
            now = now ?? made
            for coding in moved { try VersionedTable.codings.put(change.db, coding.values, since: change.action) }
        }
        if chosen == nil { result.lostTexts.append(id) } else { texts += 1 }
        if chosen != nil, isRepaired { result.repaired.append(id) }
        if let now { try VersionedTable.documents.put(change.db, values(id, now), since: change.action) }
    }
}
