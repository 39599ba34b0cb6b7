import Testing

@testable import Ingest

@Suite("Names of characters") struct EntityNamesTests {
    @Test(
        "are HTML's and ISO's",
        arguments: [
            ("mdash", "—"), ("alpha", "α"), ("agr", "α"), ("Eacute", "É"), ("nbsp", "\u{A0}"), ("rsquo", "’"),
            ("hellip", "…"),
            ("b.alpha", "𝛂"), ("thinsp", "\u{2009}"), ("varsubsetneq", "\u{228A}\u{FE00}"), ("unheard", nil), ("", nil),
        ] as [(String, String?)])
    func text(name: String, expected: String?) {
        #expect(EntityNames.text(of: name) == expected)
    }
}
