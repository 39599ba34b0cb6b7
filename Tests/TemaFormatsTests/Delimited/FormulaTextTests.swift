import TestSupport
import Testing

@Suite("Cells that look like formulas") struct FormulaTextTests {
    @Test(
        "are defused and restored", arguments: HostileTexts.all + ["=1", "'=1", "''-x"])
    func roundTrip(text: String) {
        #expect(Array(text.defused.undefused.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(
        "are distinguished from other texts",
        arguments: [
            ("=1+1", "'=1+1"), (" -3", "' -3"), ("\"@x", "'\"@x"), ("'=1", "''=1"), ("'tis", "'tis"), ("a=1", "a=1"),
            ("", ""), ("it's", "it's"), ("\u{200D}=1", "'\u{200D}=1"),
        ])
    func formulas(text: String, cell: String) {
        #expect(text.defused == cell)
        #expect(cell.undefused == text)
    }

    @Test("do not include texts that only begin with an apostrophe")
    func apostrophes() { #expect("'tis".undefused == "'tis" && "'".undefused == "'") }
}
