import TemaModel

/// What ``Model/Word`` says of each scalar of the basic plane, looked up instead of asked.
///
/// Unicode properties cost some hundred instructions a question; texts that are not ASCII ask for every scalar. One for
/// each worker.
struct ScalarTable: Sendable {
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        static let character = Traits(rawValue: 1)
        static let mark = Traits(rawValue: 2)
        static let standsAlone = Traits(rawValue: 4)
        static let joiner = Traits(rawValue: 8)
        static let partsPhrase = Traits(rawValue: 16)
        /// Lower-casing or composing could change it, or what follows it.
        static let folds = Traits(rawValue: 32)
    }

    /// The basic plane; of a page of 256 scalars nothing is known before one of them is asked for.
    private var traits = [Traits](repeating: [], count: 0x10000)
    private var isKnown = [Bool](repeating: false, count: 0x100)

    /// What is known of a scalar.
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
        if Word.standsAlone(scalar) { traits.insert(.standsAlone) }
        if Word.isJoiner(scalar) { traits.insert([.joiner, .folds]) }
        if Word.mayPartPhrase(scalar) { traits.insert(.partsPhrase) }
        let properties = scalar.properties
        // Vowels and finals of Hangul compose with what stands before them, though they are letters.
        if properties.changesWhenLowercased || properties.isFullCompositionExclusion
            || (0x1160...0x11FF).contains(value)
        {
            traits.insert(.folds)
        }
        return traits
    }
}
