/// Joins lines to a paragraph and removes end-of-line hyphenation.
struct LineHyphens {
    /// The hyphenated words in the document that are not at the end of a line.
    private var compounds: Set<String> = []

    init(_ lines: some Sequence<String>) {
        for line in lines where line.utf8.contains(UInt8(ascii: "-")) {
            for word in line.split(separator: " ").dropLast() where word.utf8.contains(UInt8(ascii: "-")) {
                compounds.insert(Self.bare(word))
            }
        }
    }

    /// Joins lines. A hyphen at the end of a line is removed unless the document contains the hyphenated word within a
    /// line, or the next line does not begin with a lowercase letter.
    func joined(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            guard let last = text.unicodeScalars.last, let next = line.first else {
                text += line
                continue
            }
            let previous = text.unicodeScalars.dropLast().last
            if last == "\u{AD}" {
                text.unicodeScalars.removeLast()
            } else if last == "-" || last == "\u{2010}", previous?.properties.isAlphabetic == true {
                let head = text.split(separator: " ").last ?? ""
                let tail = line.prefix { $0 != " " }
                if next.isLowercase, !compounds.contains(Self.bare(head + tail)) { text.unicodeScalars.removeLast() }
            } else {
                text += " "
            }
            text += line
        }
        return text
    }

    /// Returns a word in lower case without surrounding punctuation.
    private static func bare(_ word: some StringProtocol) -> String {
        let isMark: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
        let start = word.drop(while: isMark)
        guard let end = start.lastIndex(where: { !isMark($0) }) else { return "" }
        return start[...end].lowercased()
    }
}
