import TemaModel
import Testing

@Suite("Words of an indicator") struct WordPatternTests {
    /// Returns a pattern as it would be written.
    private func told(_ pattern: WordPattern) -> String {
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
        ("a***b", ["a*b"]), ("c?p*", ["c?p*"]), ("survivor’s", ["survivor's"]), ("'quoted'", ["quoted"]),
        ("self\u{AD}esteem", ["selfesteem"]), ("e\u{301}", ["é"]), ("人身*", ["人", "身*"]), ("*人", ["*人"]),
        ("x人y", ["x", "人", "y"]), ("don'*", ["don'*"]), ("and/or", ["and", "or"]), (" . ", []), ("", []),
    ]

    @Test("are separated as in a text", arguments: phrases)
    func words(phrase: String, expected: [String]) {
        #expect(WordPattern.words(of: phrase).map(told) == expected)
    }

    /// A phrase with an accent is not handled by the ASCII fast path.
    @Test(
        "are the same on the ASCII fast path and on the general path",
        arguments: [
            "", "Want* to LIVE", "a***b?*", "** x", "and/or (a+b)", "4th-  9", "* ?*", "a\tb\u{1F}c", "_x_", "*-a",
            "Zz09@[`{",
        ])
    func plain(phrase: String) {
        #expect(WordPattern.words(of: phrase) + WordPattern.words(of: "é") == WordPattern.words(of: phrase + " é"))
    }

    @Test("are equal and have equal hashes if they have the same elements")
    func hash() {
        let patterns = WordPattern.words(of: "live li*ve l?ve LIVE li**ve liveé éa ea")
        #expect(Set(patterns).count == 6)
    }

    @Test("are literal if they have no wildcard")
    func literal() {
        #expect(WordPattern.words(of: "Live l*ve *").map(\.literal) == ["live", nil, nil])
        #expect(WordPattern.words(of: "l*ve * ?").map(\.matchesEveryWord) == [false, true, false])
    }

    @Test("ignore characters that cannot match, and list them")
    func ignored() {
        #expect(WordPattern.ignored(in: "and/or (a+b) c/d self-esteem") == ["/", "(", "+", ")"])
    }

    private static let pieces: [(String, [String])] = [
        ("want to live", ["want to live"]), ("U.S.", ["U", "S"]), (" - self-esteem -!", ["self-esteem"]),
        ("'tis the students' right", ["tis the students", "right"]), (":)", []),
        ("don’t*, won't", ["don’t*", "won't"]),
    ]

    @Test("are split into pieces at ignored characters", arguments: pieces.indices)
    func cut(at index: Int) {
        #expect(WordPattern.pieces(of: Self.pieces[index].0) == Self.pieces[index].1)
    }
}
