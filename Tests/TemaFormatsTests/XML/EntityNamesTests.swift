import Testing

@testable import TemaFormats

@Suite("Entity names") struct EntityNamesTests {
    @Test(
        "include those of HTML and ISO",
        arguments: [
            ("mdash", "—"), ("alpha", "α"), ("agr", "α"), ("Eacute", "É"), ("nbsp", "\u{A0}"), ("rsquo", "’"),
            ("hellip", "…"),
            ("b.alpha", "𝛂"), ("thinsp", "\u{2009}"), ("varsubsetneq", "\u{228A}\u{FE00}"), ("unheard", nil), ("", nil),
        ] as [(String, String?)])
    func text(name: String, expected: String?) {
        #expect(EntityNames.text(of: name) == expected)
    }

    @Test("are all found in the list")
    func all() {
        let entries = EntityNames.list.split { $0 == "," || $0 == "\n" }.map { $0.split(separator: " ") }
        let missed = entries.filter { entry in
            let hex = EntityNames.text(of: String(entry[0]))?.unicodeScalars.map {
                String($0.value, radix: 16, uppercase: true)
            }
            return hex?.joined(separator: "+") != String(entry[1])
        }
        #expect(entries.count > 2_000 && missed.isEmpty)
    }
}
