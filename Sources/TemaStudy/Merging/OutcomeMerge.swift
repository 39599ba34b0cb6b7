internal import GRDB
import TemaModel

extension Study {
    /// Keeps the newest outcome of each unit on which two copies have decided, and makes the consensus follow it.
    ///
    /// - Parameter contested: The ids of the outcomes that differed in the copies.
    static func settleOutcomes(_ contested: Set<String>, _ change: Change, _ merged: inout MergeResult) throws {
        func end(_ table: VersionedTable, _ key: String) throws {
            if try table.endSeen(change.db, key: key, at: change.action) {
                merged.added -= 1
            } else {
                merged.removed += 1
            }
        }
        let units = Dictionary(grouping: try reconciliations(change.db)) { unit in
            Reconciliation.id(of: unit.document, hash: unit.hash, span: unit.span)
        }
        for (_, outcomes) in units.sorted(by: { $0.key < $1.key }) {
            guard let newest = outcomes.max(by: { ($0.at, $0.id) < ($1.at, $1.id) }),
                outcomes.count > 1 || contested.contains(newest.id)
            else { continue }
            for other in outcomes where other.id != newest.id {
                try end(.reconciliations, other.id)
                merged.conflicts.append(
                    "reconciliations: both copies decided on \(newest.id); the newer outcome is kept")
            }
            guard let text = try revision(change.db, of: newest.document, hash: newest.hash)?.document else { continue }
            merged.added += try followOutcome(newest, in: text, change) { try end(.codings, $0) }
        }
    }
}
