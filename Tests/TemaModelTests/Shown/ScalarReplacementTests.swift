import Testing

@testable import TemaModel

@Suite("Replaced scalars")
struct ScalarReplacementTests {
    @Test(
        "are replaced everywhere, also inside grapheme clusters",
        arguments: [("", ""), ("abc", "abc"), ("xax", "--a--"), ("x\u{301}x", "--\u{301}--"), ("\r\nx", "\r\n--")])
    func replaced(text: String, expected: String) {
        let replaced = text.replacingScalars { $0 == "x" ? "--" : nil }
        #expect(Array(replaced.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("include all special characters of mark-up")
    func markup() {
        #expect("<a b=\"c\" d='e'>&amp;".escapedAsMarkup == "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;")
    }
}
