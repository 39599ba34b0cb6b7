/// Functions that split the authors of one field, and convert their names to `Surname, Given names`.
enum AuthorNames {
    /// Splits names at semicolons. A number in parentheses after a name, the id of an author, is removed.
    static func listed(_ text: String) -> [String] {
        text.split(separator: ";").map { name in
            let start = name.lastIndex(of: "(") ?? name.endIndex
            let isID = name.last == ")" && ReferenceFields.isNumber(name[start...].dropFirst().dropLast())
            return TextLines.collapsed(isID ? name[..<start] : name)
        }.filter { !$0.isEmpty }
    }

    /// Splits names such as `Ayu B., Candra D.` at semicolons if there are any, else at commas. Initials after a comma
    /// belong to the surname before them.
    static func abbreviated(_ text: String) -> [String] {
        guard !text.contains(";") else { return listed(text).map(name(abbreviated:)) }
        var names: [String] = []
        for name in ReferenceFields.list(text) {
            if let last = names.last, !last.contains(","), name.split(separator: " ").allSatisfy(isInitials) {
                names[names.count - 1] = "\(last), \(name)"
            } else {
                names.append(Self.name(abbreviated: name))
            }
        }
        return names
    }

    /// Splits names such as `B Ayu, D. E. Candra`. Dots for further authors are removed.
    static func inOrder(_ text: String) -> [String] {
        ReferenceFields.list(text).filter { name in name.contains { $0 != "." && $0 != "…" } }.map { name in
            let words = name.split(separator: " ")
            let initials = words.prefix(while: isInitials)
            guard !initials.isEmpty, initials.count < words.count else { return name }
            return "\(words[initials.endIndex...].joined(separator: " ")), \(initials.joined(separator: " "))"
        }
    }

    /// Converts `Surname GN`, the abbreviated form of MEDLINE, to `Surname, GN`. Other names are returned unchanged.
    static func name(abbreviated text: String) -> String {
        guard let space = text.lastIndex(of: " "), !text.contains(","), isInitials(text[space...].dropFirst()) else {
            return text
        }
        return "\(text[..<space]), \(text[space...].dropFirst())"
    }

    /// Whether a word consists of initials, such as `GN`, `G.N.` or `G.-N.`.
    private static func isInitials(_ word: Substring) -> Bool {
        word.first?.isUppercase == true && word.allSatisfy { $0.isUppercase || $0 == "." || $0 == "-" }
    }
}
