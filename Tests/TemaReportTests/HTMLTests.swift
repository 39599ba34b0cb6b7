import TemaCharts
import TemaModel
import Testing

@testable import TemaReport

@Suite("Parts of a page") struct HTMLTests {
    private let html = HTML(language: .english)

    @Test("escape mark-up in texts", arguments: ["<script>", "a\u{202E}b", "\"onload=\"", "'&"])
    func escaped(text: String) {
        let phrase = Phrase(verbatim: text)
        for piece in [HTML.text(text), html.text(phrase), html.paragraph(phrase), html.list([phrase])] {
            #expect(!piece.contains("<script") && !piece.contains("\u{202E}") && !piece.contains("\"onload"))
        }
    }

    @Test("contain the requested columns of a table, without a page around it")
    func table() {
        let table = Table(
            .init(title: "T", columns: [.init("a", "A"), .init("b", "B", style: .integer, for: .programs)]),
            rows: [.init([.text("x"), .integer(7)])])
        let html = html.table(table, columns: ["b", "a"], name: Phrase("N"))
        #expect(html.contains("<td class=\"number\">7</td>") && html.contains("aria-label=\"N\""))
        #expect(!html.contains("<html") && !html.contains("</body>"))
    }

    @Test("contain each picture for wide and for narrow screens")
    func figure() {
        let html = HTML.figure(BarChart(title: "T & u", description: "d", rows: []).picture)
        #expect(html.contains("width=\"680\"") && html.contains("width=\"334\"") && html.contains("<b>T &amp; u</b> d"))
    }
}
