internal import GRDB
import TemaModel

extension Study {
    /// Moves the codings of old texts, including orphaned ones, to the same words of the documents' current texts.
    ///
    /// - Returns: The moved codings in their new state.
    /// - Throws: A ``Problem`` if the study cannot be read or written. It is then unchanged.
    public func reanchor(by coder: String) throws(Problem) -> [HandCoding] {
        try act("reanchor", by: coder) { change in
            var moved: [HandCoding] = []
            for id in try Self.codedDocuments(change.db) {
                guard let current = try? Self.revision(change.db, of: id) else { continue }
                moved += try Self.move(to: current.document, current.hash, change: change)
            }
            return (moved, moved.isEmpty ? nil : counted(moved.count, "coding"))
        }
    }

    /// Confirms the place of codings that need review.
    ///
    /// - Parameters:
    ///   - ids: Stable ids, or prefixes that match one coding each.
    ///   - coder: The coder who confirms.
    /// - Returns: The codings whose state changed.
    /// - Throws: A ``Problem`` if a coding does not exist or is orphaned. No coding is then confirmed.
    public func confirm(_ ids: [String], by coder: String) throws(Problem) -> [HandCoding] {
        try act("reanchor", by: coder) { change in
            var confirmed: [HandCoding] = []
            for id in ids {
                var coding = try Self.coding(change.db, id)
                guard coding.state != .lost else {
                    throw Problem(
                        "the words of the coding \(coding.id) are not in the text",
                        suggestion: "untag it, and tag other words")
                }
                guard coding.state == .unsure else { continue }
                coding.state = .sure
                try VersionedTable.codings.put(change.db, coding.values, since: change.action)
                confirmed.append(coding)
            }
            return (confirmed, confirmed.isEmpty ? nil : "\(confirmed.count) confirmed")
        }
    }

    /// Moves a document's codings to the same words of its new text.
    static func move(to new: Document, _ hash: String, change: Change) throws -> [HandCoding] {
        var moved: [HandCoding] = []
        let old = Dictionary(grouping: try codings(change.db, of: new.id).filter { $0.hash != hash }, by: \.hash)
        for (oldHash, codings) in old.sorted(by: { $0.key < $1.key }) {
            guard let text = try revision(change.db, of: new.id, hash: oldHash)?.document else { continue }
            let reanchoring = Reanchoring(from: text, to: new)
            for coding in codings {
                let found = reanchoring.place(of: coding.span)
                // A coding that was and still is orphaned does not change.
                if found == nil, coding.state == .lost { continue }
                let now = coding.moved(to: found, of: new, hash: hash)
                try VersionedTable.codings.put(change.db, now.values, since: change.action)
                moved.append(now)
            }
        }
        try moveOutcomes(to: new, hash, change: change)
        return moved
    }

    /// Returns the newest revision of a document whose text has a hash, or nil if there is none.
    static func revision(_ db: Database, of id: String, hash: String) throws -> Revision? {
        let number = try Int64.fetchOne(
            db, sql: "SELECT max(number) FROM revisions WHERE document = ? AND hash = ?", arguments: [id, hash])
        return try number.map { try Revision(db, $0) }
    }
}

extension HandCoding {
    /// Returns the coding at its new place or, if its words were not found, orphaned in its old text.
    fileprivate func moved(to found: Reanchoring.Found?, of new: Document, hash: String) -> HandCoding {
        var coding = self
        guard let found else {
            (coding.state, coding.score) = (.lost, 0)
            return coding
        }
        // A coding that needs review stays so until it is confirmed. An orphaned coding whose words are found again
        // recovers.
        coding.state = found.isSure && state != .unsure ? .sure : .unsure
        coding.score = state == .lost ? found.score : min(found.score, score)
        coding.anchor(to: found.span, of: new, hash: hash)
        return coding
    }
}
