import TemaModel

/// Something counted over coded documents and told as a table.
///
/// It holds counts, never documents, so its memory does not grow with the length of the texts. The documents can be
/// shared out among many copies of a fresh statistic, whose counts are then merged: the order and the sharing make no
/// difference to the table. Documents that should not count (sub-articles, repeated ids) are kept from it by the caller.
public protocol Statistic: Sendable {
    /// Counts one document.
    mutating func add(_ coded: CodedDocument)

    /// Adds what another copy has counted of other documents.
    ///
    /// Commutative and associative, and a fresh statistic is neutral: a merged table equals the table of all documents
    /// added to one. Both sides must have been made with the same options.
    mutating func merge(_ other: Self)

    /// What has been counted so far. The same counts always give the same table.
    func table() -> Table
}

extension CodedDocument {
    /// Visits each passage of the coded kinds with its codings, in document order.
    ///
    /// Codings of other passages (made by hand on a caption, say, when captions are not counted) are passed over, so
    /// that no count is ever greater than its denominator.
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
