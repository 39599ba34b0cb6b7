import TemaModel

/// A table of the properties that ``Model/Word`` defines for the scalars of the Basic Multilingual Plane.
///
/// One lookup of Unicode properties takes some hundred instructions, and text beyond ASCII needs one for every scalar.
/// Each worker has its own table.
struct ScalarTable: Sendable {
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        static let character = Traits(rawValue: 1)
        static let mark = Traits(rawValue: 2)
        static let isUnspacedScript = Traits(rawValue: 4)
        static let joiner = Traits(rawValue: 8)
        static let partsPhrase = Traits(rawValue: 16)
        /// Case folding or composition may change the scalar or the one after it.
        static let folds = Traits(rawValue: 32)
    }

    /// The traits of the Basic Multilingual Plane. A page of 256 scalars is computed on first use.
    private var traits = [Traits](repeating: [], count: 0x10000)
    private var isKnown = [Bool](repeating: false, count: 0x100)

    /// The traits of a scalar.
    subscript(_ value: UInt32) -> Traits {
        mutating get {
            guard value < 0x10000 else { return Self.ask(value) }
            if !isKnown[Int(value >> 8)] { ask(page: value >> 8) }
            return traits[Int(value)]
        }
    }

    private mutating func ask(page: UInt32) {
        isKnown[Int(page)] = true
        for value in page << 8..<(page + 1) << 8 { traits[Int(value)] = Self.ask(value) }
    }

    static func ask(_ value: UInt32) -> Traits {
        guard let scalar = Unicode.Scalar(value) else { return [] }
        var traits: Traits = []
        if Word.isCharacter(scalar) { traits.insert(.character) }
        if Word.isMark(scalar) { traits.insert([.mark, .folds]) }
        if Word.isUnspacedScript(scalar) { traits.insert(.isUnspacedScript) }
        if Word.isJoiner(scalar) { traits.insert([.joiner, .folds]) }
        if Word.isPhraseSeparator(scalar) { traits.insert(.partsPhrase) }
        let properties = scalar.properties
        // Hangul vowels and final consonants are letters, but compose with the scalar before them.
        if properties.changesWhenLowercased || properties.isFullCompositionExclusion
            || (0x1160...0x11FF).contains(value)
        {
            traits.insert(.folds)
        }
        return traits
    }
}
