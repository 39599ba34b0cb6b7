import TemaModel

/// A table of the properties that ``Model/Word`` defines for the scalars of the Basic Multilingual Plane.
///
/// One lookup of Unicode properties takes some hundred instructions, and text beyond ASCII needs one for every scalar.
/// Each worker has its own table.
struct ScalarTable: Sendable {
    /// The properties of the Basic Multilingual Plane. A page of 256 scalars is computed on first use.
    private var traits = [Word.Traits](repeating: .none, count: 0x10000)
    private var isKnown = [Bool](repeating: false, count: 0x100)

    /// The properties of a scalar, or of a value that is none.
    subscript(value: UInt32) -> Word.Traits {
        @inline(__always)
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

    static func ask(_ value: UInt32) -> Word.Traits { Unicode.Scalar(value).map { Word.Traits($0) } ?? .none }
}

/// A table of the scalars of the Basic Multilingual Plane that are the same after folding.
///
/// As in ``ScalarTable``, each scalar is looked up in Unicode's properties only once.
struct FoldingTable: Sendable {
    private enum Answer: UInt8, Sendable {
        case unknown, isFolded, isNotFolded
    }

    private var answers = [Answer](repeating: .unknown, count: 0x10000)

    /// Returns whether folding a word changes nothing but ASCII capitals.
    mutating func changesOnlyCapitals(_ word: RawSpan, ignoringAccents: Bool) -> Bool {
        var index = 0
        while index < word.byteCount {
            let (value, size) = decode(word, at: index, limit: word.byteCount)
            guard value < 0x80 || !ignoringAccents && isFolded(value) else { return false }
            index += size
        }
        return true
    }

    @inline(__always)
    private mutating func isFolded(_ value: UInt32) -> Bool {
        guard value < 0x10000 else { return false }
        if answers[Int(value)] == .unknown { answers[Int(value)] = ask(value) ? .isFolded : .isNotFolded }
        return answers[Int(value)] == .isFolded
    }

    private func ask(_ value: UInt32) -> Bool { Unicode.Scalar(value).map(Word.foldsToItself) ?? false }
}
