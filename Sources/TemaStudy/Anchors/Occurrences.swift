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
