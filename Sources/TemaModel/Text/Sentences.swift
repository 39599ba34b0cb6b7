/// Splits a passage into sentences, for counts by sentence.
///
/// A sentence ends
/// - after marks (`.`, `!`, `?`, `…` and all other characters with Unicode's Sentence_Terminal property), the closing
///   quotes and brackets that follow them, and note marks, emoji and emoticons after these ("poverty.3", "poverty.[3]",
///   "Thanks! 🙂"). A `“` before white space is a closing quote, as in German. So is a `»` after white space, as in
///   French.
/// - if white space follows. After `。`, `！`, `？` and `｡`, and after `.`, `!` and `?` between characters of a script
///   written without spaces, none is needed.
/// - and if a sentence can begin there: with a capital, a digit, an opening quote or bracket, `¿`, `¡`, or a letter of a
///   script without case, after dashes, bullets and other symbols too. A sentence can begin with a lower-case letter if
///   the mark is a `!` or `?` outside quotes, or a full stop after a word that is no abbreviation ("it ended. then he
///   left").
///
/// A sentence does not end
/// - after the full stop of an abbreviation, of initials, or of a number that begins the sentence ("1. Introduction").
///   ``Abbreviations`` states when these end a sentence.
/// - after a `!` or `?` in quotes or brackets that the sentence continues after: “Why?” she said. It (really?) ended.
/// - after marks that only brackets surround ("[...]", "(!)"), and before its first letter or digit.
///
/// In scripts without such marks, such as Thai, each passage is one sentence.
public enum Sentences {
    /// Returns the ranges of the sentences of a passage's text, as indices of the slice.
    ///
    /// The ranges are in order and cover the text without gaps or overlaps. White space belongs to the sentence
    /// before it. No range splits a scalar. A text that is not empty has at least one sentence.
    ///
    /// - Parameter text: Valid UTF-8, such as `document.text.utf8[passage.span]`.
    /// - Complexity: O(*n*) in the length of the text.
    public static func ranges(in text: ArraySlice<UInt8>) -> [Range<Int>] {
        let scalars = UTF8Scalars(text)
        var ranges: [Range<Int>] = []
        var sentence = OpenSentence(start: text.startIndex)
        var position = text.startIndex
        while let mark = text[position...].firstIndex(where: SentenceMarks.mayBegin) {
            position = mark + 1
            guard SentenceMarks.isMark(scalars[mark]) else { continue }
            let marks = SentenceMarks(from: mark, of: &sentence, in: scalars)
            let ends = marks.end(&sentence, in: scalars)
            position = ends ? marks.next : marks.end
            guard ends else { continue }
            ranges.append(sentence.start..<position)
            sentence = OpenSentence(start: position)
        }
        if sentence.start < text.endIndex { ranges.append(sentence.start..<text.endIndex) }
        return ranges
    }
}

/// The sentence that is being read.
struct OpenSentence {
    let start: Int
    // Each scalar is examined once, so that a sentence with many marks costs no more than others.
    private var wordless: Int
    private var quoted: Int
    private var isQuoting = false

    init(start: Int) {
        self.start = start
        (wordless, quoted) = (start, start)
    }

    /// Whether the sentence has a letter or a digit before an index. The indices of successive calls ascend.
    mutating func hasWord(before index: Int, in scalars: UTF8Scalars) -> Bool {
        guard wordless < index else { return false }
        wordless = scalars[wordless..<index].firstIndex(where: Word.isCharacter) ?? index
        return wordless < index
    }

    /// Whether a `"` is open before an index. The indices of successive calls ascend.
    mutating func isQuoting(before index: Int, in scalars: UTF8Scalars) -> Bool {
        for scalar in scalars[quoted..<index] where scalar == "\"" { isQuoting.toggle() }
        quoted = index
        return isQuoting
    }
}
