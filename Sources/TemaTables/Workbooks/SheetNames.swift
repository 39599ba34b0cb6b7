import TemaModel

/// Names of sheets, each once, as spreadsheets take them: 31 characters at most, some signs and one word left out.
struct SheetNames {
    private static let most = 31
    /// In small letters, for spreadsheets tell names apart without regard to case. Excel keeps one for itself.
    private var taken: Set = ["history"]

    /// The name, or one like it that no other sheet has.
    mutating func next(_ wanted: String) -> String {
        let base = Self.tidy(wanted)
        var name = base
        var number = 1
        while !taken.insert(name.lowercased()).inserted {
            number += 1
            let ending = " \(number)"
            name = Self.cut(base, to: Self.most - ending.count) + ending
        }
        return name
    }

    private static func tidy(_ wanted: String) -> String {
        let name = wanted.visible().replacingScalars { "[]:*?/\\".unicodeScalars.contains($0) ? " " : nil }
            .split(separator: " ").joined(separator: " ")
        let isEdge = { (character: Character) in character == " " || character == "'" }
        let trimmed = name.drop(while: isEdge)
        var cut = cut(String(trimmed), to: most)
        while let last = cut.last, isEdge(last) { cut.removeLast() }
        return cut.isEmpty ? "Table" : cut
    }

    /// As many whole characters as fit into so many units of UTF-16.
    private static func cut(_ name: String, to units: Int) -> String {
        var (cut, used) = ("", 0)
        for character in name {
            used += character.utf16.count
            guard used <= units else { break }
            cut.append(character)
        }
        return cut
    }
}
