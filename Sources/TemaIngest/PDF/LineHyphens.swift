/// Joins lines to a paragraph and removes end-of-line hyphenation.
struct LineHyphens {
    /// The words in the document that no line end divides, with their numbers of occurrences.
    private var words: [String: Int] = [:]

    init(_ lines: some Sequence<String>) {
        for line in lines {
            for word in line.split(separator: " ") where word.last != "-" { words[Self.bare(word), default: 0] += 1 }
        }
    }

    /// Joins lines. A hyphen at the end of a line is removed unless the word has it elsewhere in the document, or the
    /// next line does not begin with a lowercase letter.
    func joined(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            guard let last = text.unicodeScalars.last, let next = line.first else {
                text += line
                continue
            }
            let previous = text.unicodeScalars.dropLast().last?.properties
            if last == "\u{AD}" {
                text.unicodeScalars.removeLast()
            } else if last == "-" || last == "\u{2010}", let previous,
                previous.isAlphabetic || previous.numericType != nil
            {
                let head = text.split(separator: " ").last?.dropLast() ?? ""
                if next.isLowercase, !keepsHyphen(String(head), String(line.prefix { $0 != " " })) {
                    text.unicodeScalars.removeLast()
                }
            } else {
                text += " "
            }
            text += line
        }
        return text
    }

    /// Whether a word that is divided between two lines has a hyphen there.
    ///
    /// The more frequent form in the document decides. If it has neither, the hyphen stays in a word of several hyphens
    /// whose first part is a word of the document (`mother-in-law`), and after `self` and `well`.
    private func keepsHyphen(_ head: String, _ tail: String) -> Bool {
        let hyphenated = words[Self.bare(head + "-" + tail)] ?? 0
        let joined = words[Self.bare(head + tail)] ?? 0
        if hyphenated != joined { return hyphenated > joined }
        let first = Self.bare(head)
        if tail.contains("-") || first.contains("-") { return words[first] != nil || first.contains("-") }
        return Self.firstParts.contains(first) && Self.bare(tail).count > 4
    }

    /// First parts of English compounds that are always written with a hyphen. The second part is longer than a suffix.
    private static let firstParts: Set<String> = ["self", "well"]

    /// Returns a word in lower case without surrounding punctuation.
    private static func bare(_ word: some StringProtocol) -> String {
        let isMark: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
        let start = word.drop(while: isMark)
        guard let end = start.lastIndex(where: { !isMark($0) }) else { return "" }
        return start[...end].lowercased()
    }
}
