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
        /// The second phrase.
        public var other: PhrasePattern
    }

    /// The phrase, or the first of two.
    public var phrase: PhrasePattern
    /// The second phrase, or nil if the indicator is a single phrase.
    public var proximity: Proximity?

    /// The maximum distance accepted. A larger number is a mistake, because no passage is that long.
    public static let greatestDistance = 10_000

    /// Parses an indicator.
    ///
    /// - Parameter ignoringAccents: Whether accents are removed (``Word/folded(_:ignoringAccents:)``).
    /// - Throws: A ``Problem`` without a position if the indicator can never match, would match every word, or uses
    ///   an unsupported combination of operators.
    public init(_ text: String, ignoringAccents: Bool = false) throws(Problem) {
        let tokens = Self.mayHaveOperator(text) ? text.split(whereSeparator: \.isWhitespace) : []
        let operators = tokens.indices.filter { Self.proximity(tokens[$0]) != nil }
        guard let index = operators.first, let (relation, number) = Self.proximity(tokens[index]) else {
            phrase = try Self.phrase(text, in: text, ignoringAccents)
            return
        }
        guard operators.count == 1 else {
            throw Problem(
                "“\(text)” has more than one NEAR or THEN", suggestion: "write one indicator for each pair of phrases")
        }
        guard let distance = Int(number), (0...Self.greatestDistance).contains(distance) else {
            throw Problem(
                "“\(tokens[index])” in “\(text)” needs a number of words from 0 to \(Self.greatestDistance)",
                suggestion: "for example \(relation.rawValue)/4; write it in lower case if it is a word")
        }
        phrase = try Self.phrase(tokens[..<index].joined(separator: " "), in: text, ignoringAccents)
        proximity = Proximity(
            relation: relation, distance: distance,
            other: try Self.phrase(tokens[(index + 1)...].joined(separator: " "), in: text, ignoringAccents))
    }

    /// The phrases of the text: one, or two if it has an operator.
    package static func phrases(of text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).split { proximity($0) != nil }.map { $0.joined(separator: " ") }
    }

    /// Returns whether a text may contain an operator. Most indicators have no capital letters N or T.
    private static func mayHaveOperator(_ text: String) -> Bool {
        let bytes = text.utf8.span
        return bytes.indices.contains { bytes[$0] == UInt8(ascii: "N") || bytes[$0] == UInt8(ascii: "T") }
    }

    /// Returns the relation and the text after the slash if a token is an operator such as `NEAR/4`; NEAR and THEN
    /// without a slash are operators without a number.
    private static func proximity(_ token: Substring) -> (Relation, Substring)? {
        for relation in Relation.allCases where token.hasPrefix(relation.rawValue) {
            let rest = token.dropFirst(relation.rawValue.count)
            if rest.isEmpty || rest.first == "/" { return (relation, rest.dropFirst()) }
        }
        return nil
    }

    private static func phrase(_ part: String, in text: String, _ ignoringAccents: Bool) throws(Problem)
        -> PhrasePattern
    {
        let phrase = PhrasePattern(part, ignoringAccents: ignoringAccents)
        guard !phrase.words.isEmpty else {
            throw Problem("“\(text)” can never match: it has no word", suggestion: "write at least one letter or digit")
        }
        if phrase.words.allSatisfy(\.matchesEveryWord) {
            throw Problem("“\(text)” would match every word", suggestion: "add letters, as in want*")
        }
        return phrase
    }
}
