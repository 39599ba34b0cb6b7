/// What must be directly beside a phrase in the text.
public struct PhraseEdges: Sendable, Hashable {
    /// `#`, `@` or a currency sign that must be directly before the first word, or nil.
    public let before: Unicode.Scalar?
    /// Signs that must be directly after the last word: `+` and `#` in any number, or `%`, which may follow a space.
    public let after: [Unicode.Scalar]
    /// Whether the first word is a number. It must not continue a longer one, as in `1,000`.
    public let beginsWithNumber: Bool
    /// Whether the last word is a number. It must not begin a longer one.
    public let endsWithNumber: Bool

    /// Creates edges from the text of an indicator.
    ///
    /// - Parameters:
    ///   - before: The text before the first word.
    ///   - after: The text after the last word.
    ///   - words: The patterns of the words.
    init(before: [Unicode.Scalar], after: [Unicode.Scalar], words: [WordPattern]) {
        self.before = before.last.flatMap { sign in
            sign == "#" || sign == "@" || sign.properties.generalCategory == .currencySymbol ? sign : nil
        }
        let spaced = after.prefix(1).allSatisfy(PhraseGap.isSpace) ? after.dropFirst() : after[...]
        self.after = spaced.first == "%" ? ["%"] : Array(after.prefix { $0 == "+" || $0 == "#" })
        beginsWithNumber = words.first?.isNumber ?? false
        endsWithNumber = words.last?.isNumber ?? false
    }

    /// Whether any text fits.
    public var isEmpty: Bool { before == nil && after.isEmpty && !beginsWithNumber && !endsWithNumber }

    /// Returns whether the text beside the words of a phrase fits.
    ///
    /// - Parameters:
    ///   - head: The two scalars before the first word, or as many as there are.
    ///   - tail: The scalars after the last word, at least ``reach`` of them or as many as there are.
    package func fit(head: ArraySlice<Unicode.Scalar>, tail: [Unicode.Scalar]) -> Bool {
        if let before, head.last != before { return false }
        let signs = after == ["%"] ? tail.drop { $0 == " " } : tail[...]
        guard signs.starts(with: after) else { return false }
        if beginsWithNumber, head.count == 2, let digit = head.first, let point = head.last, Self.isPoint(point),
            digit.isDigit
        {
            return false
        }
        return !(endsWithNumber && tail.count >= 2 && Self.isPoint(tail[0]) && tail[1].isDigit)
    }

    /// The number of scalars after the phrase that decide.
    package var reach: Int { max(2, after.count + 2) }

    private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "," }
}
