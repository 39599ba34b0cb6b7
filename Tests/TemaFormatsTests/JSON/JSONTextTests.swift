import Testing

@testable import TemaFormats

@Suite("JSON text")
struct JSONTextTests {
    @Test(
        "escapes only characters that may cause problems for readers",
        arguments: [
            ("", "\"\""), ("a\"b\\c/d", "\"a\\\"b\\\\c/d\""), ("\u{8}\t\n\u{C}\r", "\"\\b\\t\\n\\f\\r\""),
            ("\0\u{1B}\u{1F}", "\"\\u0000\\u001b\\u001f\""), ("\u{7F}\u{85}", "\"\\u007f\\u0085\""),
            ("\u{2028}\u{2029}\u{FEFF}", "\"\\u2028\\u2029\\ufeff\""), ("</b> é 日本 👍", "\"</b> é 日本 👍\""),
            ("\r\n", "\"\\r\\n\""),
        ])
    func string(text: String, json: String) {
        #expect(JSONText.string(text) == json)
    }
}
