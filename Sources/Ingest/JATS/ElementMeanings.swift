/// What an element means, by the address of its interned name: libxml2 keeps one copy of each name for as long as it
/// parses a file.
struct ElementMeanings {
    typealias Meaning = (role: ElementRole, metadata: MetadataElement)

    private static let size = 512
    private var names = [UInt](repeating: 0, count: size)
    private var meanings = [Meaning](repeating: (.inline, .other), count: size)
    private var count = 0

    mutating func meaning(of name: XMLName) -> Meaning {
        let key = UInt(bitPattern: name.pointer)
        var at = Int(truncatingIfNeeded: (key >> 3) ^ (key >> 12)) & (Self.size - 1)
        while names[at] != 0 {
            if names[at] == key { return meanings[at] }
            at = (at + 1) & (Self.size - 1)
        }
        let local = name.string
        let meaning = (ElementRole(local), MetadataElement(local))
        // A file with thousands of names is no article; those beyond the table's room are looked up each time.
        if count < Self.size / 2 {
            (names[at], meanings[at]) = (key, meaning)
            count += 1
        }
        return meaning
    }
}
