import Testing

@testable import TemaTables

@Suite("The display width of text")
struct DisplayWidthTests {
    @Test(
        "is that of a terminal",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("\u{301}", 0), ("日本", 4), ("한국", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2),
            ("ｱ", 1), ("Ａ", 2), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇮🇩", 2), ("☀", 1), ("☀\u{FE0F}", 2), ("a\u{200B}b", 2),
            ("…–█▏", 4), ("שלום", 4), ("ส้ม", 2), ("𠀀", 2), ("□", 1),
        ])
    func width(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(
        "limits cuts at either end, between grapheme clusters",
        arguments: [
            ("abcdef", 6, "abcdef", "abcdef"), ("abcdef", 4, "abc…", "…def"), ("日本語", 5, "日本…", "…本語"),
            ("日本語", 4, "日…", "…語"), ("ae\u{301}👩‍👩‍👧x", 3, "ae\u{301}…", "…x"), ("abc", 1, "…", "…"),
            ("🇮🇩🇲🇾🇯🇵", 5, "🇮🇩🇲🇾…", "…🇲🇾🇯🇵"),
        ])
    func cut(text: String, width: Int, start: String, end: String) {
        #expect(text.cut(to: width) == start)
        #expect(text.cut(to: width, keepingEnd: true) == end)
    }

    @Test(
        "limits wrapped lines, and long words are broken",
        arguments: [
            ("", 5, []), ("   ", 5, []), ("one two three", 7, ["one two", "three"]), ("one  two", 20, ["one two"]),
            ("abcdefghij k", 4, ["abcd", "efgh", "ij k"]), ("a bcdefg", 3, ["a", "bcd", "efg"]),
            ("日本語だ", 5, ["日本", "語だ"]),
        ] as [(String, Int, [String])])
    func wrap(text: String, width: Int, lines: [String]) {
        #expect(text.wrapped(to: width) == lines)
    }
}
