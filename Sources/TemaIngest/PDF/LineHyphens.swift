/// Joins lines to a paragraph. A hyphen at a line's end goes where it only parts a word.
struct LineHyphens {
    /// The words with hyphens in them that stand within a line anywhere in the document.
    private var compounds: Set<String> = []

    init(_ lines: some Sequence<String>) {
        for line in lines where line.utf8.contains(UInt8(ascii: "-")) {
            for word in line.split(separator: " ").dropLast() where word.utf8.contains(UInt8(ascii: "-")) {
                compounds.insert(Self.bare(word))
            }
        }
    }

    /// A word stays parted where the document has it with its hyphen elsewhere, or where what follows is no small letter.
    func joined(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            guard let last = text.unicodeScalars.last, let next = line.first else {
                text += line
                continue
            }
            let behind = text.unicodeScalars.dropLast().last
            if last == "\u{AD}" {
                text.unicodeScalars.removeLast()
            } else if last == "-" || last == "\u{2010}", behind?.properties.isAlphabetic == true {
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

    /// In lower case, without the marks around it.
    private static func bare(_ word: some StringProtocol) -> String {
        let isMark: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
        let start = word.drop(while: isMark)
        guard let end = start.lastIndex(where: { !isMark($0) }) else { return "" }
        return start[...end].lowercased()
    }
}
