extension Comparison {
    /// The number of documents of each group, or of passages of the coded kinds if the measure counts passages, in the order
    /// of the table's columns and without the total.
    public var sizes: [Int] {
        ordered.map { measure.isOfDocuments ? $0.tally.documents : $0.tally.passages }
    }

    /// Whether ``sizes`` counts documents.
    public var hasSizesOfDocuments: Bool { measure.isOfDocuments }
}
