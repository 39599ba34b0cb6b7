import TemaModel

/// The matching rules of a dictionary format, and the conversion of its entries to indicators and back.
struct EntryMatching: Sendable {
    enum Star: Sendable {
        /// `*` matches any run of letters at any position.
        case anywhere
        /// `*` is a wildcard only as the last character.
        case atEnd
    }

    var star = Star.anywhere
    /// Whether `?` matches one letter; otherwise it is punctuation.
    var hasQuestionMark = true
    /// Whether `_` separates the words of a phrase.
    var partsAtUnderscore = false
    /// Whether `NEAR/4` and `THEN/4` are operators, as in Tema.
    var hasOperators = false

    /// Glob matching, as in quanteda.
    static let glob = EntryMatching()

    /// The result of converting an entry to an indicator.
    enum Reading: Sendable, Hashable {
        /// An equivalent indicator.
        case same(String)
        /// An indicator that also matches other text, and the reason.
        case wider(String, String)
        /// No indicator, and the reason.
        case none(String)
    }

    /// Converts an entry to an indicator.
    func reading(of entry: String) -> Reading {
        let spaced = partsAtUnderscore ? entry.replacingScalars { $0 == "_" ? " " : nil } : entry
        let words = spaced.split(whereSeparator: \.isWhitespace)
        let text = words.joined(separator: " ")
        guard text.utf8.count <= CodebookLimits.nameLength || text.unicodeScalars.count <= CodebookLimits.nameLength
        else { return .none("skipped: it is longer than \(CodebookLimits.nameLength) characters") }
        if words.contains(where: Self.isOperator) {
            guard hasOperators else { return .none("skipped: in Tema it is an operator, not a word") }
            return checked(text)
        }
        if star == .atEnd, text.unicodeScalars.dropLast().contains("*") {
            return .none("skipped: its * is not a wildcard at this position")
        }
        let hasSign = !hasQuestionMark && text.unicodeScalars.contains("?")
        if !hasSign, text.utf8.allSatisfy(Self.isPlain) { return checked(text) }
        if words.contains(where: Self.hasWildcardInside) {
            return .none("skipped: a wildcard between characters that are single words in Tema")
        }
        return withoutPunctuation(hasSign ? text.replacingScalars { $0 == "?" ? "\\?" : nil } : text)
    }

    /// Returns the entry for an indicator, or nil if no entry reads back as the same pattern.
    func entry(for match: String) -> String? {
        guard let pattern = try? IndicatorPattern(match), hasOperators || pattern.proximity == nil else { return nil }
        let text = pattern.proximity == nil ? PhraseCut(match).text : match
        guard case .same(let read) = reading(of: text), (try? IndicatorPattern(read)) == pattern else { return nil }
        return partsAtUnderscore ? read.replacingScalars { $0 == " " ? "_" : nil } : read
    }

    private func checked(_ text: String) -> Reading {
        if (try? IndicatorPattern(text)) != nil { return .same(text) }
        if text.isEmpty { return .none("skipped: it is empty") }
        if text.utf8.contains(UInt8(ascii: "/")) { return .none("skipped: its operator is not valid") }
        return .none(PhrasePattern(text).words.isEmpty ? Self.noWord : "skipped: it would match every word")
    }

    private static let noWord = "skipped: it contains no word"

    /// Converts an entry with punctuation. Between words it is required in the text, at the ends it is ignored.
    private func withoutPunctuation(_ text: String) -> Reading {
        let cut = PhraseCut(text)
        guard !cut.ignored.isEmpty else { return checked(cut.hasIgnoredWildcard ? cut.text : text) }
        // Excludes emoticons such as 8) and :D, whose letters are not words.
        guard cut.text.unicodeScalars.count(where: \.properties.isAlphabetic) > 1 else { return .none(Self.noWord) }
        return .wider(cut.text, "also matches without the punctuation at its ends")
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

    /// Whether a wildcard is inside a word of single-character words. At the ends of such a word `*` has no effect.
    private static func hasWildcardInside(_ word: Substring) -> Bool {
        let scalars = word.unicodeScalars
        guard scalars.contains(where: Word.isUnspacedScript) else { return false }
        let inside = scalars.drop { $0 == "*" }.reversed().drop { $0 == "*" }
        return inside.contains { $0 == "*" || $0 == "?" }
    }
}
