/// The definition of a word, for matching and for counting.
///
/// A word is a maximal run of letters, marks and digits (general categories L, M and N). Invisible characters inside a run
/// belong to it. An apostrophe separates words, except between *n* and a final *t* (`don't`), between Cyrillic letters,
/// and between Hebrew letters, where quotation marks also belong to the word. A middle dot between letters belongs to the
/// word, as in Catalan. In scripts written without spaces, each character with its marks is a word.
public enum Word {
    /// The properties of a scalar that determine where words begin and end.
    package struct Traits: OptionSet, Sendable {
        package let rawValue: UInt8

        @inlinable
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// No properties. In other modules, the literal `[]` calls a generic function.
        @inlinable package static var none: Traits { Traits(rawValue: 0) }
        /// A letter, mark or digit. Apostrophes and invisible characters are not included.
        @inlinable package static var character: Traits { Traits(rawValue: 1) }
        /// A combining mark, which continues the character before it.
        @inlinable package static var mark: Traits { Traits(rawValue: 2) }
        @inlinable package static var letter: Traits { Traits(rawValue: 4) }
        /// A character of a script written without spaces: Han, kana, Thai, Lao, Khmer or Myanmar.
        @inlinable package static var isUnspacedScript: Traits { Traits(rawValue: 8) }
        /// An invisible character, such as a soft hyphen, a joiner or a direction mark.
        @inlinable package static var ignorable: Traits { Traits(rawValue: 16) }
        /// Punctuation that may belong to a word, by ``Word/joined(_:after:next:second:)``.
        @inlinable package static var joiner: Traits { Traits(rawValue: 32) }
        @inlinable package static var cyrillic: Traits { Traits(rawValue: 64) }
        @inlinable package static var hebrew: Traits { Traits(rawValue: 128) }

        /// Returns whether all of some properties are set. Unlike the standard library's method, it is inlined in other
        /// modules: texts beyond ASCII ask for every scalar.
        @inlinable @inline(__always)
        package func contains(_ other: Traits) -> Bool { rawValue & other.rawValue == other.rawValue }

        /// Returns the properties of a scalar.
        package init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x30...0x39: self = .character
            case 0x41...0x5A, 0x61...0x7A: self = [.character, .letter]
            case 0x22, 0x27, 0xB7, 0x2BC, 0x5F3, 0x5F4, 0x2019, 0x201C, 0x201D, 0xFF07: self = .joiner
            case 0..<0x80: self = []
            default: self.init(beyondASCII: scalar)
            }
        }

        /// Returns the properties of a scalar that is neither ASCII nor a joiner.
        @inline(never)
        private init(beyondASCII scalar: Unicode.Scalar) {
            self = Word.isIgnorable(scalar) ? .ignorable : []
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: insert(.letter)
            case .nonspacingMark, .spacingMark, .enclosingMark: insert(.mark)
            case .decimalNumber, .letterNumber, .otherNumber: break
            default: return
            }
            guard !contains(.ignorable) else { return }
            insert(.character)
            if Word.isUnspacedScript(scalar) { insert(.isUnspacedScript) }
            if (0x400...0x52F).contains(scalar.value) { insert(.cyrillic) }
            if (0x591...0x5F2).contains(scalar.value) { insert(.hebrew) }
        }

        /// Whether a word continues with such a scalar.
        @inlinable
        package var continuesWord: Bool {
            contains(.character) && (contains(.mark) || !contains(.isUnspacedScript))
        }
    }

    /// Whether a scalar is a letter, a mark or a digit of a word.
    public static func isCharacter(_ scalar: Unicode.Scalar) -> Bool { Traits(scalar).contains(.character) }

    /// Whether a scalar belongs to a script written without spaces: Han, kana, Thai, Lao, Khmer or Myanmar.
    public static func isUnspacedScript(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x0DFF: false
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B,
            0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA9E0...0xA9FE, 0xAA60...0xAA7F,
            0xF900...0xFAFF, 0xFF66...0xFF9D, 0x1AFF0...0x1B16F, 0x20000...0x3347F:
            true
        default: false
        }
    }

    /// Whether a scalar is invisible and ignored in words (Unicode's Default_Ignorable_Code_Point). The zero-width
    /// space is white space instead.
    package static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
        // The first is the soft hyphen.
        scalar.value >= 0xAD && scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{200B}"
    }

    /// Whether a scalar is an apostrophe. All of them are equal.
    package static func isApostrophe(_ value: UInt32) -> Bool {
        value == 0x27 || value == 0x2019 || value == 0x2BC || value == 0xFF07
    }

    /// Returns how many scalars from a joiner on belong to the word before it: 0, 1, or 2 for the *'t* of `don't`.
    ///
    /// - Parameters:
    ///   - previous: The scalar before the joiner, which belongs to the word.
    ///   - next: The scalar after the joiner; 0 without properties at the end.
    ///   - second: The properties of the scalar after that.
    package static func joined(
        _ joiner: UInt32, after previous: (value: UInt32, traits: Traits), next: (value: UInt32, traits: Traits),
        second: Traits
    ) -> Int {
        let (before, after) = (previous.traits, next.traits)
        if joiner == 0xB7 {
            let isBetweenLetters = !before.isDisjoint(with: [.letter, .mark]) && after.contains(.letter)
            return isBetweenLetters && !after.contains(.isUnspacedScript) ? 1 : 0
        }
        if before.contains(.hebrew), after.contains(.hebrew) { return 1 }
        guard isApostrophe(joiner) else { return 0 }
        if before.contains(.cyrillic), after.contains(.cyrillic) { return 1 }
        let isNegation = previous.value | 0x20 == 0x6E && next.value | 0x20 == 0x74
        return isNegation && !second.contains(.character) ? 2 : 0
    }

    /// Returns the words of some scalars, as ranges of their indexes.
    ///
    /// - Parameter traits: The properties of each scalar. A wildcard of an indicator counts as a character.
    /// - Complexity: O(*n*) for *n* scalars.
    package static func ranges(in scalars: [Unicode.Scalar], _ traits: [Traits]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            guard traits[index].contains(.character) else {
                index += 1
                continue
            }
            let start = index
            index = end(ofWordAt: start, scalars, traits)
            ranges.append(start..<index)
        }
        return ranges
    }

    private static func end(ofWordAt start: Int, _ scalars: [Unicode.Scalar], _ traits: [Traits]) -> Int {
        var end = start + 1
        if traits[start].contains(.isUnspacedScript) {
            while end < scalars.count, traits[end].contains(.mark) { end += 1 }
            return end
        }
        func at(_ index: Int) -> (value: UInt32, traits: Traits) {
            index < scalars.count ? (scalars[index].value, traits[index]) : (0, [])
        }
        while end < scalars.count {
            if traits[end].continuesWord {
                end += 1
            } else if traits[end].contains(.ignorable) {
                let next = traits[end...].firstIndex { !$0.contains(.ignorable) } ?? scalars.count
                guard at(next).traits.continuesWord, !at(next).traits.contains(.isUnspacedScript) else { break }
                end = next
            } else if traits[end].contains(.joiner) {
                let count = joined(
                    scalars[end].value, after: at(end - 1), next: at(end + 1), second: at(end + 2).traits)
                guard count > 0 else { break }
                end += count
            } else {
                break
            }
        }
        return end
    }
}
