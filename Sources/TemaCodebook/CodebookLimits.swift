/// The limits of a codebook.
package enum CodebookLimits {
    package static let codes = 20_000
    package static let indicators = 200_000
    /// The maximum depth of the tree of codes.
    package static let depth = 64
    /// The maximum lengths of an id, a name and any other text, in Unicode scalars.
    package static let idLength = 200
    package static let nameLength = 1_000
    package static let textLength = 100_000
}
