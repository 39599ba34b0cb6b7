/// An indicator's parsed text: a phrase, or two phrases near each other.
public struct IndicatorPattern: Sendable, Hashable {
    /// The order of two phrases.
    public enum Relation: String, Sendable, Hashable, CaseIterable {
        /// The phrases occur in either order.
        case near = "NEAR"
        /// The phrases occur in the order written.
        case then = "THEN"
    }

    /// The second phrase of a proximity indicator, and how near it must be. Both phrases must be in one passage.
    public struct Proximity: Sendable, Hashable {
        /// Whether the order of the phrases matters.
        public var relation: Relation
        /// The maximum number of words between the two phrases.
        public var distance: Int
        /// The words of the second phrase.
        public var other: [WordPattern]
    }

    /// The words of the phrase, or of the first of two.
    public var phrase: [WordPattern]
    /// The second phrase, or nil if the indicator is a single phrase.
    public var proximity: Proximity?

    /// The maximum distance accepted. A larger number is a mistake, because no passage is that long.
    public static let greatestDistance = 10_000

    /// Parses an indicator.
    ///
    /// - Throws: A ``Problem`` without a position if the indicator can never match, would match every word, or uses
    ///   an unsupported combination of operators.
    public init(_ text: String) throws(Problem) {
        // An operator has a slash; most indicators have none.
        let bytes = text.utf8.span
        let hasSlash = bytes.indices.contains { bytes[$0] == UInt8(ascii: "/") }
        let tokens = hasSlash ? text.split(whereSeparator: \.isWhitespace) : []
        let operators = tokens.indices.filter { Self.proximity(tokens[$0]) != nil }
        guard let index = operators.first, let (relation, number) = Self.proximity(tokens[index]) else {
            phrase = try Self.phrase(text, in: text)
            return
        }
        guard operators.count == 1 else {
            throw Problem(
                "“\(text)” has more than one NEAR or THEN", suggestion: "write one indicator for each pair of phrases")
        }
        guard let distance = Int(number), (0...Self.greatestDistance).contains(distance) else {
            throw Problem(
                "“\(tokens[index])” in “\(text)” needs a number of words from 0 to \(Self.greatestDistance)",
                suggestion: "for example \(relation.rawValue)/4")
        }
        phrase = try Self.phrase(tokens[..<index].joined(separator: " "), in: text)
        proximity = Proximity(
            relation: relation, distance: distance,
            other: try Self.phrase(tokens[(index + 1)...].joined(separator: " "), in: text))
    }

    /// Returns the relation and the text after the slash if a token is an operator such as `NEAR/4`.
    private static func proximity(_ token: Substring) -> (Relation, Substring)? {
        for relation in Relation.allCases where token.hasPrefix(relation.rawValue + "/") {
            return (relation, token.dropFirst(relation.rawValue.count + 1))
        }
        return nil
    }

    private static func phrase(_ part: String, in text: String) throws(Problem) -> [WordPattern] {
        let words = WordPattern.words(of: part)
        guard !words.isEmpty else {
            throw Problem("“\(text)” can never match: it has no word", suggestion: "write at least one letter or digit")
        }
        if words.allSatisfy(\.matchesEveryWord) {
            throw Problem("“\(text)” would match every word", suggestion: "add letters, as in want*")
        }
        return words
    }
}
