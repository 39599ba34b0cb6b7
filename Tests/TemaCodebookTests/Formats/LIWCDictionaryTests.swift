import TemaModel
import Testing

@testable import TemaCodebook

@Suite("LIWC dictionaries") struct LIWCDictionaryTests {
    @Test("A word is added to each of its categories, whatever separates the numbers", arguments: ["\n", "\r\n", "\r"])
    func words(_ end: String) throws {
        let text = [
            "%", "01\tHarm\t\t", "02\tCare for others", "3 Empty", "%", "", "kill*\t\t01", "nurse\t1\t02",
            "take care 2", "%",
        ]
        let read = try Converted(text.joined(separator: end), LIWCDictionary.self)
        #expect(read.outline == "Harm [kill* | nurse], Care-for-others=Care for others [nurse | take care], Empty")
        #expect(read.losses == ["1 × entry “%”: skipped: it has no category"])
    }

    @Test("The legend becomes a tree of codes, and numbers of ancestors are redundant")
    func tree() throws {
        let legend = "%\n30\taffect (Affect)\n\t31\tposemo\n\t32\tnegemo\n\t\t33\tanx\n%\n"
        let text = legend + "afraid\t30\t32\t33\nnice\t31\t30\nfeel\t30\n"
        let read = try Converted(text, LIWCDictionary.self)
        #expect(read.outline == "affect-(Affect)=affect (Affect) [feel] (posemo [nice], negemo (anx [afraid]))")
        let written = try Converted.written(read.codebook, LIWCDictionary.self)
        #expect(
            written.text
                == "%\n1\taffect (Affect)\n\t2\tposemo\n\t3\tnegemo\n\t\t4\tanx\n%\nafraid\t1\t3\t4\nfeel\t1\nnice\t1\t2\n"
        )
        #expect(written.losses.isEmpty)
    }

    @Test("Conditions, emoticons and unknown numbers are reported")
    func losses() throws {
        let text =
            "%\n1\ta\n125\tb\n464\tc\n%\nlike\t(02 134)125/464\t1\nkind\t<of>131/125 464\n"
            + "(discrep) to\t1\n:)\t1\nx\t9\n*y\t1\nz\n"
        let read = try Converted(text, LIWCDictionary.self)
        #expect(read.outline == "a [like], b, c [kind]")
        let context = "skipped: the category depends on the surrounding words"
        #expect(
            read.losses == [
                "1 × entry “like”, (02 134)125/464: \(context)", "1 × entry “kind”, <of>131/125: \(context)",
                "1 × entry “(discrep) to”: skipped: it depends on the surrounding words",
                "1 × entry “x”, 9: skipped: the legend has no such number",
                "1 × entry “z”: skipped: it has no category",
                "1 × entry “:)”: skipped: it contains no word",
                "1 × entry “*y”: skipped: its * is not a wildcard at this position",
            ])
    }

    private static let faults: [(String, String)] = [
        ("word\t1\n", "1: error: the file must begin with a legend"),
        ("\n%\n1\ta\nword\t1\n", "2: error: the legend that begins here is not closed"),
        ("%\n1\ta\n01\tb\n%\n", "3: error: duplicate number 01 in the legend"),
        ("%\n1\n%\n", "2: error: “1” is not a number and a name"),
        ("%\n%\nx\t1", "error: the file contains no category"),
        (
            "%\n" + (0..<70).map { String(repeating: "\t", count: $0) + "\($0 + 1)\ta\n" }.joined() + "%\n",
            "66: error: categories are nested more"
        ),
    ]

    @Test("Invalid dictionaries are rejected with the line", arguments: faults.indices)
    func fault(at index: Int) throws {
        let problem = try #require(Converted.problem(Self.faults[index].0, LIWCDictionary.self))
        #expect(problem.hasPrefix(Self.faults[index].1), "\(problem)")
    }

    @Test("Words are written with the numbers of all their categories")
    func written() throws {
        let below = Code(id: "b", indicators: ByLanguage([Indicator("x y"), Indicator("wom?n"), Indicator("*ness")]))
        let top = Code(id: "a", indicators: ByLanguage([Indicator("x y"), Indicator("z*")]), codes: [below])
        let written = try Converted.written(Codebook(id: "c", codes: [top]), LIWCDictionary.self)
        #expect(written.text == "%\n1\ta\n\t2\tb\n%\nx y\t1\t2\nz*\t1\n")
        #expect(
            written.losses == [
                "1 × indicator “wom?n”: skipped: LIWC cannot express it",
                "1 × indicator “*ness”: skipped: LIWC cannot express it",
                "1 × indicator also in a descendant code: kept in the descendant code only",
            ])
    }
}
