/// A paragraph of a Word document.
struct WordParagraph {
    private(set) var text = ""
    var meaning = WordStyles.Meaning()
    /// Whether the paragraph continues in the next one: its mark is deleted, or it is a drop cap.
    var isContinued = false
    let isInBox: Bool
    /// Whether some of the text is not bold.
    private var hasPlainText = false

    init(isInBox: Bool) { self.isInBox = isInBox }

    mutating func append(_ piece: String, isBold: Bool?) {
        text += piece
        hasPlainText = hasPlainText || !(isBold ?? meaning.isBold ?? false) && piece.contains { !$0.isWhitespace }
    }

    /// Puts a paragraph that continues in this one before it.
    mutating func prepend(_ before: WordParagraph) {
        text = before.text + text
        hasPlainText = hasPlainText || before.hasPlainText
    }

    /// The longest section name that need not be a heading by its style, in UTF-8 bytes.
    private static let longestName = 100

    /// Whether the paragraph is one bold line that names a section type, which many authors use in place of a heading. A
    /// sentence, a question and a label with a value (`Background: nurse`) are not.
    var isSectionName: Bool {
        guard !hasPlainText, text.utf8.count <= Self.longestName else { return false }
        let name = TextLines.collapsed(text)
        guard let first = name.first, let last = name.last, first.isUppercase || first.isNumber else { return false }
        return (last.isLetter || last.isNumber || ":)".contains(last)) && !name.dropLast().contains(":")
            && OpenSections.type(ofHeading: name) != nil
    }
}
