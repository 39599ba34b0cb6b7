internal import GRDB
import TemaModel

extension Study {
    /// Puts codings that stand on an old text on the same words of the document as it is now, those that were lost too.
    ///
    /// - Returns: The codings that were moved, as they are now.
    public func reanchor(by coder: String) throws(Problem) -> [HandCoding] {
        try act("reanchor", by: coder) { change in
            var moved: [HandCoding] = []
            for id in try Self.codedDocuments(change.db) {
                guard let current = try? Self.revision(change.db, of: id) else { continue }
                moved += try Self.move(to: current.document, current.hash, change: change)
            }
            return (moved, moved.isEmpty ? nil : "\(moved.count) codings")
        }
    }

    /// Says that codings stand on the right words: someone has looked.
    public func confirm(_ ids: [String], by coder: String) throws(Problem) -> [HandCoding] {
        try act("reanchor", by: coder) { change in
            var confirmed: [HandCoding] = []
            for id in ids {
                var coding = try Self.coding(change.db, id)
                guard coding.state != .lost else {
                    throw Problem(
                        "the words of \(coding.id) are not in the text", suggestion: "untag it, and tag others")
                }
                guard coding.state == .unsure else { continue }
                coding.state = .sure
                try VersionedTable.codings.put(change.db, coding.values, since: change.action)
                confirmed.append(coding)
            }
            return (confirmed, confirmed.isEmpty ? nil : "\(confirmed.count) confirmed")
        }
    }

    /// Puts a document's codings on the same words of its new text.
    static func move(to new: Document, _ hash: String, change: Change) throws -> [HandCoding] {
        var moved: [HandCoding] = []
        let old = Dictionary(grouping: try codings(change.db, of: new.id).filter { $0.hash != hash }, by: \.hash)
        for (oldHash, codings) in old.sorted(by: { $0.key < $1.key }) {
            guard let text = try revision(change.db, of: new.id, hash: oldHash)?.document else { continue }
            let reanchoring = Reanchoring(from: text, to: new)
            for coding in codings {
                let found = reanchoring.place(of: coding.span)
                // What was lost before and is lost still stays as it is.
                if found == nil, coding.state == .lost { continue }
                let now = coding.moved(to: found, of: new, hash: hash)
                try VersionedTable.codings.put(change.db, now.values, since: change.action)
                moved.append(now)
            }
        }
        return moved
    }

    /// A document as it was when its text had a hash.
    static func revision(_ db: Database, of id: String, hash: String) throws -> Revision? {
        let number = try Int64.fetchOne(
            db, sql: "SELECT max(number) FROM revisions WHERE document = ? AND hash = ?", arguments: [id, hash])
        return try number.map { try Revision(db, $0) }
    }
}

extension HandCoding {
    /// The coding where its words were found, or with its old text where they were not.
    fileprivate func moved(to found: Reanchoring.Found?, of new: Document, hash: String) -> HandCoding {
        var coding = self
        guard let found else {
            (coding.state, coding.score) = (.lost, 0)
            return coding
        }
        // A doubt stays until someone has looked; words that were lost and have come back are themselves again.
        coding.state = found.isSure && state != .unsure ? .sure : .unsure
        coding.score = state == .lost ? found.score : min(found.score, score)
        coding.anchor(to: found.span, of: new, hash: hash)
        return coding
    }
}
