import TemaModel

/// The scalars of a text without white space and in canonical composition (NFC), each with its position in the text.
///
/// Two texts that differ only in white space or Unicode form have equal scalars. On request, case and the forms of quotation
/// marks, apostrophes and dashes make no difference either.
struct NormalizedText {
    private(set) var scalars: [UInt32] = []
    /// For each scalar, the UTF-8 offset at which its character starts.
    private(set) var starts: [Int] = []
    /// For each scalar, the UTF-8 offset at which its character ends.
    private(set) var ends: [Int] = []

    private let isFolded: Bool

    /// - Parameter folding: Whether case and the forms of quotation marks, apostrophes and dashes make no difference.
    init(_ utf8: [UInt8], folding: Bool = false) {
        isFolded = folding
        scalars.reserveCapacity(utf8.count)
        var index = 0
        for character in String(decoding: utf8, as: UTF8.self) {
            let size = character.utf8.count
            defer { index += size }
            if character.isWhitespace { continue }
            if folding {
                for scalar in Word.folded(character.unicodeScalars) {
                    add(Self.sign(scalar).value, index..<(index + size))
                }
            } else if let ascii = character.asciiValue {
                add(UInt32(ascii), index..<(index + size))
            } else {
                for scalar in String(character).canonicallyComposed {
                    add(scalar.value, index..<(index + size))
                }
            }
        }
    }

    /// Returns the ASCII form of a quotation mark, an apostrophe or a dash. Other scalars are returned unchanged.
    private static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x60, 0xB4, 0x2018...0x201B, 0x2032, 0x2039, 0x203A: "'"
        case 0xAB, 0xBB, 0x201C...0x201F, 0x2033: "\""
        case 0x2010...0x2015, 0x2212: "-"
        default: scalar
        }
    }

    private mutating func add(_ scalar: UInt32, _ place: Range<Int>) {
        scalars.append(scalar)
        starts.append(place.lowerBound)
        ends.append(place.upperBound)
    }

    var count: Int { scalars.count }

    /// Returns the indices of the scalars in a span of UTF-8 offsets.
    func range(of span: Range<Int>) -> Range<Int> {
        let start = firstIndex { ends[$0] > span.lowerBound }
        return start..<max(start, firstIndex { starts[$0] >= span.upperBound })
    }

    /// Returns the span of the text from the first scalar of a range to its last, or nil if the range is empty.
    func span(of range: Range<Int>) -> Range<Int>? {
        guard let last = range.last else { return nil }
        return starts[range.lowerBound]..<ends[last]
    }

    private func firstIndex(where isThere: (Int) -> Bool) -> Int {
        (0..<count).firstIndexOfSorted(where: isThere)
    }

    /// Returns the spans at which the text equals a quote apart from what makes no difference, including overlapping ones.
    func spans(of quote: String) -> [Range<Int>] {
        let words = NormalizedText(Array(quote.utf8), folding: isFolded)
        return occurrences(of: words.scalars, in: scalars).compactMap { span(of: $0..<($0 + words.count)) }
    }
}

/// Returns the indices at which a sequence occurs in a longer one, in order, including overlapping occurrences.
///
/// The algorithm is that of Knuth, Morris and Pratt, "Fast pattern matching in strings", 1977.
///
/// - Complexity: O(*n* + *m*) for sequences of *n* and *m* elements.
func occurrences<Element: Equatable>(of needle: [Element], in hay: [Element]) -> [Int] {
    guard let first = needle.first, needle.count <= hay.count else { return [] }
    var back = [Int](repeating: 0, count: needle.count)
    var matched = 0
    for index in 1..<max(1, needle.count) {
        while matched > 0, needle[index] != needle[matched] { matched = back[matched - 1] }
        if needle[index] == needle[matched] { matched += 1 }
        back[index] = matched
    }
    var places: [Int] = []
    matched = 0
    for index in hay.indices {
        // Fast path: most elements of a text do not begin a match.
        if matched == 0, hay[index] != first { continue }
        while matched > 0, hay[index] != needle[matched] { matched = back[matched - 1] }
        if hay[index] == needle[matched] { matched += 1 }
        if matched == needle.count {
            places.append(index + 1 - matched)
            matched = back[matched - 1]
        }
    }
    return places
}
