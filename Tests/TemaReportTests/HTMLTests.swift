import TemaCharts
import TemaModel
import Testing

@testable import TemaReport

@Suite("Parts of a page") struct HTMLTests {
    @Test("escape mark-up in texts", arguments: ["<script>", "a\u{202E}b", "\"onload=\"", "'&"])
    func escaped(text: String) {
        for piece in [HTML.text(text), HTML.paragraph(text), HTML.list([text])] {
            #expect(!piece.contains("<script") && !piece.contains("\u{202E}") && !piece.contains("\"onload"))
        }
    }

    @Test(
        "group the digits of numbers", arguments: [(0.0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")])
    func count(number: Double, text: String) {
        #expect(HTML.count(number) == text)
    }

    @Test("contain the requested columns of a table, without a page around it")
    func table() {
        let table = Table(
            .init(title: "T", columns: [.init("a", "A"), .init("b", "B", style: .integer, for: .programs)]),
            rows: [.init([.text("x"), .integer(7)])])
        let html = HTML.table(table, columns: ["b", "a"], name: "N")
        #expect(html.contains("<td class=\"number\">7</td>") && html.contains("aria-label=\"N\""))
        #expect(!html.contains("<html") && !html.contains("</body>"))
    }

    @Test("contain each picture for wide and for narrow screens")
    func figure() {
        let html = HTML.figure(BarChart(title: "T & u", description: "d", rows: []).picture)
        #expect(html.contains("width=\"680\"") && html.contains("width=\"334\"") && html.contains("<b>T &amp; u</b> d"))
    }
}
