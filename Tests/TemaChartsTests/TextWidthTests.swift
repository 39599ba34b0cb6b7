import Testing

@testable import TemaCharts

@Suite("The estimated width of text") struct TextWidthTests {
    /// The expected widths are those of DejaVu Sans in thousandths of the font size.
    @Test(
        "is at least the width in a wide font, and at most a third more",
        arguments: [
            ("Desire to live", 7065), ("Recognising the need for safe relationships", 23610), ("1234567890", 6362),
            ("WWMM", 3704), ("illicit", 2596), ("Code 1.2 (3.0 %)", 8890),
        ])
    func known(text: String, thousandths: Double) {
        let width = TextWidth.of(text) / TextWidth.size * 1000
        #expect(width >= thousandths * 0.97 && width <= thousandths * 1.33, "\(text): \(width)")
    }

    @Test(
        "determines where lines are broken and cut",
        arguments: [
            ("one two three", 55.0, 3, ["one two", "three"]), ("one two three", 55.0, 1, ["one t…"]), ("", 50, 2, []),
            ("Donaudampfschiff", 50, 2, ["Donau-", "damp…"]), ("  a   b ", 50, 2, ["a b"]),
            ("a b c", 1, 2, ["…", "…"]),
        ] as [(String, Double, Int, [String])])
    func lines(text: String, width: Double, most: Int, lines: [String]) {
        #expect(TextWidth.lines(text, width: width, most: most) == lines)
    }

    @Test(
        "never cuts inside a character that consists of several scalars",
        arguments: ["क्षत्रियक्षत्रियक्षत्रिय", "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "خَوْفٌخَوْفٌخَوْفٌ"])
    func clusters(text: String) {
        let whole = TextWidth.of(text)
        for share in [0.3, 0.5, 0.7, 0.9] {
            let cut = TextWidth.cut(text, width: whole * share)
            #expect(cut.hasSuffix("…") && text.hasPrefix(String(cut.dropLast())), "\(share)")
            #expect(text.starts(with: cut.dropLast()))
        }
        let lines = TextWidth.lines(text, width: 60, most: 9)
        #expect(lines.joined().filter { $0 != "-" } == text)
    }
}
