/// A character of an indicator: a scalar, or a wildcard.
enum PhraseScalar: Sendable, Hashable {
    case scalar(Unicode.Scalar)
    case anyRun
    case anyOne

    /// Returns the characters of a text. `\*` and `\?` are the signs themselves.
    static func all(in text: String) -> [PhraseScalar] {
        var all: [PhraseScalar] = []
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped, scalar == "*" || scalar == "?" {
                all[all.count - 1] = .scalar(scalar)
            } else {
                all.append(scalar == "*" ? .anyRun : scalar == "?" ? .anyOne : .scalar(scalar))
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return all
    }

    /// The character as written in an indicator.
    fileprivate var written: String {
        switch self {
        case .anyRun: "*"
        case .anyOne: "?"
        case .scalar(let scalar): scalar == "*" || scalar == "?" ? "\\\(scalar)" : String(scalar)
        }
    }

    /// The scalar itself; a wildcard is a letter without properties.
    fileprivate var scalar: Unicode.Scalar { if case .scalar(let scalar) = self { scalar } else { "\u{FFFD}" } }

    fileprivate var isWildcard: Bool { if case .scalar = self { false } else { true } }

    fileprivate var traits: Word.Traits {
        // Punctuation inside a word may be beside a wildcard too, as in `col·*`.
        if case .scalar(let scalar) = self { Word.Traits(scalar) } else { [.character, .letter, .cyrillic, .hebrew] }
    }
}

/// The words of an indicator, or of one of its two phrases, and what must be between and beside them.
public struct PhrasePattern: Sendable, Hashable {
    /// The patterns of the words.
    public let words: [WordPattern]
    /// What must be between each word and the next: one element less than ``words``; empty if all are plain.
    private let gaps: [PhraseGap]
    /// What must be directly beside the phrase.
    public let edges: PhraseEdges

    /// Creates a pattern from an indicator's text. It has no words if the text has none.
    ///
    /// - Parameters:
    ///   - text: The text, without operators.
    ///   - ignoringAccents: Whether accents are removed (``Word/folded(_:ignoringAccents:)``).
    public init(_ text: String, ignoringAccents: Bool = false) {
        if let plain = Self.plain(text) {
            self = plain
            return
        }
        let cut = PhraseCut(text)
        words = cut.words.map { WordPattern(cut.characters[$0], ignoringAccents: ignoringAccents) }
        let gaps = zip(cut.words, cut.words.dropFirst()).map {
            PhraseGap(allowing: cut.scalars($0.upperBound..<$1.lowerBound))
        }
        self.gaps = gaps.allSatisfy { $0 == .plain } ? [] : gaps
        edges = PhraseEdges(before: cut.before, after: cut.after, words: words)
    }

    private init(words: [WordPattern]) {
        (self.words, gaps) = (words, [])
        edges = PhraseEdges(before: [], after: [], words: words)
    }

    /// Returns what must be between a word, by its index from 1, and the word before it.
    public func gap(before word: Int) -> PhraseGap { gaps.isEmpty ? .plain : gaps[word - 1] }

    /// Returns the pattern of a phrase of ASCII letters, digits, wildcards and single spaces, the usual case; nil for
    /// any other phrase.
    private static func plain(_ text: String) -> PhrasePattern? {
        let bytes = text.utf8.span
        var words: [WordPattern] = []
        words.reserveCapacity(2)
        var start = 0
        while let (word, end) = plainWord(bytes, from: start) {
            words.append(word)
            guard end < bytes.count else { return PhrasePattern(words: words) }
            start = end + 1
        }
        return nil
    }

    /// Returns the word that begins at an offset, and its end: that of the text or a space. Returns nil if there is no
    /// word, or another character in it.
    private static func plainWord(_ bytes: Span<UInt8>, from start: Int) -> (WordPattern, end: Int)? {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
        guard start < end else { return nil }
        var elements: [WordPattern.Element] = []
        // Most codebooks have thousands of indicators, and growing these arrays step by step doubles the cost.
        elements.reserveCapacity(end - start)
        for index in start..<end {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                elements.append(.scalar(Unicode.Scalar(byte)))
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): elements.append(.scalar(Unicode.Scalar(byte | 0x20)))
            case UInt8(ascii: "*"): if elements.last != .anyRun { elements.append(.anyRun) }
            case UInt8(ascii: "?"): elements.append(.anyOne)
            default: return nil
            }
        }
        return (WordPattern(elements: elements), end)
    }
}

/// A phrase of an indicator cut into words and the text between and beside them.
package struct PhraseCut {
    let characters: [PhraseScalar]
    /// The words, as ranges of ``characters``.
    let words: [Range<Int>]
    /// Whether a wildcard was removed because it is beside a character that is a word of its own.
    package let hasIgnoredWildcard: Bool

    package init(_ text: String) {
        let characters = PhraseScalar.all(in: text)
        let traits = characters.map(\.traits)
        func isAlone(_ index: Int) -> Bool {
            traits.indices.contains(index) && traits[index].contains(.isUnspacedScript)
        }
        let all = Word.ranges(in: characters.map(\.scalar), traits)
        words = all.filter { word in
            !characters[word].allSatisfy(\.isWildcard) || !isAlone(word.lowerBound - 1) && !isAlone(word.upperBound)
        }
        hasIgnoredWildcard = words.count < all.count
        self.characters = characters
    }

    /// The text before the first word.
    var before: [Unicode.Scalar] { scalars(0..<(words.first?.lowerBound ?? 0)) }

    /// The text after the last word.
    var after: [Unicode.Scalar] { scalars((words.last?.upperBound ?? characters.count)..<characters.count) }

    /// Returns the scalars of a part between or beside words, without wildcards, which are ignored there.
    func scalars(_ part: Range<Int>) -> [Unicode.Scalar] {
        characters[part].filter { !$0.isWildcard }.map(\.scalar)
    }

    /// The phrase as written, without the characters at its ends that are ignored.
    package var text: String {
        guard let first = words.first, let last = words.last else { return "" }
        let edges = PhraseEdges(before: before, after: after, words: [])
        let signs = edges.after == ["%"] ? "%" : String(String.UnicodeScalarView(edges.after))
        let before = edges.before.map { String($0) } ?? ""
        return before + characters[first.lowerBound..<last.upperBound].map(\.written).joined() + signs
    }

    /// Whether the last word ends with `?`.
    package var endsWithQuestionMark: Bool { words.last.map { characters[$0.upperBound - 1] == .anyOne } ?? false }

    /// The characters at the ends of the phrase that are ignored, each listed once in the order of first occurrence.
    package var ignored: [Unicode.Scalar] {
        guard !words.isEmpty else { return [] }
        let edges = PhraseEdges(before: before, after: after, words: [])
        let (required, spaced) = (edges.before.map { [$0] } ?? [], after.drop(while: PhraseGap.isSpace))
        let rest = before.dropLast(required.count) + spaced.dropFirst(edges.after.count)
        var ignored: [Unicode.Scalar] = []
        for scalar in rest where !PhraseGap.isSpace(scalar) && !Word.isIgnorable(scalar) && !ignored.contains(scalar) {
            ignored.append(scalar)
        }
        return ignored
    }
}
