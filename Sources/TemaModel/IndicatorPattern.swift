/// An indicator's text, understood: a phrase, or two phrases near each other.
public struct IndicatorPattern: Sendable, Hashable {
    public enum Relation: String, Sendable, Hashable, CaseIterable {
        /// In either order.
        case near = "NEAR"
        /// In the order written.
        case then = "THEN"
    }

    /// Two phrases in one passage, with at most so many words between them.
    public struct Proximity: Sendable, Hashable {
        public var relation: Relation
        /// The most words that may stand between the two phrases.
        public var distance: Int
        public var other: [WordPattern]
    }

    public var phrase: [WordPattern]
    public var proximity: Proximity?

    /// Distances beyond this are a slip: no passage that people read is so long.
    public static let greatestDistance = 10_000

    /// Understands an indicator.
    ///
    /// - Throws: A ``Problem`` without a place where it could never match, or says what Tema cannot do.
    public init(_ text: String) throws(Problem) {
        // An operator has a slash; most indicators have none.
        let bytes = text.utf8.span
        let hasSlash = bytes.indices.contains { bytes[$0] == UInt8(ascii: "/") }
        let tokens = hasSlash ? text.split(whereSeparator: \.isWhitespace) : []
        let operators = tokens.indices.filter { Self.proximity(tokens[$0]) != nil }
        guard let at = operators.first, let (relation, number) = Self.proximity(tokens[at]) else {
            phrase = try Self.phrase(text, in: text)
            return
        }
        guard operators.count == 1 else {
            throw Problem(
                "“\(text)” has more than one NEAR or THEN", suggestion: "write one indicator for each pair of phrases")
        }
        guard let distance = Int(number), (0...Self.greatestDistance).contains(distance) else {
            throw Problem(
                "“\(tokens[at])” in “\(text)” needs a number of words from 0 to \(Self.greatestDistance)",
                suggestion: "for example \(relation.rawValue)/4")
        }
        phrase = try Self.phrase(tokens[..<at].joined(separator: " "), in: text)
        proximity = Proximity(
            relation: relation, distance: distance,
            other: try Self.phrase(tokens[(at + 1)...].joined(separator: " "), in: text))
    }

    /// The relation and what stands behind the slash, where a token is an operator such as `NEAR/4`.
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
