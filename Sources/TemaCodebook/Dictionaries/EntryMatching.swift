import TemaModel

/// How the entries of a format match words, and what of that an indicator can say.
struct EntryMatching: Sendable {
    enum Star: Sendable {
        /// `*` stands for any run of letters wherever it is.
        case anywhere
        /// It does so only as the last character.
        case atEnd
    }

    var star = Star.anywhere
    /// Whether `?` stands for one letter; else it is punctuation.
    var hasQuestionMark = true
    /// Whether `_` parts the words of a phrase.
    var partsAtUnderscore = false
    /// Whether `NEAR/4` and `THEN/4` are what they are to Tema.
    var hasOperators = false

    /// Globs, as quanteda has them.
    static let glob = EntryMatching()

    /// What becomes of an entry.
    enum Reading: Sendable, Hashable {
        /// An indicator that means the same.
        case same(String)
        /// One that finds more, and why.
        case wider(String, String)
        /// None, and why not.
        case none(String)
    }

    /// What an entry is to Tema.
    func reading(of entry: String) -> Reading {
        let spaced = partsAtUnderscore ? entry.replacingScalars { $0 == "_" ? " " : nil } : entry
        let words = spaced.split(whereSeparator: \.isWhitespace)
        let text = words.joined(separator: " ")
        guard text.utf8.count <= CodebookLimits.nameLength || text.unicodeScalars.count <= CodebookLimits.nameLength
        else { return .none("left out: it is longer than \(CodebookLimits.nameLength) characters") }
        if words.contains(where: Self.isOperator) {
            guard hasOperators else { return .none("left out: to Tema it is an operator, not a word") }
            return checked(text)
        }
        if star == .atEnd, text.unicodeScalars.dropLast().contains("*") {
            return .none("left out: its * is no wildcard there, and no letter")
        }
        let hasSign = !hasQuestionMark && text.unicodeScalars.contains("?")
        if !hasSign, text.utf8.allSatisfy(Self.isPlain) { return checked(text) }
        if words.contains(where: Self.hasWildcardInside) {
            return .none("left out: a wildcard inside a word, where Tema's words are single characters")
        }
        return withoutPunctuation(hasSign ? text.replacingScalars { $0 == "?" ? "!" : nil } : text)
    }

    /// What is written for an indicator: an entry that reads back as the same pattern, or nothing where there is none.
    func entry(for match: String) -> String? {
        guard let pattern = try? IndicatorPattern(match), hasOperators || pattern.proximity == nil else { return nil }
        let text = pattern.proximity == nil ? WordPattern.pieces(of: match).joined(separator: " ") : match
        guard case .same(let read) = reading(of: text), (try? IndicatorPattern(read)) == pattern else { return nil }
        return partsAtUnderscore ? read.replacingScalars { $0 == " " ? "_" : nil } : read
    }

    private func checked(_ text: String) -> Reading {
        if (try? IndicatorPattern(text)) != nil { return .same(text) }
        if text.isEmpty { return .none("left out: it is empty") }
        if text.utf8.contains(UInt8(ascii: "/")) { return .none("left out: Tema cannot read its operator") }
        return .none(WordPattern.words(of: text).isEmpty ? Self.noWord : "left out: it would match every word")
    }

    private static let noWord = "left out: it has no word, and Tema finds words"

    /// Tema's words have no punctuation in them, and that between the words of a phrase breaks it.
    private func withoutPunctuation(_ text: String) -> Reading {
        let pieces = WordPattern.pieces(of: text)
        guard !WordPattern.ignored(in: text).isEmpty else { return checked(text) }
        let letters = pieces.map { $0.unicodeScalars.count { $0.properties.isAlphabetic } }
        // Emoticons such as 8) and :D are none of the words that would be left of them.
        guard !letters.contains(0), letters.reduce(0, +) > 1 else { return .none(Self.noWord) }
        switch pieces.count {
        case 1: return .wider(pieces[0], "found without its punctuation, too")
        case 2:
            let relation = IndicatorPattern.Relation.then.rawValue
            return .wider(
                "\(pieces[0]) \(relation)/0 \(pieces[1])",
                "found with any punctuation, or a space, in the place of its own")
        default: return .none("left out: punctuation parts it into more than two pieces")
        }
    }

    private static func isOperator(_ word: Substring) -> Bool {
        IndicatorPattern.Relation.allCases.contains { word.hasPrefix($0.rawValue + "/") }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "*"), UInt8(ascii: "?"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Whether a wildcard stands where it would belong to one character of several: at a word's ends it changes nothing.
    private static func hasWildcardInside(_ word: Substring) -> Bool {
        let scalars = word.unicodeScalars
        guard scalars.contains(where: Word.standsAlone) else { return false }
        let inside = scalars.drop { $0 == "*" }.reversed().drop { $0 == "*" }
        return inside.contains { $0 == "*" || $0 == "?" }
    }
}
