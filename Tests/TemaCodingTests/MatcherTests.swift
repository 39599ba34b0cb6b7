import TemaModel
import Testing

@testable import TemaCoding

@Suite("Indicators") struct MatcherTests {
    /// Returns the words that one code's indicators match in a passage.
    private func found(
        _ indicators: [Indicator], _ text: String, language: String? = nil, kind: PassageKind = .paragraph,
        section: SectionType = .other
    ) throws -> [String] {
        let code = Code(id: "c", indicators: ByLanguage(indicators))
        return try found(Codebook(id: "book", codes: [code]), text, language: language, kind: kind, section: section)
            .map(\.words)
    }

    private func found(
        _ book: Codebook, _ text: String, language: String? = nil, kind: PassageKind = .paragraph,
        section: SectionType = .other, nesting: Matcher.Nesting = .independent
    ) throws -> [(code: String, words: String)] {
        let codes = CodeList(book)
        var coder = AutomaticCoder(
            try Matcher(codes, nesting: nesting), PassageChoice(kinds: PassageKind.allCases))
        let text = Text("before\n\n" + text)
        let passage = Passage(
            kind: kind, sectionType: section, language: language.map { _ in 0 }, span: 8..<text.utf8.count)
        let coded = coder.code(
            Document(id: "d", text: text, passages: [passage], languages: language.map { [$0] } ?? []))
        return coded.codings.flatMap { coding in
            coded.evidence(of: coding).map { (codes.entries[coding.code].path, text.string($0.span)) }
        }
    }

    private static let matches: [(String, String, [String])] = [
        ("live", "They live, alive, to LIVE", ["live", "LIVE"]),
        ("want*", "want wanted unwanted wantś", ["want", "wanted", "wantś"]),
        ("*able", "able unable table-top ables", ["able", "unable", "table"]),
        ("cop?", "cope cop copes copé", ["cope", "copé"]),
        ("c*p?e*", "coping copier cape", ["copier"]),
        ("want* to live", "he wanted to live; want\u{A0}to\nlive", ["wanted to live", "want\u{A0}to\nlive"]),
        ("self esteem", "self-esteem self\u{2010}esteem, self. esteem", ["self-esteem", "self\u{2010}esteem"]),
        ("self-esteem", "self esteem self- esteem", ["self esteem", "self- esteem"]),
        ("selfesteem", "self\u{AD}esteem", ["self\u{AD}esteem"]),
        ("café", "cafe\u{301} CAFÉ cafe", ["cafe\u{301}", "CAFÉ"]),
        ("caf?", "cafe\u{301}", ["cafe\u{301}"]),
        ("survivor's", "survivor’s survivor's survivors'", ["survivor’s", "survivor's"]),
        ("survivor", "the survivor's voice", ["survivor"]), ("union", "l’union", ["union"]),
        ("won", "I won, they won't", ["won"]), ("don't", "DON’T", ["DON’T"]), ("сім'я", "Сім’я", ["Сім’я"]),
        ("λόγος", "ΛΌΓΟΣ", ["ΛΌΓΟΣ"]), ("office", "oﬃce", ["oﬃce"]), ("co2", "CO₂", ["CO₂"]),
        ("insan", "İnsan", ["İnsan"]), ("كتاب", "كِتاب", ["كِتاب"]), ("col·legi", "Col·legi", ["Col·legi"]),
        ("mother-child", "mother–child, mother – child", ["mother–child"]),
        ("lost hope", "I was lost - hope came", []), ("lost - hope", "lost - hope", ["lost - hope"]),
        ("a b", "a\tb a b", ["a b"]), ("1,000", "1,000 1000 11,000 1,000,000 1, 000", ["1,000", "1, 000"]),
        ("1000", "1,000 1000.5 1000.", ["1000"]), ("R&D", "R&D R & D RD R D", ["R&D", "R & D"]),
        ("U.S.", "the U.S. of us U S", ["U.S"]), ("s/he", "s/he she s he", ["s/he"]),
        ("#metoo", "#MeToo metoo", ["MeToo"]), ("₹5", "₹5 5 ₹50", ["5"]), ("C++", "C++ C C+", ["C"]),
        ("50%", "50% 50 % 50 5 50", ["50", "50"]), ("50", "50%", ["50"]), ("a\\*b", "a*b ab", ["a*b"]),
        ("人* 身", "人 身", ["人 身"]), ("a&* b", "a&x b, a x b", ["a&x b"]),
        ("人身", "贩卖人身,人 身", ["人身", "人 身"]),
        ("กข", "xกข", ["กข"]),
        ("* home", "leave home", ["leave home"]),
        ("to *", "to go to", ["to go"]),
        ("İstanbul", "i\u{307}stanbul İSTANBUL", ["i\u{307}stanbul", "İSTANBUL"]),
        ("a b a", "a b a b a", ["a b a", "a b a"]),
        (
            "reason* NEAR/2 live", "live for a reason. reasons x y live. reason a b c live",
            ["live for a reason", "reasons x y live", "live. reason"]
        ),
        ("a NEAR/0 b", "b a x b", ["b a"]),
        ("work THEN/3 injury", "injury at work, an injury", ["work, an injury"]),
        ("a THEN/9 b c", "a x b c y b c", ["a x b c"]),
    ]

    @Test("Indicators match according to the rules", arguments: matches.indices)
    func match(at index: Int) throws {
        let (indicator, text, expected) = Self.matches[index]
        #expect(try found([Indicator(indicator)], text) == expected, "\(indicator) in \(text)")
    }

