internal import GRDB
import Glibc
import TemaModel

/// The changes that a merge of two copies of a study made.
public struct MergeResult: Sendable, Hashable {
    /// The number of texts imported from the other copy.
    public var documents = 0
    /// The number of rows added: codings, decisions, memos, done marks, kept parts, and those of the team.
    public var added = 0
    /// The number of rows replaced by newer ones, or by the codebook's changes.
    public var changed = 0
    /// The number of rows removed because the other copy removed them.
    public var removed = 0
    /// Descriptions of changes that conflict. Of two texts of a document, ours is kept; of two versions of anything else, the
    /// newer one. What one copy removed and the other one changed is kept.
    public var conflicts: [String] = []
    /// The codings that were moved to our texts, in their new state.
    public var moved: [HandCoding] = []

    var isNothing: Bool { documents + added + changed + removed == 0 }
}

extension Study {
    /// Merges the changes of another copy of this study.
    ///
    /// Rows are identified by their ids. Each copy's history decides which of two versions is newer. Merging the same
    /// copy again changes nothing, and merging in the other direction gives the same codebook, codings and memos.
    ///
    /// - Parameter unite: Unites two codebooks that differ.
    /// - Throws: A ``Problem`` if both are the same file, a row is damaged, or the study cannot be backed up or
    ///   written.
    public func merge(
        _ theirs: Study, by coder: String, _ unite: @escaping (CodebookCopies) throws(Problem) -> UnitedCodebook
    ) throws(Problem) -> MergeResult {
        guard !isSameFile(as: theirs) else {
            throw Problem("both are the same file", suggestion: "pass the path of the other copy", file: theirs.path)
        }
        _ = try backUp()
        var merged = try theirs.read { other in
            try act("merge", by: coder) { change in
                var merged = MergeResult()
                try Self.mergeDocuments(other, change, merged: &merged)
                var rows = try RowMerge(other, change, unite)
                try rows.merge(&merged)
                let detail = "\(merged.added) added, \(merged.changed) changed, \(merged.removed) removed"
                return (merged, merged.isNothing ? nil : detail)
            }
        }
        // A separate action, so that the history has the codings as merged, by which a second merge recognises them.
        if !merged.isNothing { merged.moved = try reanchor(by: coder) }
        return merged
    }

    private func isSameFile(as other: Study) -> Bool {
        var (one, two) = (stat(), stat())
        return stat(path, &one) == 0 && stat(other.path, &two) == 0 && one.st_dev == two.st_dev
            && one.st_ino == two.st_ino
    }
}
