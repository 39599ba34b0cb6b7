import Testing

@testable import TemaIngest

@Suite("The text of Word documents") struct WordTextTests {
    /// Returns a paragraph of runs, each with its properties and content.
    private static func p(_ runs: (properties: String, content: String)..., properties: String = "") -> String {
        let runs = runs.map { "<w:r><w:rPr>\($0.properties)</w:rPr>\($0.content)</w:r>" }
        return "<w:p><w:pPr>\(properties)</w:pPr>\(runs.joined())</w:p>"
    }

    private static func t(_ text: String) -> String { "<w:t xml:space=\"preserve\">\(text)</w:t>" }

    private static func bold(_ text: String) -> String { p(("<w:b/>", t(text))) }

    private static let drop = "<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>"

    private static func field(_ instruction: String, _ result: String) -> String {
        "<w:fldChar w:fldCharType=\"begin\"><w:fldData>QUJD</w:fldData></w:fldChar><w:instrText>\(instruction)</w:instrText>"
            + "<w:fldChar w:fldCharType=\"separate\"/>\(result)<w:fldChar w:fldCharType=\"end\"/>"
    }

    private static let headingCases: [(String, [String])] = [
        (
            bold("Methods") + p(("", t("x"))) + p(("<w:b/>", t("2. Re")), ("<w:b w:val=\"1\"/><w:caps/>", t("sults")))
                + p(("<w:rStyle w:val=\"Stark\"/>", t("Discussion")), ("", t(" "))) + p(("", t("y"))),
            [
                "heading methods: Methods", "paragraph methods: x", "heading results: 2. Results",
                "heading discussion: Discussion", "paragraph discussion: y",
            ]
        ),
        (
            p(("", t("Results")), properties: "<w:pStyle w:val=\"Fett\"/>")
                + p(("<w:b w:val=\"0\"/>", t("Results")), properties: "<w:pStyle w:val=\"Fett\"/>"),
            ["heading results: Results", "paragraph results: Results"]
        ),
        // A bold heading is below the last heading that is one by its style.
        (
            ComposedWord.p("Part", "berschrift1") + bold("Methods") + bold("Results")
                + ComposedWord.p("Next", "berschrift1")
                + p(("", t("x"))),
            [
                "heading other: Part", "heading methods: Methods", "heading results: Results", "heading other: Next",
                "paragraph other: x",
            ]
        ),
        (
            p(("<w:b/>", t("Methods. ")), ("", t("We asked."))) + bold("The results were good.")
                + bold("Background: nurse")
                + bold("What methods?") + bold("methods") + bold("Maria"),
            [
                "paragraph other: Methods. We asked.", "paragraph other: The results were good.",
                "paragraph other: Background: nurse", "paragraph other: What methods?", "paragraph other: methods",
                "paragraph other: Maria",
            ]
        ),
        ("<w:tbl><w:tr><w:tc>\(bold("Methods"))</w:tc></w:tr></w:tbl>", ["table-row other: Methods"]),
    ]

    @Test("A bold line that names a section is a heading", arguments: headingCases)
    func headings(body: String, expected: [String]) throws {
        #expect(try Reading(ComposedWord.file(body), WordReader.self).passages == expected)
    }

    private static let dropCapCases: [(String, [String])] = [
        (p(("", t("N")), properties: drop) + p(("", t("obody slept."))), ["paragraph other: Nobody slept."]),
        (p(("<w:b/>", t("N")), properties: drop) + ComposedWord.p("ow", "Zitat"), ["quote other: Now"]),
        (
            p(("", t("A")), properties: drop) + "<w:tbl><w:tr><w:tc>\(p(("", t("b"))))</w:tc></w:tr></w:tbl>",
            ["paragraph other: A", "table-row other: b"]
        ),
        (p(("", t("A")), properties: drop), ["paragraph other: A"]),
    ]

    @Test("A drop cap belongs to the next paragraph", arguments: dropCapCases)
    func dropCap(body: String, expected: [String]) throws {
        #expect(try Reading(ComposedWord.file(body), WordReader.self).passages == expected)
    }

    private static let textCases: [(String, String, [String])] = [
        (
            "<w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"symbol\" w:char=\"B1\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Arial\" w:char=\"2265\"/>",
            "α±✓≥", []
        ),
        (
            "a<w:sym w:font=\"Webdings\" w:char=\"F061\"/><w:sym w:font=\"Symbol\" w:char=\"F0F0\"/><w:sym w:char=\"x\"/>"
                + t("b"),
            "b", ["sym not text ×3 3"]
        ),
        ("<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr>" + t("b\u{F0A3}"), "β≤", []),
        (
            t("x") + "<w:softHyphen/>" + t("y") + "<w:noBreakHyphen/>" + t("z") + "<w:cr/><w:ptab/>" + t("w"),
            "x\u{AD}y-z w", []
        ),
        (
            "<w:ruby><w:rubyPr/><w:rt><w:r>\(t("kan"))</w:r></w:rt><w:rubyBase><w:r>\(t("漢"))</w:r></w:rubyBase></w:ruby>",
            "漢", ["rt not text ×1 3"]
        ),
        (
            field("ADDIN ZOTERO_ITEM {}", t("(Doe, 2010)")), "(Doe, 2010)",
            ["fldData not text ×1 4", "instrText not text ×1 20"]
        ),
        // The result of a field in an instruction belongs to the instruction.
        (
            "<w:fldChar w:fldCharType=\"begin\"/><w:instrText>IF </w:instrText><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/>\(t("no"))<w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/>\(t("yes"))<w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"end\"/>",
            "yes", ["instrText not text ×1 2", "fldChar not text ×1 2"]
        ),
        (
            "<w:fldChar w:fldCharType=\"begin\"/></w:r></w:p><w:p><w:r>" + t("after"), "after", []
        ),
        (
            t("fear") + "<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/>" + t("*"), "fear",
            ["footnoteReference note mark ×1 1"]
        ),
        ("<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>" + t("2"), "2", []),
        (
            "</w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>\(t("Click here"))</w:r></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr w:val=\"0\"/></w:sdtPr><w:sdtContent><w:r>\(t("kept"))</w:r></w:sdtContent></w:sdt><w:r>",
            "kept", ["sdtContent not text ×1 10"]
        ),
        (
            field(" TOC \\o &quot;1-3&quot;", t("Results 4")) + "</w:r></w:p><w:p><w:r>" + t("x"), "x",
            ["fldData not text ×1 4", "instrText not text ×1 12", "table of contents not text ×1 9"]
        ),
    ]

    @Test("Symbols, fields and marks of runs are text, or in the ledger", arguments: textCases)
    func text(run: String, expected: String, ledger: [String]) throws {
        let reading = try Reading(ComposedWord.file("<w:p><w:r>\(run)</w:r></w:p>"), WordReader.self)
        #expect(reading.documents.map(\.text.string) == [expected])
        #expect(reading.ledger == ledger)
    }
}
