import Testing

@testable import TemaModel

@Suite("A display language") struct DisplayLanguageTests {
    @Test(
        "is found by its tag or a longer one", arguments: [("id", "id"), ("id-ID", "id"), ("EN_us", "en"), ("fr", nil)])
    func named(tag: String, found: String?) {
        #expect(DisplayLanguage.named(tag)?.tag == found)
    }

    @Test("has its own marks in numbers")
    func numbers() {
        #expect(DisplayLanguage.english.grouped(1_234_567) == "1,234,567")
        #expect(DisplayLanguage.indonesian.grouped(1_234_567) == "1.234.567")
        #expect(
            DisplayLanguage.indonesian.grouped(999) == "999"
                && DisplayLanguage.english.grouped(.infinity) == "1,000,000,000,000,000")
        #expect(
            DisplayLanguage.english.shown("0.25") == "0.25" && DisplayLanguage.indonesian.shown("0.25") == "0,25")
    }

    @Test(
        "may have several forms of a noun", arguments: [(1, "1 kod"), (3, "3 kodi"), (5, "5 kodów"), (-1, "-1 kodów")])
    func forms(count: Int, text: String) {
        let language = DisplayLanguage(
            tag: "xx", decimalMark: ",", groupMark: " ", form: { $0 == 1 ? 0 : (2...4).contains($0) ? 1 : 9 },
            translations: {
                DisplayLanguage.translations(
                    in: """
                        {1} codes
                          {1} kod|{1} kodi|{1} kodów
                        """)
            })
        #expect(Phrase.count(count, "code").text(in: language) == text)
    }

    @Test("has one translation for each phrase of the source code, with the same values")
    func complete() throws {
        let keys = try SourcePhrases.keys()
        #expect(keys.count > 400)
        for language in DisplayLanguage.all.dropFirst() {
            let (known, wanted) = (Set(language.phrases.keys), Set(keys))
            #expect(wanted.subtracting(known).sorted() == [], "\(language.tag): these have no translation")
            #expect(known.subtracting(wanted).sorted() == [], "\(language.tag): these are not in the source code")
            for (key, translation) in language.phrases {
                for form in translation.split(separator: "|") where key.hasPrefix("{1} ") || form == translation {
                    #expect(values(String(form)) == values(key), "\(language.tag): \(key)")
                }
            }
        }
    }

    private func values(_ text: String) -> [String] { text.matches(of: /\{\d+\}/).map { String($0.output) }.sorted() }
}
