import TemaModel
import Testing

@testable import TemaCodebook

@Suite("Dictionaries of Yoshikoder") struct YoshikoderDictionaryTests {
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

    @Test("have one category above all, which is the dictionary, and descriptions")
    func tree() throws {
        let read = try Converted(Self.text, YoshikoderDictionary.self)
        #expect(read.outline == "A-&-B=A & B [more*] (C [little lamb])")
        #expect(read.codebook.title == ByLanguage("Mine") && read.codebook.description == ByLanguage("Of mine"))
        #expect(read.codebook.codes[0].definition == ByLanguage("What \"it\" is") && read.losses.isEmpty)
    }

    @Test("lose scores, regular expressions and what is unknown")
    func losses() throws {
        let text = """
            <dictionary patternengine="regexp"><cnode name="a" score="2"><pnode name="w(a|b)" /><pnode name="x" score="1"/>
            <note/></cnode></dictionary>
            """
        let read = try Converted(text, YoshikoderDictionary.self)
        #expect(read.outline == "a [x]")
        #expect(
            read.losses == [
                "1 × score of cnode: left out: a codebook has no place for it",
                "1 × entry “w(a|b)”: left out: it is a regular expression",
                "1 × score of pnode: left out: a codebook has no place for it",
                "1 × element note: left out: no category (cnode)",
            ])
    }

    @Test("of Lexicoder find letters anywhere, but where a space says that a word ends")
    func lexicoder() throws {
        let text = """
            <dictionary style="Lexicoder" name="agendas"><cnode name="t100"><pnode name="totaal aanbod"></pnode>
            <pnode name=" NBB "/><pnode name="burgerrecht "/><pnode name=" rente"/></cnode></dictionary>
            """
        let read = try Converted(text, YoshikoderDictionary.self)
        #expect(read.outline == "t100 [*totaal aanbod* | NBB | *burgerrecht | rente*]")
        #expect(read.codebook.title == ByLanguage("agendas"))
    }

    @Test("are written so that they read back the same, byte by byte")
    func written() throws {
        let read = try Converted(Self.text, YoshikoderDictionary.self)
        let written = try Converted.written(read.codebook, YoshikoderDictionary.self)
        #expect(written.text == Self.text && written.losses.isEmpty)
    }

    private static let faults: [(String, String)] = [
        ("<a/>", "1: error: its outermost element is a, not dictionary"), ("<dictionary>", "1:"),
        ("<dictionary/>", "error: there is no category in it"),
        ("<dictionary><cnode/></dictionary>", "1: error: a category has no name"),
        ("<dictionary>" + String(repeating: "<cnode name='a'>", count: 300), "1:"),
        (
            "<dictionary>" + String(repeating: "<cnode name='a'>", count: 100) + "<pnode name='b'/>"
                + String(repeating: "</cnode>", count: 100) + "</dictionary>", "1: error: categories stand more"
        ),
    ]

    @Test("are refused with the line", arguments: faults.indices)
    func fault(at index: Int) throws {
        let problem = try #require(Converted.problem(Self.faults[index].0, YoshikoderDictionary.self))
        #expect(problem.hasPrefix(Self.faults[index].1), "\(problem)")
    }

    @Test("cannot be made to grow")
    func bomb() throws {
        let text = """
            <!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <dictionary><cnode name="x&b;"><pnode name="y"/></cnode></dictionary>
            """
        let read = try? Converted(text, YoshikoderDictionary.self)
        #expect(read?.outline.utf8.count ?? 0 < 40)
    }
}
