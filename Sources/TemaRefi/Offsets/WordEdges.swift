import Glibc
import TemaModel

/// How well the starts and ends of selections lie in a text: people select words, and seldom cut one.
///
/// Each place is of a kind, and each kind speaks for or against a reading by the logarithm of how much more often selections
/// lie so than places drawn at random from this text do. Places beside characters of scripts written without spaces say nothing.
struct WordEdges {
    enum Kind: Int, CaseIterable {
        /// White space or the end of the text outside, none inside.
        case clean
        /// Beside a punctuation mark.
        case touching
        /// White space inside.
        case loose
        /// In the middle of a word.
        case cut
        /// Nobody can tell words apart there.
        case silent
    }

    private enum Character: UInt8 {
        case space, word, other, standsAlone
    }

    private let characters: [Character]
    private let startWeights: [Double]
    private let endWeights: [Double]

    init(_ text: Text) {
        characters = text.string.unicodeScalars.map(Self.character)
        var (starts, ends) = (Array(repeating: 1.0, count: 5), Array(repeating: 1.0, count: 5))
        for at in characters.indices {
            let before = at > 0 ? characters[at - 1] : .space
            starts[Self.kind(inside: characters[at], outside: before).rawValue] += 1
            let behind = at + 1 < characters.count ? characters[at + 1] : .space
            ends[Self.kind(inside: characters[at], outside: behind).rawValue] += 1
        }
        (startWeights, endWeights) = (Self.weights(starts), Self.weights(ends))
    }

    /// How the start of a span lies that begins with a scalar of the text.
    func start(_ at: Int) -> (kind: Kind, weight: Double) {
        guard at < characters.count else { return (.silent, 0) }
        let kind = Self.kind(inside: characters[at], outside: at > 0 ? characters[at - 1] : .space)
        return (kind, startWeights[kind.rawValue])
    }

    /// How the end of a span lies that ends before a scalar, or with the text.
    func end(_ at: Int) -> (kind: Kind, weight: Double) {
        guard at > 0 else { return (.silent, 0) }
        let kind = Self.kind(
            inside: characters[at - 1], outside: at < characters.count ? characters[at] : .space)
        return (kind, endWeights[kind.rawValue])
    }

    private static func kind(inside: Character, outside: Character) -> Kind {
        switch (inside, outside) {
        case (.standsAlone, _), (_, .standsAlone): .silent
        case (.space, _): .loose
        case (_, .space): .clean
        case (.word, .word): .cut
        default: .touching
        }
    }

    /// How often selections of people lie so; rounded from what projects by several programs show.
    private static let expected = [0.8, 0.12, 0.06, 0.02]

    private static func weights(_ counts: [Double]) -> [Double] {
        let telling = counts[..<4].reduce(0, +)
        var weights = zip(expected, counts).map { log($0 * telling / $1) } + [0]
        // Where a text has few marks or spaces, it does not become likelier that selections end beside them.
        weights[Kind.touching.rawValue] = min(weights[Kind.touching.rawValue], weights[Kind.clean.rawValue] / 2)
        weights[Kind.loose.rawValue] = min(weights[Kind.loose.rawValue], 0)
        return weights
    }

    private static func character(_ scalar: Unicode.Scalar) -> Character {
        if scalar.properties.isWhitespace { return .space }
        if Word.standsAlone(scalar) { return .standsAlone }
        return Word.isCharacter(scalar) ? .word : .other
    }
}
