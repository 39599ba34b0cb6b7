import Glibc
import TemaModel

/// Scores the starts and ends of selections by the words of a text: people usually select complete words.
///
/// Each position is of a kind. The weight of a kind is the logarithm of how much more often selections have it than
/// random positions in this text. Positions next to scripts written without spaces have no weight.
struct WordEdges {
    enum Kind: Int, CaseIterable {
        /// White space or the end of the text outside, no white space inside.
        case clean
        /// Next to a punctuation mark.
        case touching
        /// White space inside.
        case loose
        /// Inside a word.
        case cut
        /// Next to a script without spaces between words.
        case silent
    }

    private enum Character: UInt8 {
        case space, word, other, isUnspacedScript
    }

    private let characters: [Character]
    private let startWeights: [Double]
    private let endWeights: [Double]

    init(_ text: Text) {
        characters = text.string.unicodeScalars.map(Self.character)
        var (starts, ends) = (Array(repeating: 1.0, count: 5), Array(repeating: 1.0, count: 5))
        for index in characters.indices {
            let before = index > 0 ? characters[index - 1] : .space
            starts[Self.kind(inside: characters[index], outside: before).rawValue] += 1
            let after = index + 1 < characters.count ? characters[index + 1] : .space
            ends[Self.kind(inside: characters[index], outside: after).rawValue] += 1
        }
        (startWeights, endWeights) = (Self.weights(starts), Self.weights(ends))
    }

    /// Returns the kind and weight of a span's start at a scalar.
    func start(_ index: Int) -> (kind: Kind, weight: Double) {
        guard index < characters.count else { return (.silent, 0) }
        let kind = Self.kind(inside: characters[index], outside: index > 0 ? characters[index - 1] : .space)
        return (kind, startWeights[kind.rawValue])
    }

    /// Returns the kind and weight of a span's end before a scalar or at the end of the text.
    func end(_ index: Int) -> (kind: Kind, weight: Double) {
        guard index > 0 else { return (.silent, 0) }
        let kind = Self.kind(
            inside: characters[index - 1], outside: index < characters.count ? characters[index] : .space)
        return (kind, endWeights[kind.rawValue])
    }

    private static func kind(inside: Character, outside: Character) -> Kind {
        switch (inside, outside) {
        case (.isUnspacedScript, _), (_, .isUnspacedScript): .silent
        case (.space, _): .loose
        case (_, .space): .clean
        case (.word, .word): .cut
        default: .touching
        }
    }

    /// The share of each kind among people's selections, rounded from projects of several programs.
    private static let expected = [0.8, 0.12, 0.06, 0.02]

    private static func weights(_ counts: [Double]) -> [Double] {
        let telling = counts[..<4].reduce(0, +)
        var weights = zip(expected, counts).map { log($0 * telling / $1) } + [0]
        // In a text with few punctuation marks or spaces, selections do not end next to them more often.
        weights[Kind.touching.rawValue] = min(weights[Kind.touching.rawValue], weights[Kind.clean.rawValue] / 2)
        weights[Kind.loose.rawValue] = min(weights[Kind.loose.rawValue], 0)
        return weights
    }

    private static func character(_ scalar: Unicode.Scalar) -> Character {
        if scalar.properties.isWhitespace { return .space }
        if Word.isUnspacedScript(scalar) { return .isUnspacedScript }
        return Word.isCharacter(scalar) ? .word : .other
    }
}
