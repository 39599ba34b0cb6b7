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

    @Test("number pictures, for wide and for narrow screens, and say which command draws them")
    func figure() {
        var captions = Captions(html, ReportTests.provenance)
        let chart = BarChart(title: "T & u", description: "d", rows: [])
        _ = captions.figure(nil, chart.picture)
        let figure = captions.figure("chart frequencies", chart.picture)
        #expect(figure.contains("width=\"680\"") && figure.contains("width=\"334\""))
        #expect(figure.contains("<b>Figure 2. T &amp; u</b> d"))
        #expect(figure.contains("<code>tema chart frequencies -c b.yaml articles/</code>"))
    }

    @Test("isolate names with letters from right to left, and only these")
    func isolated() {
        let name = "\u{5D0}\u{5D5}\u{5D1}\u{5D3}\u{5DF}"
        #expect(html.text(Phrase("Source: \(name)")) == "Source: <bdi>\(name)</bdi>")
        #expect(html.text(Phrase("Source: \("10.1/<a>")")) == "Source: 10.1/&lt;a&gt;")
    }
}
