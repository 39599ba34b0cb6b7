/// A text for people, written in English in the source code, that can be shown in other languages.
///
/// A phrase is created from a string literal, which may contain values. The literal with `{1}`, `{2}` and so on in place of
/// the values is the key of its translation in a ``DisplayLanguage``: `passage {1}`. Text without a translation, such as the
/// name of a document, is ``init(verbatim:)``.
public struct Phrase: Sendable, Hashable {
    private enum Part: Sendable, Hashable {
        case literal(Literal)
        case verbatim(String)
    }

    private var parts: [Part]

    /// Creates a phrase from a literal.
    public init(_ literal: Literal) { parts = literal.key.isEmpty ? [] : [.literal(literal)] }

    /// Creates a phrase that is the same in every language.
    public init(verbatim text: String) { parts = text.isEmpty ? [] : [.verbatim(text)] }

    /// Whether the phrase has no text.
    public var isEmpty: Bool { parts.isEmpty }

    /// Returns the text in a language. What the language does not have is in English.
    public func text(in language: DisplayLanguage) -> String { pieces(in: language).map(\.text).joined() }

    /// Returns the parts of the text in a language: the phrase's own words, and the names and numbers in it.
    package func pieces(in language: DisplayLanguage) -> [(text: String, isValue: Bool)] {
        parts.flatMap { part in
            switch part {
            case .literal(let literal): literal.pieces(in: language)
            case .verbatim(let text): [(text: text, isValue: true)]
            }
        }
    }

    /// Returns one phrase after the other.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        var both = left
        both.parts += right.parts
        return both
    }

    /// Returns the number and the noun in the form for this number, such as `2 documents`.
    ///
    /// - Parameter noun: The English noun in the singular, whose plural ends with `s`.
    public static func count(_ count: Int, _ noun: StaticString) -> Phrase { Phrase("\(count: count, noun)") }
}

extension Phrase: CustomStringConvertible {
    /// The text in English.
    public var description: String { text(in: .english) }
}

extension [Phrase] {
    /// Returns the phrases with a separator between them. Empty phrases are skipped.
    public func joined(separator: String) -> Phrase {
        reduce(Phrase(verbatim: "")) { all, next in
            all.isEmpty || next.isEmpty ? all + next : all + Phrase(verbatim: separator) + next
        }
    }
}

extension Phrase {
    /// The English text of a phrase, with the values in it.
    public struct Literal: Sendable, Hashable, ExpressibleByStringInterpolation {
        fileprivate enum Value: Sendable, Hashable {
            case text(String)
            case number(Int)
            case phrase(Phrase)
            case count(Int, noun: String)
        }

        /// The text with `{1}`, `{2}` and so on in place of the values.
        let key: String
        private let values: [Value]

        /// Creates a literal without values.
        public init(stringLiteral text: String) { (key, values) = (text, []) }

        /// Creates a literal with values.
        public init(stringInterpolation parts: Interpolation) { (key, values) = (parts.key, parts.values) }

        fileprivate func pieces(in language: DisplayLanguage) -> [(text: String, isValue: Bool)] {
            var text = language.phrases[key] ?? key
            guard !values.isEmpty else { return [(text, false)] }
            var pieces: [(text: String, isValue: Bool)] = []
            while let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") {
                pieces.append((String(text[..<open]), false))
                let number = Int(text[text.index(after: open)..<close]) ?? 0
                if values.indices.contains(number - 1) { pieces += values[number - 1].pieces(in: language) }
                text = String(text[text.index(after: close)...])
            }
            return pieces + [(text, false)]
        }
    }
}

extension Phrase.Literal {
    /// Collects the text and the values of a literal.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var key = ""
        fileprivate var values: [Value] = []

        /// Creates an empty literal.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds English text.
        public mutating func appendLiteral(_ text: String) { key += text }

        /// Adds a text that is the same in every language.
        public mutating func appendInterpolation(_ text: String) { append(.text(text)) }

        /// Adds a number, whose digits are grouped as the language does.
        public mutating func appendInterpolation(_ number: Int) { append(.number(number)) }

        /// Adds a number that identifies something, such as a random seed. Its digits are not grouped.
        public mutating func appendInterpolation(ordinal number: some BinaryInteger) { append(.text(String(number))) }

        /// Adds a phrase, which is translated too.
        public mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

        /// Adds a number and a noun in the form for this number, such as `1 document`.
        public mutating func appendInterpolation(count: Int, _ noun: StaticString) {
            append(.count(count, noun: noun.description))
        }

        private mutating func append(_ value: Value) {
            values.append(value)
            key += "{\(values.count)}"
        }
    }
}

extension Phrase.Literal.Value {
    fileprivate func pieces(in language: DisplayLanguage) -> [(text: String, isValue: Bool)] {
        switch self {
        case .text(let text): [(text, true)]
        case .number(let number): [(language.shown(String(number)), true)]
        case .phrase(let phrase): phrase.pieces(in: language)
        case .count(let count, let noun): [(language.counted(count, noun), false)]
        }
    }
}
