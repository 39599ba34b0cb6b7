import TemaModel

/// Makes sheet names valid and unique: at most 31 characters, without characters and words that spreadsheets reserve.
struct SheetNames {
    private static let most = 31
    /// The used names in lower case, because spreadsheets ignore case. Excel reserves “History”.
    private var taken: Set = ["history"]

    /// Returns the name, changed if it is invalid or already used.
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

    /// Returns as many complete characters as fit in a number of UTF-16 code units.
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
