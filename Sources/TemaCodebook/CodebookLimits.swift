/// What a codebook may not go beyond.
package enum CodebookLimits {
    package static let codes = 20_000
    package static let indicators = 200_000
    /// Levels of codes below one another.
    package static let depth = 64
    /// Unicode scalars of an id, of a name, and of any other text.
    package static let idLength = 200
    package static let nameLength = 1_000
    package static let textLength = 100_000
}
