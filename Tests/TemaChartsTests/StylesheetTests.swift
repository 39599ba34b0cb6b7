import Testing

@testable import TemaCharts

@Suite("The style of pictures") struct StylesheetTests {
    @Test("has every ink, light by itself and as a property, and dark on screens alone", arguments: Ink.allCases)
    func inks(ink: Ink) {
        let text = Stylesheet.text
        #expect(text.contains(".f-\(ink){fill:\(ink.colors.light);fill:var(--\(ink))}"))
        #expect(text.contains("--\(ink):\(ink.colors.light)"))
        let dark = text.split(separator: "\n").first { $0.hasPrefix("@media screen and (prefers-color-scheme:dark)") }
        #expect(dark?.contains("--\(ink):\(ink.colors.dark)") == true)
    }
}
