import TestSupport
import Testing

@testable import TemaIngest

@Suite("Tables of HTML pages") struct HTMLTableTests {
    private static let cases: [(String, [String])] = [
        // A table with a heading in a cell, an inner table, a list, a quote, or a second paragraph.
        (
            "<tr><td>Home<td><h2>Methods</h2><p>a<p>b<ul><li>c</ul></table>d",
            [
                "paragraph other: Home", "heading methods: Methods", "paragraph methods: a", "paragraph methods: b",
                "list-item methods: c", "paragraph methods: d",
            ]
        ),
        (
            "<tr><td>a<table><tr><td>x<td>y</table></table>b",
            ["paragraph other: a", "table-row other: x\ty", "paragraph other: b"]
        ),
        ("<tr><td>a<td><ol><li>b</ol></table>", ["paragraph other: a", "list-item other: b"]),
        ("<tr><td><blockquote>a</blockquote></table>", ["quote other: a"]),
        ("<tr><td><p>a</p>b<tr><td>c</table>", ["paragraph other: a", "paragraph other: b", "paragraph other: c"]),
        (
            "<tr><td>a<td>b<tr><td><div>c</div><div>d</div></table>",
            ["a", "b", "c", "d"].map { "paragraph other: \($0)" }
        ),
        (
            "<tr><td>a<td>b<tr><td><h3>Results</h3><tr><td>c</table>",
            [
                "paragraph other: a", "paragraph other: b", "heading results: Results", "paragraph results: c",
            ]
        ),
        // Cells of one paragraph each, and cells of a table with a header, are data.
        (
            "<tr><td><p>a</p><td><div><p>b<br>c</p></div><tr><td colspan=2><p> <p>d</table>",
            ["table-row other: a\tb c", "table-row other: d"]
        ),
        (
            "<caption>c</caption><tr><td>a<td><ul><li>b<li>c</ul></table>",
            ["caption other: c", "table-row other: a\tb c"]
        ),
        ("<tr><th><h4>a</h4><td><p>b<p>c</table>", ["table-row other: a\tb c"]),
        ("<tr><td>a<script>if (<p>b</script><td hidden><h2>no</h2></td><td>c</table>", ["table-row other: a\tc"]),
        // Damaged tables.
        ("<td>a<td>b", ["paragraph other: a", "paragraph other: b"]),
        ("<tr><td>a<tr><td><h2>b", ["paragraph other: a", "heading other: b"]),
        ("<tr><td>a</td></tr></table></table></td>b", ["table-row other: a", "paragraph other: b"]),
    ]

    @Test("The blocks of a table that lays out the page are passages, and rows of data are rows", arguments: cases)
    func tables(rows: String, expected: [String]) throws {
        #expect(try Reading("<table>\(rows)", HTMLReader.self).passages == expected)
    }

    @Test("A table whose role is presentation has no rows", arguments: ["presentation", "none"])
    func presentation(role: String) throws {
        let page = "<table role=\(role)><tr><td>a<td>b</table><table><tr><td>c<td>d</table>"
        #expect(
            try Reading(page, HTMLReader.self).passages == [
                "paragraph other: a", "paragraph other: b", "table-row other: c\td",
            ])
    }

    private static let tags = [
        "table", "tr", "td", "th", "p", "div", "ul", "li", "h2", "blockquote", "tbody", "caption", "b", "sup", "thead",
        "table role=none", "td colspan=3", "nav", "rt", "aside", "a href=#n", "br",
    ]

    @Test("No word of a page is lost, wherever its tags are", arguments: 0..<300 as Range<UInt64>)
    func words(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var page = "word"
        for _ in 0..<60 {
            let tag = Self.tags[Int.random(in: 0..<Self.tags.count, using: &random)]
            page += Bool.random(using: &random) ? "<\(tag)>" : "</\(tag.prefix { $0 != " " })>"
            page += Bool.random(using: &random) ? "word" : " "
        }
        let reading = try Reading(page, HTMLReader.self)
        let letters = reading.documents.map { $0.text.string.filter { $0 == "w" }.count }.reduce(0, +)
        let omitted = reading.documents.flatMap(\.ledger.entries).map(\.characters).reduce(0, +)
        let written = page.count(of: "word")
        // An omitted text of n words has 4 n letters, and at most n - 1 spaces.
        #expect(letters + (omitted + 4) / 5 <= written && written <= letters + omitted / 4, "seed \(seed): \(page)")
    }
}

extension String {
    fileprivate func count(of word: String) -> Int { ranges(of: word).count }
}
