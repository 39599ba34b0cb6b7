import TemaModel
import Testing

@testable import TemaTables

@Suite("BibTeX entries")
struct BibTeXEntryTests {
    @Test("contain all known fields")
    func whole() {
        var metadata = APAReferenceTests.article(
            ["Cecchet, Stacy J.", "King, Martin Luther, Jr.", "World Health Organization"], 2014,
            "The psychological experience", doi: "10.5555/a_b{c}")
        metadata.keywords = ["hope", "R&D"]
        let entry = BibTeXEntry(metadata, id: "x")
        #expect(
            entry.text(key: entry.key) == """
                @article{cecchet2014psychological,
                  author = {Cecchet, Stacy J. and King, Jr., Martin Luther and {World Health Organization}},
                  title = {{The psychological experience}},
                  journal = {Journal of Plans},
                  year = {2014},
                  volume = {3},
                  number = {2},
                  pages = {14--29},
                  doi = {10.5555/a_b%7Bc%7D},
                  keywords = {hope, R\\&D},
                }

                """)
    }

    private static let titles: [(String, String)] = [
        ("50 % & more_x #1 $2", "50 \\% \\& more\\_x \\#1 \\$2"),
        ("{a}\\b~c^d", "\\textbraceleft{}a\\textbraceright{}\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d"),
        ("}{", "\\textbraceright{}\\textbraceleft{}"), ("Größe, 長い", "Größe, 長い"), ("two\nlines", "two lines"),
    ]

    @Test("escape the special characters of LaTeX, and have balanced braces", arguments: titles)
    func escapes(title: String, escaped: String) {
        let text = BibTeXEntry(APAReferenceTests.article([], nil, title), id: "x").text(key: "k")
        #expect(text.contains("  title = {{\(escaped)}},\n"), "\(text)")
        #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
    }

    private static let keys: [([String], Int?, String?, String, String)] = [
        (["Müller-Løvås, É."], 2020, "A wish", "x", "mullerlovas2020wish"),
        (["O'Neill, B."], nil, "The of it", "x", "oneillthe"), ([], 2019, "Hope", "x", "2019hope"),
        (["王"], 2001, "長い", "PMC12/3", "PMC123"), ([], nil, nil, "/-", "document"),
    ]

    @Test("have ASCII keys that depend on the article only", arguments: keys.indices)
    func key(at index: Int) {
        let (authors, year, title, id, key) = Self.keys[index]
        #expect(BibTeXEntry(APAReferenceTests.article(authors, year, title), id: id).key == key)
    }
}
