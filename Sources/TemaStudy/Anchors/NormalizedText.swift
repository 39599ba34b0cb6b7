import TemaModel

/// A text without its white space and in one Unicode form, each scalar with its place: what is the same in two texts
/// that differ only in how they were written down.
struct NormalizedText {
    private(set) var scalars: [UInt32] = []
    /// For each scalar the UTF-8 offsets at which the character it belongs to starts and ends.
    private(set) var starts: [Int] = []
    private(set) var ends: [Int] = []

    init(_ utf8: [UInt8]) {
        scalars.reserveCapacity(utf8.count)
        var at = 0
        for character in String(decoding: utf8, as: UTF8.self) {
            let size = character.utf8.count
            defer { at += size }
            if character.isWhitespace { continue }
            if let ascii = character.asciiValue {
                add(UInt32(ascii), at..<(at + size))
            } else {
                for scalar in String(character).canonicallyComposed {
                    add(scalar.value, at..<(at + size))
                }
            }
        }
    }

    private mutating func add(_ scalar: UInt32, _ place: Range<Int>) {
        scalars.append(scalar)
        starts.append(place.lowerBound)
        ends.append(place.upperBound)
    }

    var count: Int { scalars.count }

    /// The scalars that stand in a span of the text.
    func range(of span: Range<Int>) -> Range<Int> {
        let start = firstIndex { ends[$0] > span.lowerBound }
        return start..<max(start, firstIndex { starts[$0] >= span.upperBound })
    }

    /// The span of the text from the first scalar of a range to its last; nothing for an empty one.
    func span(of range: Range<Int>) -> Range<Int>? {
        guard let last = range.last else { return nil }
        return starts[range.lowerBound]..<ends[last]
    }

    private func firstIndex(where isThere: (Int) -> Bool) -> Int {
        (0..<count).firstIndexOfSorted(where: isThere)
    }

    /// The spans of the text where words stand but for white space and Unicode form, overlapping ones too.
    func spans(of quote: String) -> [Range<Int>] {
        let words = NormalizedText(Array(quote.utf8))
        return occurrences(of: words.scalars, in: scalars).compactMap { span(of: $0..<($0 + words.count)) }
    }
}

/// Where a sequence stands in a longer one, overlapping places too, in order. The cost is that of both lengths (Knuth,
/// Morris and Pratt, "Fast pattern matching in strings", 1977).
func occurrences<Element: Equatable>(of needle: [Element], in hay: [Element]) -> [Int] {
    guard let first = needle.first, needle.count <= hay.count else { return [] }
    var back = [Int](repeating: 0, count: needle.count)
    var matched = 0
    for at in 1..<max(1, needle.count) {
        while matched > 0, needle[at] != needle[matched] { matched = back[matched - 1] }
        if needle[at] == needle[matched] { matched += 1 }
        back[at] = matched
    }
    var places: [Int] = []
    matched = 0
    for at in hay.indices {
        // Most of a text is not even the first of it.
        if matched == 0, hay[at] != first { continue }
        while matched > 0, hay[at] != needle[matched] { matched = back[matched - 1] }
        if hay[at] == needle[matched] { matched += 1 }
        if matched == needle.count {
            places.append(at + 1 - matched)
            matched = back[matched - 1]
        }
    }
    return places
}