    @Test("Matches that overlap an exception are dropped")
    func unless() throws {
        let indicator = Indicator("trafficking", unless: ["drug trafficking", "arms NEAR/2 trafficking"])
        #expect(try found([indicator], "drug trafficking; child trafficking") == ["trafficking"])
        #expect(try found([indicator], "trafficking in arms") == [])
    }

    @Test("Indicators apply only to their kinds and sections")
    func places() throws {
        let indicator = Indicator("hope", kinds: [.quote], sections: [.results])
        #expect(try found([indicator], "hope", kind: .quote, section: .results) == ["hope"])
        #expect(try found([indicator], "hope", kind: .paragraph, section: .results) == [])
        #expect(try found([indicator], "hope", kind: .quote, section: .methods) == [])
    }

    private static let scripts: [(indicator: String, found: [String], other: [String])] = [
        ("straße", ["STRASSE", "Straße"], ["Straßen"]), ("insan", ["İnsan", "insan", "INSAN"], ["isan"]),
        ("ışık", ["IŞIK", "ışık"], ["işler"]), ("λόγος", ["ΛΌΓΟΣ", "λόγος"], ["λογος"]), ("сім'я", ["Сім’я"], ["сімя"]),
        ("كتاب", ["كِتاب", "كـتاب"], ["كاتب"]), ("ספר", ["סֵפֶר"], ["ספרים"]), ("हिन्दी", ["हिन्दी"], ["हिंदी"]),
        ("ভাষা", ["ভাষা"], ["ভাষার"]), ("학교*", ["학교", "학교에서"], ["대학교"]), ("人身", ["贩卖人身"], ["人的身"]),
        ("ครู", ["คุณครู"], ["ครั้ง"]), ("ქართული", ["ქართული", "ᲥᲐᲠᲗᲣᲚᲘ"], ["ქართულ"]),
    ]

    @Test("Words are found in any script", arguments: scripts.indices)
    func anyScript(index: Int) throws {
        let (indicator, texts, other) = Self.scripts[index]
        for text in texts { #expect(try found([Indicator(indicator)], text).count == 1, "\(indicator) in \(text)") }
        for text in other { #expect(try found([Indicator(indicator)], text).isEmpty, "\(indicator) in \(text)") }
    }

    @Test("A match may be required to be inside one sentence")
    func sentence() throws {
        let text = "They lack money. Credit is far. They lack any credit."
        let near = Indicator("lack NEAR/4 credit", isWithinSentence: true)
        #expect(try found([near], text) == ["lack any credit"])
        #expect(try found([Indicator("lack NEAR/4 credit")], text).first == "lack money. Credit")
        #expect(try found([Indicator("far", isWithinSentence: true)], text) == ["far"])
    }

    @Test("Accents count, unless the codebook ignores them")
    func accents() throws {
        let code = Code(id: "a", indicators: ByLanguage([Indicator("élève*"), Indicator("λογος")]))
        let text = "Élève, ELEVES, λόγος, кафе"
        #expect(try found(Codebook(id: "b", codes: [code]), text).map(\.words) == ["Élève"])
        let ignoring = Codebook(id: "b", ignoresAccents: true, codes: [code])
        #expect(try found(ignoring, text).map(\.words) == ["Élève", "ELEVES", "λόγος"])
    }

    @Test("Nested matches of one code become the longest; partly overlapping matches are both kept")
    func nested() throws {
        let states = [Indicator("united states"), Indicator("united states of america"), Indicator("states of")]
        #expect(try found(states, "United States of America") == ["United States of America"])
        #expect(try found([Indicator("a b"), Indicator("b c")], "a b c") == ["a b", "b c"])
    }

    @Test("Matches of several codes are independent, unless nesting is longest")
    func nesting() throws {
        let book = Codebook(
            id: "b",
            codes: [
                Code(id: "short", indicators: ByLanguage([Indicator("states"), Indicator("samoa")])),
                Code(id: "long", indicators: ByLanguage([Indicator("united states"), Indicator("samoa")])),
            ])
        let text = "United States, Samoa"
        #expect(
            try found(book, text).map { "\($0.code): \($0.words)" } == [
                "short: States", "short: Samoa", "long: United States", "long: Samoa",
            ])
        #expect(
            try found(book, text, nesting: .longest).map { "\($0.code): \($0.words)" } == [
                "short: Samoa", "long: United States", "long: Samoa",
            ])
    }

    @Test(
        "The indicators of the passage's language apply, or all if there are none",
        arguments: [
            ("en", ["live"]), ("EN-gb", ["live"]), ("id", ["hidup"]), (nil, ["live", "hidup"]),
            ("fr", ["live", "hidup"]),
        ])
    func languages(language: String?, expected: [String]) throws {
        let lists = ByLanguage(entries: [
            .init(language: "en", value: [Indicator("live")]), .init(language: "id", value: [Indicator("hidup")]),
        ])
        let book = Codebook(id: "b", codes: [Code(id: "c", indicators: lists)])
        #expect(try found(book, "live hidup", language: language).map(\.words) == expected)
    }

    @Test(
        "Indicators that cannot match are rejected",
        arguments: ["", " ", "!", "*", "* *", "a NEAR/x b", "a NEAR/1 b NEAR/1 c", "NEAR/3 b"])
    func refused(_ indicator: String) {
        #expect(throws: Problem.self) { try found([Indicator(indicator)], "a") }
    }
}
