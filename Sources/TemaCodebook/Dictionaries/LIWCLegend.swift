import TemaModel

/// The legend of a LIWC dictionary: one numbered category on each line, indented by tabs below its parent.
struct LIWCLegend {
    var outline = DictionaryOutline()
    /// The category of each number, without leading zeros.
    private var numbers: [String: Int] = [:]

    /// Reads the legend, up to the second line of `%`.
    init(_ lines: inout NumberedLines) throws(Problem) {
        var start = lines.next()
        while let line = start, line.trimmed.isEmpty { start = lines.next() }
        guard let start, start.trimmed == "%" else {
            throw Problem(
                "the file must begin with a legend between two lines of %", suggestion: "begin the file with %",
                line: start?.number ?? 1)
        }
        while let line = lines.next() {
            if line.trimmed == "%" { return }
            if !line.trimmed.isEmpty { try add(line) }
        }
        throw Problem(
            "the legend that begins here is not closed", suggestion: "add a line of % between legend and words",
            line: start.number)
    }

    private mutating func add(_ line: NumberedLines.Line) throws(Problem) {
        let text = line.trimmed
        let number = text.prefix { !$0.isWhitespace }
        let name = text.dropFirst(number.count).trimmedOfSpace
        guard !name.isEmpty else {
            throw Problem(
                "“\(text.prefix(40))” is not a number and a name", suggestion: "write a number, a tab and a name",
                line: line.number)
        }
        // Only tabs determine the level: numbers are aligned with spaces.
        let level = line.text.utf8.prefix { $0 == 0x09 }.count
        let index = try outline.add(DictionaryCategory(name, line: line.number), indented: level)
        guard numbers.updateValue(index, forKey: Self.plain(number)) == nil else {
            throw Problem(
                "duplicate number \(number) in the legend", suggestion: "change the number of one category",
                line: line.number)
        }
    }

    func category(_ number: some StringProtocol) -> Int? { numbers[Self.plain(number)] }

    /// Removes leading zeros: `01` is `1`.
    private static func plain(_ number: some StringProtocol) -> String {
        let digits = number.drop { $0 == "0" }
        return digits.isEmpty ? String(number.prefix(1)) : String(digits)
    }
}

/// A word of a LIWC dictionary with the categories that do not depend on the surrounding words.
struct LIWCEntry {
    let word: String
    private(set) var categories: [Int] = []

    /// Returns nil if no category remains. What is skipped is added to the losses.
    init?(_ line: NumberedLines.Line, _ legend: LIWCLegend, losses: inout Losses) {
        let text = line.trimmed
        let cut = text.firstIndex(of: "\t") ?? Self.endOfWord(text, legend)
        word = text[..<cut].trimmedOfSpace
        let element = "entry \(word.quotedShort)"
        guard !word.contains(where: { "()<>".contains($0) }) || !word.contains(where: \.isLetter) else {
            losses.add(element, "skipped: it depends on the surrounding words")
            return nil
        }
        let tokens = Self.tokens(text[cut...])
        if tokens.isEmpty { losses.add(element, "skipped: it has no category") }
        for token in tokens {
            if token.contains(where: { "()<>/".contains($0) }) {
                losses.add(
                    "\(element), \(token.prefix(100))", "skipped: the category depends on the surrounding words")
            } else if let category = legend.category(token) {
                if !categories.contains(category) { categories.append(category) }
            } else {
                losses.add("\(element), \(token.prefix(100))", "skipped: the legend has no such number")
            }
        }
        guard !categories.isEmpty else { return nil }
    }

    /// Returns the end of the word in a line without tabs: the known category numbers at its end are not part of the
    /// word.
    private static func endOfWord(_ text: String, _ legend: LIWCLegend) -> String.Index {
        var end = text.endIndex
        while let space = text[..<end].lastIndex(where: \.isWhitespace) {
            let token = text[text.index(after: space)..<end]
            guard token.isEmpty || legend.category(token) != nil else { break }
            end = space
        }
        return end
    }

    /// Splits text at white space, except inside conditions in `()` or `<>`.
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
