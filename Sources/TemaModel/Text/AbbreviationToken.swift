/// The letters, digits and full stops before a full stop.
struct AbbreviationToken {
    let scalars: [Unicode.Scalar]
    /// Whether the sentence begins with the token.
    let beginsSentence: Bool
    /// Whether a digit and one space precede the token, as in "5 km".
    let followsNumber: Bool
    /// Whether the token is a word of its own, not the end of one such as "GC-MS" or "°C".
    let isSeparate: Bool

    /// - Parameter longest: One scalar more than this is read at most.
    init(_ part: UTF8Scalars, longest: Int) {
        let tail = Array(part.suffix(longest + 3))
        var first = tail.lastIndex { !Word.isCharacter($0) && $0 != "." && !Self.isJoiner($0) }.map { $0 + 1 } ?? 0
        while first < tail.count, Self.isJoiner(tail[first]) { first += 1 }
        scalars = Array(tail[first...].suffix(longest + 1))
        beginsSentence = first == 0 && tail.count == scalars.count
        followsNumber = first > 1 && tail[first - 2].isDigit
        isSeparate = first == 0 || Self.separates(tail[..<first])
    }

    /// Whether an abbreviation can follow characters: white space, an opening bracket or quote, a full stop and a
    /// hyphen as in "J.-P.".
    private static func separates(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = before.last else { return true }
        if last == "-" { return before.dropLast().last == "." }
        if last.isSpace || last == "\"" || last == "'" { return true }
        return switch last.category {
        case .openPunctuation, .initialPunctuation, .finalPunctuation: true
        case .dashPunctuation: last == "—"
        default: last == "¿" || last == "¡"
        }
    }

    /// Whether a scalar may be inside an abbreviation: an apostrophe or a soft hyphen.
    static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { Word.isApostrophe(scalar.value) || scalar == "\u{AD}" }

    /// The word in lower case. Of "l'éd", the part after the apostrophe.
    var name: String {
        let joiner = scalars.dropLast(2).lastIndex(where: Self.isJoiner)
        let word = scalars[(joiner.map { $0 + 1 } ?? 0)...]
        return word.reduce(into: "") { $0.unicodeScalars.append($1) }.lowercased()
    }

    var isCapitalized: Bool {
        scalars[0].isUppercase && scalars.dropFirst().allSatisfy(\.isLowercase)
    }

    var isAllCapitals: Bool { scalars.count > 1 && scalars.allSatisfy(\.isUppercase) }

    /// "1", "1.2", "II", "b". Not "I".
    var isItem: Bool {
        if scalars.count == 1, scalars[0].properties.isCased { return scalars[0] != "I" }
        return scalars.allSatisfy { $0 == "." || $0.isDigit }
            || scalars.count < 5 && scalars.allSatisfy(Abbreviations.isRoman)
    }

    /// "U.S", "p.m", "Ph.D", "S.Pd": short parts between full stops.
    var isAcronym: Bool {
        let parts = scalars.split(separator: ".")
        return parts.count > 1 && parts[0].count <= 2
            && parts.allSatisfy { $0.count <= 3 && $0.allSatisfy(\.properties.isAlphabetic) }
    }

    /// "EE", as in the Spanish plural "EE. UU.".
    var isDoubled: Bool { scalars.count == 2 && scalars[0] == scalars[1] && scalars[0].isUppercase }

    /// "Sgt", "hlm". Not "DVD", of which all letters are capitals.
    var hasNoVowel: Bool {
        (2...5).contains(scalars.count)
            && scalars.dropFirst().allSatisfy { "bcdfghjklmnpqrstvwxz".unicodeScalars.contains($0) }
            && !"aeiouyAEIOUY".unicodeScalars.contains(scalars[0]) && scalars[0].isASCII
            && !scalars[0].isDigit
    }
}
