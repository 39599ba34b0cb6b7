import TemaModel
import Testing

@testable import TemaCodebook

@Suite("Yoshikoder dictionaries") struct YoshikoderDictionaryTests {
    private static let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <dictionary style="050805" patternengine="substring">
        \t<cnode name="Mine" desc="Of mine">
        \t\t<cnode name="A &amp; B" desc="What &quot;it&quot; is">
        \t\t\t<pnode name="more*"/>
        \t\t\t<cnode name="C" desc="">
        \t\t\t\t<pnode name="little lamb"/>
        \t\t\t</cnode>
        \t\t</cnode>
        \t</cnode>
        </dictionary>

        """

    @Test("The top category is the dictionary, and descriptions are definitions")
    func tree() throws {
        let read = try Converted(Self.text, YoshikoderDictionary.self)
        #expect(read.outline == "A-&-B=A & B [more*] (C [little lamb])")
        #expect(read.codebook.title == ByLanguage("Mine") && read.codebook.description == ByLanguage("Of mine"))
        #expect(read.codebook.codes[0].definition == ByLanguage("What \"it\" is") && read.losses.isEmpty)
    }

    @Test("Scores, regular expressions and unknown elements are reported")
    func losses() throws {
        let text = """
            <dictionary patternengine="regexp"><cnode name="a" score="2"><pnode name="w(a|b)" /><pnode name="x" score="1"/>
            <note/></cnode></dictionary>
            """
        let read = try Converted(text, YoshikoderDictionary.self)
        #expect(read.outline == "a [x]")
        #expect(
            read.losses == [
                "1 × score of cnode: skipped: a codebook has no field for it",
                "1 × entry “w(a|b)”: skipped: it is a regular expression",
                "1 × score of pnode: skipped: a codebook has no field for it",
                "1 × element note: skipped: not a category (cnode)",
            ])
    }

    @Test("Entries of Lexicoder match anywhere in a word, except where a space marks a word boundary")
    func lexicoder() throws {
        let text = """
            <dictionary style="Lexicoder" name="agendas"><cnode name="t100"><pnode name="totaal aanbod"></pnode>
            <pnode name=" NBB "/><pnode name="burgerrecht "/><pnode name=" rente"/></cnode></dictionary>
            """
        let read = try Converted(text, YoshikoderDictionary.self)
        #expect(read.outline == "t100 [*totaal aanbod* | NBB | *burgerrecht | rente*]")
        #expect(read.codebook.title == ByLanguage("agendas"))
    }

    @Test("A dictionary that is read and written has the same bytes")
    func written() throws {
        let read = try Converted(Self.text, YoshikoderDictionary.self)
        let written = try Converted.written(read.codebook, YoshikoderDictionary.self)
        #expect(written.text == Self.text && written.losses.isEmpty)
    }

    private static let faults: [(String, String)] = [
        ("<a/>", "1: error: the root element is a, not dictionary"), ("<dictionary>", "1:"),
        ("<dictionary/>", "error: the file contains no category"),
        ("<dictionary><cnode/></dictionary>", "1: error: a category has no name"),
        ("<dictionary>" + String(repeating: "<cnode name='a'>", count: 300), "1:"),
        (
            "<dictionary>" + String(repeating: "<cnode name='a'>", count: 100) + "<pnode name='b'/>"
                + String(repeating: "</cnode>", count: 100) + "</dictionary>", "1: error: categories are nested more"
        ),
    ]

    @Test("Invalid dictionaries are rejected with the line", arguments: faults.indices)
    func fault(at index: Int) throws {
        let problem = try #require(Converted.problem(Self.faults[index].0, YoshikoderDictionary.self))
        #expect(problem.hasPrefix(Self.faults[index].1), "\(problem)")
    }

    @Test("Entities are not expanded")
    func bomb() throws {
        let text = """
            <!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <dictionary><cnode name="x&b;"><pnode name="y"/></cnode></dictionary>
            """
        let read = try? Converted(text, YoshikoderDictionary.self)
        #expect(read?.outline.utf8.count ?? 0 < 40)
    }
}
