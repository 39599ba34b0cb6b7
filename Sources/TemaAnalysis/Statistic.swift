import TemaModel

/// A statistic that counts coded documents and returns the result as a table.
///
/// A statistic stores counts, not documents, so memory does not grow with the length of the texts. Documents can be
/// distributed over several copies of an empty statistic that are merged afterwards; the table does not depend on the
/// order or the distribution. The caller excludes documents that must not be counted (sub-articles, duplicate ids).
public protocol Statistic: Sendable {
    /// Counts one document.
    mutating func add(_ coded: CodedDocument)

    /// Adds the counts of another statistic, which has counted other documents.
    ///
    /// Merging is commutative and associative, and an empty statistic is its identity: the table of merged statistics
    /// equals the table of one statistic to which all documents were added. Both must have been created with the same
    /// options.
    mutating func merge(_ other: Self)

    /// Returns a table of the current counts. Equal counts return equal tables.
    func table() -> Table
}

extension CodedDocument {
    /// Calls `visit` for each passage of the coded kinds with its codings, in document order.
    ///
    /// Codings of other passages are skipped (such as a manual coding of a caption, if captions are not counted), so
    /// that no count is greater than its denominator.
    func forEachPassage(_ visit: (CodedPassage, ArraySlice<Coding>) -> Void) {
        var rest = codings[...]
        for passage in passages {
            rest = rest.drop { $0.passage < passage.passage }
            let own = rest.prefix { $0.passage == passage.passage }
            visit(passage, own)
            rest = rest[own.endIndex...]
        }
    }
}
