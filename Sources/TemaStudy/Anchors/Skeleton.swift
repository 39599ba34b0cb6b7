import TemaModel

/// A text without its white space and in one Unicode form, each scalar with its place: what is the same in two texts
/// that differ only in how they were written down.
struct Skeleton {
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
        let words = Skeleton(Array(quote.utf8))
        return occurrences(of: words.scalars, in: scalars).compactMap { span(of: $0..<($0 + words.count)) }
    }
}
