/// What a codebook may not go beyond.
public enum CodebookLimits {
    public static let codes = 20_000
    public static let indicators = 200_000
    /// Levels of codes below one another.
    public static let depth = 64
    /// Unicode scalars of an id, of a name, and of any other text.
    public static let idLength = 200
    public static let nameLength = 1_000
    public static let textLength = 100_000
}
