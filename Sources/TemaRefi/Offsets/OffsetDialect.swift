/// How a program counts positions in a text. REFI-QDA does not define all of it, and programs differ.
public struct OffsetDialect: Sendable, Hashable {
    /// The unit of positions.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Unicode scalars, as in the standard.
        case codepoint
        /// UTF-16 code units.
        case utf16
    }

    /// The unit of positions.
    public var unit: Unit
    /// Whether a CRLF counts as two characters instead of one.
    public var countsCRLFAsTwo: Bool
    /// Whether a byte-order mark at the beginning of a text counts as a character.
    public var countsMark: Bool
    /// Whether the end is the position of the last character instead of the one after it.
    public var endIsInclusive: Bool

    /// Creates a dialect. The defaults are those of the standard.
    public init(
        unit: Unit = .codepoint, countsCRLFAsTwo: Bool = false, countsMark: Bool = false, endIsInclusive: Bool = false
    ) {
        (self.unit, self.countsCRLFAsTwo) = (unit, countsCRLFAsTwo)
        (self.countsMark, self.endIsInclusive) = (countsMark, endIsInclusive)
    }

    /// The dialect of the standard, which Tema writes by default.
    public static let standard = OffsetDialect()
}
