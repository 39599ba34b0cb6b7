import TemaModel

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
