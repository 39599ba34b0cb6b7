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

    /// Creates a pattern from the characters of a word as written.
    ///
    /// - Parameters:
    ///   - word: The scalars and wildcards of the word.
    ///   - ignoringAccents: Whether accents are removed (``Word/folded(_:ignoringAccents:)``).
    init(_ word: ArraySlice<PhraseScalar>, ignoringAccents: Bool) {
        var elements: [Element] = []
        elements.reserveCapacity(word.count)
        var run: [Unicode.Scalar] = []
        func finish() {
            guard !run.isEmpty else { return }
            for scalar in Word.folded(run, ignoringAccents: ignoringAccents) { elements.append(.scalar(scalar)) }
            run.removeAll(keepingCapacity: true)
        }
        for character in word {
            switch character {
            case .scalar(let scalar): run.append(scalar)
            case .anyRun:
                finish()
                if elements.last != .anyRun { elements.append(.anyRun) }
            case .anyOne:
                finish()
                elements.append(.anyOne)
            }
        }
        finish()
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

    /// Whether the pattern consists of decimal digits only.
    var isNumber: Bool {
        for element in elements {
            guard case .scalar(let scalar) = element, scalar.isDigit else { return false }
        }
        return true
    }
}
