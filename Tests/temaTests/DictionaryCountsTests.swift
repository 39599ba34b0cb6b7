import TemaCoding
import TemaFormats
import TemaModel
import Testing

@testable import TemaCodebook

/// Compares converted dictionaries with the examples in quanteda's documentation of dictionary lookups.
@Suite("A converted dictionary gives quanteda's counts for") struct DictionaryCountsTests {
    /// Returns the names of the codes found in each text, ordered by their place in the text, then in the dictionary.
    private func found(
        _ dictionary: String, in texts: [String], _ nesting: Matcher.Nesting = .independent,
        as format: any CodebookFormat.Type = QuantedaDictionary.self
    ) throws -> [[String]] {
        var losses = Losses()
        let input = try UTF8Input(.bytes(Array(dictionary.utf8), name: "d.yml"), encoding: nil, isXML: format.isXML)
        let codebook = try format.read(input, &losses)
        #expect(losses.isEmpty)
        // A round trip through the YAML that `tema convert` writes and other commands read.
        let yaml = CodebookYAML.write(codebook)
        let (read, problems) = CodebookYAML.read(Array(yaml.utf8), file: "d.yaml")
        #expect(problems.isEmpty, "\(problems)")
        let codes = CodeList(read ?? codebook)
        var coder = AutomaticCoder(try Matcher(codes, nesting: nesting))
        return texts.map { text in
            let passage = Passage(kind: .paragraph, sectionType: .other, span: 0..<text.utf8.count)
            let coded = coder.code(Document(id: "d", text: Text(text), passages: [passage]))
            let pieces = coded.codings.flatMap { coding in
                coded.evidence(of: coding).map { (start: $0.span.lowerBound, code: coding.code) }
            }
            return pieces.sorted { ($0.start, $0.code) < ($1.start, $1.code) }.map { codes.entries[Int($0.code)].name }
        }
    }

    private static let texts = [
        "The United States is bordered by the Atlantic Ocean and the Pacific Ocean.",
        "The Supreme Court of the United States is seldom in a united state.",
        "It's Arsenal versus Manchester United, states the announcer.",
        "We need Manchester Unity in the Federal Republic of Germany today.", "United statehood is a good state.",
        "luv the united states XXOO!",
    ]

    @Test("phrases, with and without wildcards")
    func phrases() throws {
        let fixed = """
            Countries: [United States, Federal Republic of Germany]
            oceans: [Atlantic Ocean, Pacific Ocean]
            Institutions: [federal government, Supreme Court]
            team: [Manchester United, Arsenal]
            """
        let globs = """
            Countries: [United States, Federal * of *]
            oceans: ['* Ocean']
            Institutions: [federal gover*, Supreme Court]
            team: [Manchester *, Arsenal]
            """
        // In Tema punctuation breaks a phrase, so “United, states” is not found. quanteda's example has no punctuation.
        let rest = [["Countries"], [], ["Countries"]]
        let first = [["Countries", "oceans", "oceans"], ["Institutions", "Countries"], ["team", "team"]]
        #expect(try found(fixed, in: Self.texts) == first + rest)
        #expect(try found(globs, in: Self.texts) == first + [["team", "Countries"]] + rest.dropFirst())
    }

    @Test("nested matches of one category, counted once")
    func nestedInOneKey() throws {
        #expect(try found("key: [A B, A B C]", in: ["A B C"]) == [["key"]])
        #expect(try found("key: [B C, A B C]", in: ["A B C"]) == [["key"]])
        let countries = "Countries: [United States, United States of America]\noceans: [Ocean]"
        let text = "The United States of America is bordered by the Atlantic Ocean and the Pacific Ocean."
        #expect(
            try found(countries, in: [text, Self.texts[1]]) == [["Countries", "oceans", "oceans"], ["Countries"]])
    }

    @Test("matches of several categories, counted in each")
    func independent() throws {
        let globs = "Countries: [Stat*]\noceans: ['*ic']\ngameconsoles: ['?box', Nintendo*]\nswords: '*s'"
        #expect(
            try found(globs, in: Array(Self.texts.prefix(2))) == [
                ["Countries", "swords", "swords", "oceans", "oceans"], ["Countries", "swords", "swords", "Countries"],
            ])
    }

    private static let places = """
        VG: [British Virgin*]
        GB: [British, Britain]
        AS: [American Samoa*]
        US: [American]
        WS: [Samoa*]
        """
    private static let news = ["The British Virgin Islands are British.", "Samoa votes.", "American Samoa votes."]

    @Test("only the longest match of several categories with --nested longest")
    func scope() throws {
        #expect(try found(Self.places, in: Self.news) == [["VG", "GB", "GB"], ["WS"], ["AS", "US", "WS"]])
        #expect(try found(Self.places, in: Self.news, .longest) == [["VG", "GB"], ["WS"], ["AS"]])
    }

    @Test("trees of categories")
    func levels() throws {
        let tree = """
            geo:
              Countries: [States]
              oceans: [Atlantic, Pacific]
            other:
              gameconsoles: [Xbox, Nintendo]
              swords: [States]
            """
        #expect(
            try found(tree, in: Array(Self.texts.prefix(2))) == [
                ["Countries", "swords", "oceans", "oceans"], ["Countries", "swords"],
            ])
    }

    private static let letters: [(String, String, Bool)] = [
        ("?box", "Xbox", true), ("?box", "box", false), ("?box", "xxbox", false), ("a*b", "ab", true),
        ("a*b", "AxxB", true),
        ("wom?n", "WOMEN", true), ("wom?n", "womn", false), ("İstanbul", "İSTANBUL", true),
        ("ısı", "ISI", true), ("ISI", "isi", true), ("ΟΔΟΙ", "οδοί", false), ("ΟΔΟΊ", "οδοί", true),
        ("straße", "STRASSE", true),
        ("Ñandú*", "ñandúes", true), ("э?о", "ЭТО", true),
    ]

    @Test("wildcards ? and *, without regard to case in any script", arguments: letters.indices)
    func globs(at index: Int) throws {
        let (glob, word, isFound) = Self.letters[index]
        #expect(try found("a: ['\(glob)']", in: [word]) == [isFound ? ["a"] : []], "\(glob) \(word)")
    }

    @Test("the same dictionary in every format")
    func formats() throws {
        let texts = ["Killing is wrong; nurses take care."]
        let liwc = "%\n1\tharm\n2\tcare\n%\nkill*\t1\nnurse*\t2\ntake care\t2\n"
        let wordstat = "harm\n\tKILL* (1)\ncare\n\tNURSE* (1)\n\tTAKE_CARE (1)\n"
        let lexicoder = "+harm\nkill*\n+care\nnurse*\ntake care\n"
        let csv = "category,word\nharm,kill*\ncare,nurse*\ncare,take care\n"
        let given: [(String, any CodebookFormat.Type)] = [
            (liwc, LIWCDictionary.self), (wordstat, WordStatDictionary.self), (lexicoder, LexicoderDictionary.self),
            (csv, DelimitedCodebook.self),
        ]
        for (text, format) in given {
            #expect(try found(text, in: texts, as: format) == [["harm", "care", "care"]], "\(format.name)")
        }
    }

    @Test("scripts without spaces and right-to-left scripts")
    func scripts() throws {
        #expect(try found("BI: [布隆迪*]\nJP: [日本]", in: ["布隆迪人在日本。"]) == [["BI", "JP"]])
        #expect(try found("BI: [بوروندي*]", in: ["وصل البورونديون إلى بوروندية."]) == [["BI"]])
    }
}
