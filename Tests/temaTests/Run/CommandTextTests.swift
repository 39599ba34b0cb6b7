import Testing

@testable import tema

@Suite("The text of a command") struct CommandTextTests {
    private static let cases: [(String, String)] = [
        ("frequencies -c a.yaml corpus", "tema frequencies -c a.yaml corpus"),
        ("frequencies -q -o x.xlsx --format xlsx corpus -j 3", "tema frequencies corpus"),
        ("frequencies --output x.xlsx --jobs=3 --quiet corpus", "tema frequencies corpus"),
        ("compare --by year --output=x.xlsx corpus", "tema compare --by year corpus"), ("", "tema"),
    ]

    @Test("has only what affects the result", arguments: cases)
    func text(line: String, text: String) {
        #expect(CommandText.text(line.split(separator: " ").map(String.init)) == text)
    }

    @Test("is quoted for a shell")
    func quotes() {
        #expect(CommandText.text(["a b", "it's", "", "Größe", "$x"]) == "tema 'a b' 'it'\\''s' '' Größe '$x'")
    }
}
