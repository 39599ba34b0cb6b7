import Model

/// What ``Model/Word`` says of each scalar of the basic plane, looked up instead of asked.
///
/// Unicode properties cost some twenty nanoseconds a question; texts that are not ASCII ask for every scalar.
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

    /// Made when a text first needs it: ASCII texts never do.
    static let shared = ScalarTable()

    private let basicPlane: [Traits]

    private init() {
        var plane: [Traits] = []
        plane.reserveCapacity(0x10000)
        while plane.count < 0x10000 {
            let value = UInt32(plane.count)
            if let range = Self.uniform.first(where: { $0.lowerBound == value }) {
                plane.append(contentsOf: repeatElement(Self.ask(value), count: range.count))
            } else {
                plane.append(Self.ask(value))
            }
        }
        basicPlane = plane
    }

    /// Scalars that are all alike, so that one answer serves: most of the plane.
    static let uniform: [ClosedRange<UInt32>] = [
        0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xD800...0xDFFF, 0xE000...0xF8FF,
    ]

    subscript(_ value: UInt32) -> Traits {
        value < 0x10000 ? basicPlane[Int(value)] : Self.ask(value)
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
