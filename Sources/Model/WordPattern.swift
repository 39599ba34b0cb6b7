/// One word of an indicator: folded letters, `*` for any run of word characters, `?` for exactly one.
public struct WordPattern: Sendable, Hashable {
    public enum Element: Sendable, Hashable {
        case scalar(Unicode.Scalar)
        case anyRun
        case anyOne
    }

    public let elements: [Element]

    public init(elements: [Element]) {
        self.elements = elements
    }

    /// The word itself where it has neither `*` nor `?`.
    public var literal: String? {
        var word = String.UnicodeScalarView()
        for element in elements {
            guard case .scalar(let scalar) = element else { return nil }
            word.append(scalar)
        }
        return String(word)
    }

    /// Whether it is nothing but `*`.
    public var matchesEveryWord: Bool { elements == [.anyRun] }

    /// The words of a phrase. All that is no word character, wildcard, apostrophe or soft hyphen parts words, and
    /// so does every character of a script written without spaces; wildcards stay with the word before them.
    public static func words(of phrase: String) -> [WordPattern] {
        var words: [WordPattern] = []
        var token: [Unicode.Scalar] = []
        func finish() {
            words += split(token)
            token = []
        }
        for scalar in phrase.unicodeScalars {
            if Word.isCharacter(scalar) || Word.isJoiner(scalar) || scalar == "*" || scalar == "?" {
                token.append(scalar)
            } else {
                finish()
            }
        }
        finish()
        return words
    }

    /// Cuts one token where a character is a word by itself.
    private static func split(_ token: [Unicode.Scalar]) -> [WordPattern] {
        var trimmed = token[...]
        while let first = trimmed.first, Word.isJoiner(first) { trimmed.removeFirst() }
        while let last = trimmed.last, Word.isJoiner(last) { trimmed.removeLast() }
        var pieces: [[Unicode.Scalar]] = []
        var alone = false
        for scalar in trimmed {
            let startsAlone = Word.standsAlone(scalar) && !Word.isMark(scalar)
            let goesOn = Word.isMark(scalar) || scalar == "*" || scalar == "?" || (!alone && !startsAlone)
            if goesOn, !pieces.isEmpty {
                pieces[pieces.count - 1].append(scalar)
            } else {
                pieces.append([scalar])
            }
            if Word.isCharacter(scalar) && !Word.isMark(scalar) { alone = startsAlone }
        }
        return pieces.map(pattern)
    }

    private static func pattern(_ piece: [Unicode.Scalar]) -> WordPattern {
        var elements: [Element] = []
        var run: [Unicode.Scalar] = []
        func finish() {
            elements += Word.folded(run).map(Element.scalar)
            run = []
        }
        for scalar in piece {
            switch scalar {
            case "*":
                finish()
                if elements.last != .anyRun { elements.append(.anyRun) }
            case "?":
                finish()
                elements.append(.anyOne)
            default: run.append(scalar)
            }
        }
        finish()
        return WordPattern(elements: elements)
    }
}
