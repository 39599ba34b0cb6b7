import Testing

@testable import TemaCharts

@Suite("SVG") struct SVGTextTests {
    @Test(
        "rounds numbers to tenths and writes only finite ones",
        arguments: [
            (0.0, "0"), (1.0, "1"), (1.25, "1.3"), (-0.5, "-0.5"), (-0.04, "0"), (12.96, "13"), (.nan, "0"),
            (.infinity, "0"), (1e300, "10000000"),
        ])
    func number(value: Double, text: String) {
        #expect(SVGText.number(value) == text)
    }

    @Test("has an element for each shape, with its tooltip if it has one")
    func shapes() {
        let text = SVGText.write([
            .rectangle(Box(1, 2, width: -3, height: 4), .bar, tip: "a<b"), .circle(Point(1, 2), radius: 3, .group0),
            .path([Point(0, 0), Point(1, 1)], .line, width: 2, isDashed: true),
            .path([Point(0, 0), Point(1, 1)], .band, isArea: true),
            .text("x", Point(1, 2), .ink, style: .init(anchor: .end, isBold: true, isUpright: true, hasHalo: true)),
        ])
        #expect(
            text == """
                <rect x="1" y="2" width="0" height="4" class="f-bar"><title>a&lt;b</title></rect>
                <circle cx="1" cy="2" r="3" class="f-group0"/>
                <path d="M0 0L1 1" class="s-line" stroke-width="2" stroke-dasharray="4 3"/>
                <path d="M0 0L1 1Z" class="f-band"/>
                <text x="1" y="2" class="h e b" transform="rotate(-90 1 2)">x</text>
                <text x="1" y="2" class="f-ink e b" transform="rotate(-90 1 2)">x</text>

                """)
    }

    @Test(
        "fills with a colour where its contrast is at least 3 : 1, elsewhere with the ink",
        arguments: [
            ("#8B0000", "fill=\"#8b0000\" class=\"n\" style=\"--n:var(--bar)\""),
            ("#1b8a5a", "fill=\"#1b8a5a\""),
            ("#000080", "fill=\"#000080\" class=\"n\" style=\"--n:var(--bar)\""),
            ("#FE9", "class=\"f-bar n\" style=\"--n:#ffee99\""),
        ])
    func fills(color: String, attributes: String) throws {
        let fill = try #require(CodeColor(color))
        let text = SVGText.write([.circle(Point(1, 2), radius: 3, .bar, color: fill)])
        #expect(text == "<circle cx=\"1\" cy=\"2\" r=\"3\" \(attributes)/>\n")
    }

    @Test(
        "writes texts from right to left with the direction, and their physical anchors",
        arguments: [
            ("الخوف (fear)", Shape.TextStyle.Anchor.start, " e\" direction=\"rtl\""),
            ("12 פחד", .end, "\" direction=\"rtl\""), ("פחד", .middle, " m\" direction=\"rtl\""),
            ("fear (الخوف)", .start, "\""), ("123", .end, " e\""),
        ])
    func directions(text: String, anchor: Shape.TextStyle.Anchor, look: String) {
        let written = SVGText.write([.text(text, Point(1, 2), .ink, style: .init(anchor: anchor))])
        #expect(written == "<text x=\"1\" y=\"2\" class=\"f-ink\(look)>\(text)</text>\n")
    }
}
