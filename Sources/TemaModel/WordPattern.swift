/// The pattern of one word of an indicator: folded letters, `*` for any run of word characters, `?` for exactly one.
public struct WordPattern: Sendable, Hashable {
    /// A letter or wildcard of a pattern.
    public enum Element: Sendable, Hashable {
        /// A folded scalar.
        case scalar(Unicode.Scalar)
        /// `*`: any number of word characters, including none.
        case anyRun
        /// `?`: exactly one word character.
        case anyOne
    }

    /// The elements in order.
    public let elements: [Element]

    /// Creates a pattern from its elements.
    public init(elements: [Element]) {
        self.elements = elements
    }

    /// Hashes all elements as one number. Codebooks have thousands of patterns, and feeding the hasher each element
    /// is much slower.
    public func hash(into hasher: inout Hasher) {
        var hash: UInt64 = 0
        for element in elements {
            let number: UInt64 =
                switch element {
                case .scalar(let scalar): UInt64(scalar.value)
                case .anyRun: 0x110000
                case .anyOne: 0x110001
                }
            hash = (hash ^ number) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        hasher.combine(hash)
    }

    /// The word itself, or nil if the pattern contains `*` or `?`.
    public var literal: String? {
        var word = String.UnicodeScalarView()
        for element in elements {
            guard case .scalar(let scalar) = element else { return nil }
            word.append(scalar)
        }
        return String(word)
    }

    /// Whether the pattern is just `*`.
    public var matchesEveryWord: Bool { elements == [.anyRun] }

    /// Returns the patterns of the words of a phrase.
    ///
    /// Every character that is not a word character, wildcard, apostrophe or soft hyphen separates words. In scripts
    /// written without spaces, every character is a word. A wildcard belongs to the word before it, or to the word
    /// after it if it comes first.
    public static func words(of phrase: String) -> [WordPattern] {
        plainWords(of: phrase) ?? words(ofAny: phrase)
    }

    /// Returns the words of an ASCII phrase without apostrophes, the usual case, byte by byte; nil for any other
    /// phrase.
    private static func plainWords(of phrase: String) -> [WordPattern]? {
        var words: [WordPattern] = []
        var elements: [Element] = []
        elements.reserveCapacity(16)
        func finish() {
            guard !elements.isEmpty else { return }
            words.append(WordPattern(elements: elements))
            elements = []
            elements.reserveCapacity(16)
        }
        let bytes = phrase.utf8.span
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                elements.append(.scalar(Unicode.Scalar(byte)))
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): elements.append(.scalar(Unicode.Scalar(byte | 0x20)))
            case UInt8(ascii: "*"): if elements.last != .anyRun { elements.append(.anyRun) }
            case UInt8(ascii: "?"): elements.append(.anyOne)
            case 0x80..., UInt8(ascii: "'"): return nil
            default: finish()
            }
        }
        finish()
        return words
    }

    private static func words(ofAny phrase: String) -> [WordPattern] {
        let scalars = Array(phrase.unicodeScalars)
        var words: [WordPattern] = []
        var token: [Unicode.Scalar] = []
        for index in scalars.indices {
            if belongs(scalars, index) {
                token.append(scalars[index])
            } else if !token.isEmpty {
                words += split(token)
                token.removeAll(keepingCapacity: true)
            }
        }
        return words + split(token)
    }

    /// Returns the characters of a phrase that are neither part of a word nor able to separate two words of a phrase.
    /// Matching ignores them. Each is listed once, in the order of first occurrence.
    public static func ignored(in phrase: String) -> [Unicode.Scalar] {
        let scalars = Array(phrase.unicodeScalars)
        var ignored: [Unicode.Scalar] = []
        for index in scalars.indices where !belongs(scalars, index) && !Word.isPhraseSeparator(scalars[index]) {
            if !ignored.contains(scalars[index]) { ignored.append(scalars[index]) }
        }
        return ignored
    }

    /// Returns the parts of a phrase between the characters that are ``ignored(in:)``, as written. Parts without a
    /// word are omitted.
    public static func pieces(of phrase: String) -> [String] {
        let scalars = Array(phrase.unicodeScalars)
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        func finish() {
            let ink = piece.drop(while: Word.isPhraseSeparator).reversed().drop(while: Word.isPhraseSeparator)
                .reversed()
            if !ink.isEmpty { pieces.append(String(String.UnicodeScalarView(ink))) }
            piece = String.UnicodeScalarView()
        }
        for index in scalars.indices {
            belongs(scalars, index) || Word.isPhraseSeparator(scalars[index]) ? piece.append(scalars[index]) : finish()
        }
        finish()
        return pieces
    }

    /// Whether a scalar is part of a word: a word character, a wildcard, or a joiner between two of these.
    private static func belongs(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard Word.isJoiner(scalars[index]) else {
            return Word.isCharacter(scalars[index]) || isWildcard(scalars[index])
        }
        return index > 0 && mayBeJoined(scalars[index - 1]) && index + 1 < scalars.count
            && mayBeJoined(scalars[index + 1])
    }

    private static func isWildcard(_ scalar: Unicode.Scalar) -> Bool { scalar == "*" || scalar == "?" }

    private static func mayBeJoined(_ scalar: Unicode.Scalar) -> Bool {
        isWildcard(scalar) || (Word.isCharacter(scalar) && !Word.isUnspacedScript(scalar))
    }

    /// Splits a token at characters that are words by themselves.
    private static func split(_ token: [Unicode.Scalar]) -> [WordPattern] {
        guard !token.isEmpty else { return [] }
        if token.allSatisfy(\.isASCII) { return [pattern(token)] }
        var pieces: [[Unicode.Scalar]] = []
        var alone = false
        for scalar in token {
            if alone, Word.isJoiner(scalar) { continue }
            let startsAlone = Word.isUnspacedScript(scalar) && !Word.isMark(scalar)
            let hasContinuation = Word.isMark(scalar) || isWildcard(scalar) || (!alone && !startsAlone)
            if let last = pieces.last, hasContinuation || last.allSatisfy(isWildcard) {
                pieces[pieces.count - 1].append(scalar)
            } else {
                pieces.append([scalar])
            }
            if Word.isCharacter(scalar) && !Word.isMark(scalar) { alone = startsAlone }
        }
        return pieces.map(pattern)
    }

    private static func pattern(_ piece: [Unicode.Scalar]) -> WordPattern {
        var elements: [Element] = []
        elements.reserveCapacity(piece.count)
        // ASCII scalars fold independently of their neighbours.
        let isASCII = piece.allSatisfy(\.isASCII)
        var run: [Unicode.Scalar] = []
        func finish() {
            guard !run.isEmpty else { return }
            for scalar in Word.folded(run) { elements.append(.scalar(scalar)) }
            run.removeAll(keepingCapacity: true)
        }
        for scalar in piece {
            switch scalar {
            case "*":
                finish()
                if elements.last != .anyRun { elements.append(.anyRun) }
            case "?":
                finish()
                elements.append(.anyOne)
            case _ where isASCII: elements.append(.scalar(Word.foldedASCII(scalar)))
            default: run.append(scalar)
            }
        }
        finish()
        return WordPattern(elements: elements)
    }
}
