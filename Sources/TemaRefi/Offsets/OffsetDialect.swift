/// How a program counts positions in a text: what REFI-QDA leaves open, and what programs do differently.
public struct OffsetDialect: Sendable, Hashable {
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Unicode scalars, as the standard says.
        case codepoint
        case utf16
    }

    public var unit: Unit
    /// Whether a CRLF counts as two, as the file has it, or as one.
    public var countsCRLFAsTwo: Bool
    /// Whether the byte-order mark at a text's beginning counts as one.
    public var countsMark: Bool
    /// Whether the end is the position of the last character instead of the one behind it.
    public var endIsInclusive: Bool

    public init(
        unit: Unit = .codepoint, countsCRLFAsTwo: Bool = false, countsMark: Bool = false, endIsInclusive: Bool = false
    ) {
        (self.unit, self.countsCRLFAsTwo) = (unit, countsCRLFAsTwo)
        (self.countsMark, self.endIsInclusive) = (countsMark, endIsInclusive)
    }

    /// What the standard says, and Tema writes.
    public static let standard = OffsetDialect()
}
