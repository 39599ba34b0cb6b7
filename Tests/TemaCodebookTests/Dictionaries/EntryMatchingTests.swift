import Testing

@testable import TemaCodebook

@Suite("Entries of dictionaries") struct EntryMatchingTests {
    private static let noWord = EntryMatching.Reading.none("skipped: it contains no word")
    private static let bare = "also matches without the punctuation at its ends"

    private static let globs: [(String, EntryMatching.Reading)] = [
        ("United States", .same("United States")), ("  a \t b ", .same("a b")), ("Stat*", .same("Stat*")),
        ("?box", .same("?box")), ("* Ocean", .same("* Ocean")), ("self-esteem", .same("self-esteem")),
        ("don't", .same("don't")), ("don’t*", .same("don’t*")), ("布隆迪*", .same("布隆迪")), ("*迪", .same("迪")),
        ("بوروندي*", .same("بوروندي*")), ("Côte d'Ivoire", .same("Côte d'Ivoire")), ("911", .same("911")),
        ("U.S.", .wider("U.S", bare)), ("AT&T", .same("AT&T")), ("Inc.", .wider("Inc", bare)),
        ("#metoo", .same("#metoo")), ("'tis", .wider("tis", bare)), ("students' rights", .same("students' rights")),
        ("s.o.s.", .wider("s.o.s", bare)), ("*.com", .same("*.com")),
        (":)", noWord), ("8)", noWord), (":D", noWord), ("<3", noWord), ("--", noWord),
        ("", .none("skipped: it is empty")), ("*", .none("skipped: it would match every word")),
        ("a NEAR/3 b", .none("skipped: in Tema it is an operator, not a word")),
        ("布*迪", .none("skipped: a wildcard between characters that are single words in Tema")),
        (String(repeating: "a", count: 1001), .none("skipped: it is longer than 1000 characters")),
    ]

    @Test("Entries become equivalent indicators or are reported", arguments: globs.indices)
    func glob(at index: Int) {
        #expect(EntryMatching.glob.reading(of: Self.globs[index].0) == Self.globs[index].1)
    }

    @Test("Entries have the wildcards of their format only")
    func wildcards() {
        let liwc = LIWCDictionary.matching
        #expect(liwc.reading(of: "happi*") == .same("happi*"))
        #expect(liwc.reading(of: "*ness") == .none("skipped: its * is not a wildcard at this position"))
        #expect(liwc.reading(of: "how?") == .wider("how", Self.bare))
        #expect(liwc.reading(of: "what?now") == .same("what\\?now"))
        #expect(YoshikoderDictionary.matching.reading(of: "*is*") == .same("*is*"))
        #expect(WordStatDictionary.matching.reading(of: "AIR_POLLUTION") == .same("AIR POLLUTION"))
        #expect(DelimitedCodebook.matching.reading(of: "a NEAR/3 b") == .same("a NEAR/3 b"))
        let bad = EntryMatching.Reading.none("skipped: its operator is not valid")
        #expect(DelimitedCodebook.matching.reading(of: "a NEAR/x b") == bad)
    }

    @Test("Only indicators that read back as the same pattern are written")
    func written() {
        #expect(EntryMatching.glob.entry(for: "want* to live") == "want* to live")
        #expect(EntryMatching.glob.entry(for: "want,  to\nlive") == "want, to live")
        #expect(EntryMatching.glob.entry(for: "a NEAR/3 b") == nil)
        #expect(LIWCDictionary.matching.entry(for: "*ness") == nil)
        #expect(LIWCDictionary.matching.entry(for: "wom?n") == nil)
        #expect(WordStatDictionary.matching.entry(for: "air pollution") == "air_pollution")
        #expect(DelimitedCodebook.matching.entry(for: "a NEAR/3 b") == "a NEAR/3 b")
    }
}
