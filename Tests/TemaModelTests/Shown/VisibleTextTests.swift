import Testing

@testable import TemaModel

@Suite("Text made visible")
struct VisibleTextTests {
    @Test(
        "shows control characters and bidirectional marks",
        arguments: [
            ("plain – ünïcode 日本 👩‍👩‍👧", "plain – ünïcode 日本 👩‍👩‍👧"), ("\u{1B}[31mred", "␛[31mred"), ("\0\u{7}\u{7F}", "␀␇␡"),
            ("\u{9B}31m", "\\u{9B}31m"), ("a\tb\nc\rd\r\ne\n\nf", "a b c d e  f"),
            ("\u{202E}x\u{2028}", "\\u{202E}x\\u{2028}"),
            ("\u{2066}\u{61C}\u{200F}", "\\u{2066}\\u{61C}\\u{200F}"),
        ])
    func visible(text: String, shown: String) {
        #expect(text.visible() == shown)
    }

    @Test("replaces line breaks as requested, CR LF as one")
    func lineBreaks() {
        #expect("a\r\nb\nc\rd".visible(lineBreak: "/") == "a/b/c/d")
    }
}
