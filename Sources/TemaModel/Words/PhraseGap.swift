/// What must be between two consecutive words of a phrase.
///
/// White space, one hyphen with white space on one side at most, one apostrophe, or one figure or en dash without spaces
/// fit between any two words. The punctuation that an indicator has between two words fits too, with any spaces; if it is
/// more than hyphens, dashes and apostrophes, nothing else fits. A tab, which separates the cells of a row, never fits.
public struct PhraseGap: Sendable, Hashable {
    /// The punctuation between the two words of the indicator, without white space.
    public let marks: [Unicode.Scalar]

    /// The gap of words that are separated by white space only.
    public static let plain = PhraseGap(marks: [])

    /// Whether only the punctuation of the indicator fits.
    public var isRequired: Bool { !marks.allSatisfy { Self.isHyphen($0) || Self.isDash($0) || $0 == "'" } }

    /// Creates a gap that allows the given punctuation.
    init(marks: [Unicode.Scalar]) { self.marks = marks }

    /// Creates a gap that allows the punctuation of a text.
    init(allowing text: some Sequence<Unicode.Scalar>) { marks = Self.marks(of: text) }

    /// Returns whether the text between two words fits.
    package func fits(_ text: [Unicode.Scalar]) -> Bool {
        guard !text.contains("\t") else { return false }
        let found = Self.marks(of: text)
        guard !isRequired else { return found == marks }
        guard found.count <= 1, let mark = found.first else { return found.isEmpty || found == marks }
        let visible = text.filter { !Word.isIgnorable($0) }
        let isSpacedBefore = visible.first.map(Self.isSpace) ?? false
        let isSpacedAfter = visible.last.map(Self.isSpace) ?? false
        if Self.isHyphen(mark), !(isSpacedBefore && isSpacedAfter) { return true }
        if Self.isDash(mark) || mark == "'", visible.count == 1 { return true }
        return found == marks
    }

    /// Returns the scalars of a text that are neither white space nor ignorable, with `'` for every apostrophe.
    private static func marks(of text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        text.filter { !isSpace($0) && !Word.isIgnorable($0) }.map { Word.isApostrophe($0.value) ? "'" : $0 }
    }

    /// Whether a scalar is white space: Unicode's, the zero-width space, and the separators U+001C to U+001F, which
    /// most programs treat as spaces.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x1C...0x20: true
        case 0..<0x80: false
        default: scalar.properties.isWhitespace || scalar == "\u{200B}"
        }
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        ["-", "\u{2010}", "\u{2011}", "\u{5BE}"].contains(scalar)
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{2012}" || scalar == "\u{2013}" }
}
