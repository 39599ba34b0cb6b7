import TemaModel

/// The categories that a LIWC dictionary begins with: a number and a name a line, those below another behind a tab more.
struct LIWCLegend {
    var outline = DictionaryOutline()
    /// The category of each number, as written without zeros before it.
    private var numbers: [String: Int] = [:]

    /// Reads to the second line of `%`.
    init(_ lines: inout NumberedLines) throws(Problem) {
        var start = lines.next()
        while let line = start, line.trimmed.isEmpty { start = lines.next() }
        guard let start, start.trimmed == "%" else {
            throw Problem(
                "a legend must come first, between two lines of %", suggestion: "begin the file with %",
                line: start?.number ?? 1)
        }
        while let line = lines.next() {
            if line.trimmed == "%" { return }
            if !line.trimmed.isEmpty { try add(line) }
        }
        throw Problem(
            "the legend that begins here is not closed", suggestion: "put a line of % between it and the words",
            line: start.number)
    }

    private mutating func add(_ line: NumberedLines.Line) throws(Problem) {
        let text = line.trimmed
        let number = text.prefix { !$0.isWhitespace }
        let name = text.dropFirst(number.count).trimmedOfSpace
        guard !name.isEmpty else {
            throw Problem(
                "“\(text.prefix(40))” is no number with a name", suggestion: "write lines like 1, a tab, and a name",
                line: line.number)
        }
        // Only tabs tell the level: numbers are lined up with spaces.
        let level = line.text.utf8.prefix { $0 == 0x09 }.count
        let at = try outline.add(DictionaryCategory(name, line: line.number), indented: level)
        guard numbers.updateValue(at, forKey: Self.plain(number)) == nil else {
            throw Problem(
                "the number \(number) stands twice in the legend", suggestion: "give one of the categories another",
                line: line.number)
        }
    }

    func category(_ number: some StringProtocol) -> Int? { numbers[Self.plain(number)] }

    /// `01` is `1`.
    private static func plain(_ number: some StringProtocol) -> String {
        let digits = number.drop { $0 == "0" }
        return digits.isEmpty ? String(number.prefix(1)) : String(digits)
    }
}

/// A word of a LIWC dictionary, with the categories that it belongs to whatever stands around it.
struct LIWCEntry {
    let word: String
    private(set) var categories: [Int] = []

    /// Nothing where no category is left, which is told.
    init?(_ line: NumberedLines.Line, _ legend: LIWCLegend, losses: inout Losses) {
        let text = line.trimmed
        let cut = text.firstIndex(of: "\t") ?? Self.endOfWord(text, legend)
        word = text[..<cut].trimmedOfSpace
        let element = "entry \(word.quotedShort)"
        guard !word.contains(where: { "()<>".contains($0) }) || !word.contains(where: \.isLetter) else {
            losses.add(element, "left out: it depends on the words around it")
            return nil
        }
        let tokens = Self.tokens(text[cut...])
        if tokens.isEmpty { losses.add(element, "left out: it has no category") }
        for token in tokens {
            if token.contains(where: { "()<>/".contains($0) }) {
                losses.add(
                    "\(element), \(token.prefix(100))", "left out: a category that depends on the words around it")
            } else if let category = legend.category(token) {
                if !categories.contains(category) { categories.append(category) }
            } else {
                losses.add("\(element), \(token.prefix(100))", "left out: the legend has no such number")
            }
        }
        guard !categories.isEmpty else { return nil }
    }

    /// Where spaces stand in the place of tabs, the numbers at the end are those of categories.
    private static func endOfWord(_ text: String, _ legend: LIWCLegend) -> String.Index {
        var end = text.endIndex
        while let space = text[..<end].lastIndex(where: \.isWhitespace) {
            let token = text[text.index(after: space)..<end]
            guard token.isEmpty || legend.category(token) != nil else { break }
            end = space
        }
        return end
    }

    /// What stands between white space, of which conditions in `()` or `<>` may hold some.
    private static func tokens(_ text: Substring) -> [String] {
        var tokens: [String] = []
        var token = ""
        var closing: Character?
        for character in text {
            if let awaited = closing {
                token.append(character)
                if character == awaited { closing = nil }
            } else if character.isWhitespace {
                if !token.isEmpty { tokens.append(token) }
                token = ""
            } else {
                closing = character == "(" ? ")" : character == "<" ? ">" : nil
                token.append(character)
            }
        }
        return token.isEmpty ? tokens : tokens + [token]
    }
}
