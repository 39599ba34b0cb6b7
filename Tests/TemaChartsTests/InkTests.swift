import Testing

@testable import TemaCharts

@Suite("Every ink") struct InkTests {
    private static let textPairs: [(Ink, Ink)] =
        [(.ink, .paper), (.soft, .paper), (.ink, .band), (.link, .paper), (.ink, .mark)]
        + Ink.heat.indices.map { (Ink.onHeat($0), Ink.heat[$0]) }

    private static let shapePairs: [(Ink, Ink)] =
        [(.bar, .paper), (.second, .paper), (.edge, .paper), (.bar, .band), (.second, .band)]
        + Ink.groups.map { ($0, .paper) }

    @Test(
        "of text has a contrast of at least 4.5 : 1 on light and dark backgrounds", arguments: textPairs.indices)
    func text(at index: Int) {
        let (ink, paper) = (Self.textPairs[index].0.colors, Self.textPairs[index].1.colors)
        #expect(Contrast.of(ink.light, paper.light) >= 4.5, "\(Self.textPairs[index])")
        #expect(Contrast.of(ink.dark, paper.dark) >= 4.5, "\(Self.textPairs[index])")
    }

    @Test("of a meaningful shape has a contrast of at least 3 : 1", arguments: shapePairs.indices)
    func shapes(at index: Int) {
        let (ink, paper) = (Self.shapePairs[index].0.colors, Self.shapePairs[index].1.colors)
        #expect(Contrast.of(ink.light, paper.light) >= 3, "\(Self.shapePairs[index])")
        #expect(Contrast.of(ink.dark, paper.dark) >= 3, "\(Self.shapePairs[index])")
    }

    @Test("is measured as in WCAG: 21 for black on white, and known values for two greys")
    func measured() {
        #expect(abs(Contrast.of("#000000", "#ffffff") - 21) < 0.01)
        #expect(abs(Contrast.of("#777777", "#ffffff") - 4.48) < 0.01)
        #expect(abs(Contrast.of("#ff0000", "#ffffff") - 3.998) < 0.001)
    }
}

@Suite("The style of pictures") struct StylesheetTests {
    @Test("has the light colour of every ink, and the dark one for screens only", arguments: Ink.allCases)
    func inks(ink: Ink) {
        let text = Stylesheet.text
        #expect(text.contains(".f-\(ink){fill:\(ink.colors.light);fill:var(--\(ink))}"))
        #expect(text.contains("--\(ink):\(ink.colors.light)"))
        let dark = text.split(separator: "\n").first { $0.hasPrefix("@media screen and (prefers-color-scheme:dark)") }
        #expect(dark?.contains("--\(ink):\(ink.colors.dark)") == true)
    }

    @Test(
        "replaces inks of text and lines by the system's colours if the reader forces colours, and keeps those of marks"
    )
    func forced() throws {
        let line = try #require(Stylesheet.text.split(separator: "\n").first { $0.hasPrefix("@media (forced-colors") })
        #expect(line.contains("forced-color-adjust:none") && line.contains("--ink:CanvasText"))
        #expect(line.contains("--paper:Canvas;") && !line.contains("--bar:") && !line.contains("--heat"))
    }
}
