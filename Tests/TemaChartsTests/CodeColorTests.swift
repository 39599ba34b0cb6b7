import Testing

@testable import TemaCharts

@Suite("A code's colour") struct CodeColorTests {
    @Test(
        "is read from the forms of codebooks",
        arguments: [
            ("#2A9D8F", "#2a9d8f"), ("#abc", "#aabbcc"), ("2a9d8f", "#2a9d8f"), ("#2a9d8f80", "#2a9d8f"), ("red", nil),
            ("", nil), ("#12345", nil), ("#gggggg", nil), ("#１２３", nil),
        ] as [(String, String?)])
    func read(text: String, hex: String?) {
        #expect(CodeColor(text)?.hex == hex)
    }

    @Test(
        "is clear where its contrast with the background is at least 3 : 1",
        arguments: [
            ("#949494", true, true), ("#959595", false, true), ("#000000", true, false), ("#ffffff", false, true),
            ("#5f5f66", true, false), ("#6a6a6a", true, true),
        ])
    func clear(text: String, light: Bool, dark: Bool) throws {
        let color = try #require(CodeColor(text))
        #expect(color.isClearOnLight == light && color.isClearOnDark == dark)
        #expect(color.needsSwatch == !(light && dark))
    }
}
