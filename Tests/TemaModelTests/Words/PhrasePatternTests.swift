import Testing

@testable import TemaModel

@Suite("A phrase of an indicator") struct PhrasePatternTests {
    /// Returns a pattern as it would be written.
    private func written(_ pattern: WordPattern) -> String {
        pattern.elements.map {
            switch $0 {
            case .scalar(let scalar): String(scalar)
            case .anyRun: "*"
            case .anyOne: "?"
            }
        }.joined()
    }

    private static let phrases: [(String, [String])] = [
        ("Want* to LIVE", ["want*", "to", "live"]), ("self-esteem", ["self", "esteem"]),
        ("a***b", ["a*b"]), ("c?p*", ["c?p*"]), ("survivor’s", ["survivor", "s"]), ("'quoted'", ["quoted"]),
        ("don’t", ["don't"]), ("don't*", ["don", "t*"]), ("self\u{AD}esteem", ["selfesteem"]), ("e\u{301}", ["é"]),
        ("人身*", ["人", "身"]), ("*人", ["人"]), ("人 * 身", ["人", "*", "身"]), ("x人y", ["x", "人", "y"]),
        ("and/or", ["and", "or"]), (" . ", []), ("", []), ("what\\?", ["what"]), ("a\\*b", ["a", "b"]),
        ("сім’я", ["сім'я"]), ("сім'*", ["сім'*"]), ("צה\"ל", ["צה\"ל"]), ("col·l*", ["col·l*"]),
        ("l'union", ["l", "union"]), ("#metoo", ["metoo"]), ("C++", ["c"]),
    ]

    @Test("is cut into words as a text", arguments: phrases)
    func words(phrase: String, expected: [String]) {
        #expect(PhrasePattern(phrase).words.map(written) == expected)
    }

    /// A phrase with an accent is not handled by the ASCII fast path.
    @Test(
        "is the same on the ASCII fast path and on the general path",
        arguments: ["Want* to LIVE", "a***b?*", "** x", "4th 9", "* ?*", "Zz09"])
    func plain(phrase: String) {
        let (plain, general) = (PhrasePattern(phrase), PhrasePattern(phrase + " é"))
        #expect(plain.words == Array(general.words.dropLast()))
        #expect(Set(plain.words.indices.dropFirst().map { plain.gap(before: $0) }).isSubset(of: [.plain]))
        #expect(Set(general.words.indices.dropFirst().map { general.gap(before: $0) }) == [.plain])
    }

    @Test("is literal where it has no wildcard")
    func literal() {
        #expect(PhrasePattern("Live l*ve *").words.map(\.literal) == ["live", nil, nil])
        #expect(PhrasePattern("l*ve * ?").words.map(\.matchesEveryWord) == [false, true, false])
        #expect(Set(PhrasePattern("live li*ve l?ve LIVE li**ve liveé éa ea").words).count == 6)
    }

    private static let gaps: [(String, [String])] = [
        ("a b", [""]), ("a-b", ["-"]), ("a - b", ["-"]), ("R&D", ["&"]), ("1,000", [","]), ("s/he", ["/"]),
        ("l’union", ["'"]), ("a (b) c", ["(", ")"]), ("a\\*b", ["*"]), ("人* 身", [""]),
    ]

    @Test("keeps the punctuation between its words", arguments: gaps.indices)
    func punctuation(index: Int) {
        let (phrase, expected) = Self.gaps[index]
        let pattern = PhrasePattern(phrase)
        let gaps = pattern.words.indices.dropFirst().map { pattern.gap(before: $0) }
        #expect(gaps.map { String(String.UnicodeScalarView($0.marks)) } == expected)
    }

    @Test("keeps signs at its ends, and lists other characters there as ignored")
    func edges() {
        let phrases = ["#metoo", "@who", "₹5", "C++", "50 %", "(“now!”)", "U.S.", "a%", "x + y"]
        let edges = phrases.map { PhrasePattern($0).edges }
        #expect(edges.prefix(3).map(\.before) == ["#", "@", "₹"])
        #expect(edges[3].after == ["+", "+"] && edges[4].after == ["%"] && edges[7].after == ["%"])
        #expect(edges[8].isEmpty && edges[2].endsWithNumber && edges[4].beginsWithNumber)
        let ignored = phrases.map { String(String.UnicodeScalarView(PhraseCut($0).ignored)) }
        #expect(ignored == ["", "", "", "", "", "(“!”)", ".", "", ""])
        #expect(PhraseCut("(“now!”)").text == "now" && PhraseCut("“#a b++”").text == "#a b++")
        #expect(PhraseCut("which one?").endsWithQuestionMark && !PhraseCut("which\\?").endsWithQuestionMark)
        #expect(PhraseCut("人*").hasIgnoredWildcard && !PhraseCut("人 *").hasIgnoredWildcard)
    }
}

@Suite("The text between two words of a phrase") struct PhraseGapTests {
    private static let cases: [(marks: String, fitting: [String], other: [String])] = [
        (
            "", [" ", "", "  ", "-", "- ", " -", "\u{2010}", "'", "’", "–", "\u{A0}", "\u{200B}", " \u{AD}"],
            [" - ", "\t", ",", ", ", "–  ", " – ", "—", "--", ".", "\u{FF0C}"]
        ),
        ("-", [" ", "-", " - ", "- "], ["--", ",", "\t-"]),
        ("–", [" ", "–", " – ", "-"], ["—"]),
        ("'", [" ", "’", "' "], ["''"]),
        ("&", ["&", " & ", "\u{AD}&"], [" ", "", "-", "&&", "\t&"]),
        (").", [").", ") ."], [".", ")", " "]),
    ]

    @Test(
        "fits if it is white space, a hyphen, a dash or an apostrophe, or the indicator's own punctuation",
        arguments: cases.indices)
    func fits(index: Int) {
        let (marks, fitting, other) = Self.cases[index]
        let gap = PhraseGap(allowing: marks.unicodeScalars)
        for text in fitting { #expect(gap.fits(Array(text.unicodeScalars)), "“\(text)” for “\(marks)”") }
        for text in other { #expect(!gap.fits(Array(text.unicodeScalars)), "“\(text)” for “\(marks)”") }
    }
}

@Suite("The text beside a phrase") struct PhraseEdgesTests {
    private static let cases: [(phrase: String, head: String, tail: String, fits: Bool)] = [
        ("#metoo", " #", "", true), ("#metoo", "# ", "", false), ("₹5", "₹", " ", true), ("5", "₹", "", true),
        ("C++", "", "++ ", true), ("C++", "", "+", false), ("C#", "", "#", true), ("50%", "", " %", true),
        ("50 %", "", "%", true), ("50%", "", "\u{A0}%", false), ("50%", "", "", false), ("1", "2,", "", false),
        ("1", "2.", "", false), ("1", "a,", "", true), ("1", "", ",0", false), ("1", "", ". ", true),
        ("1st", "2,", "", true), ("1,000", "", "", true), ("1,000", "", ",0", false),
    ]

    @Test("must have the signs of the indicator, and must not continue its numbers", arguments: cases.indices)
    func fit(index: Int) {
        let (phrase, head, tail, fits) = Self.cases[index]
        let edges = PhrasePattern(phrase).edges
        #expect(edges.fit(head: Array(head.unicodeScalars)[...], tail: Array(tail.unicodeScalars)) == fits)
    }
}
