import TemaModel
import Testing

@testable import TemaFormats

@Suite("Files that are not text") struct ForeignFormatTests {
    @Test(
        "are refused with the name of their format",
        arguments: [
            ("%PDF-1.4", "a PDF"), ("PK\u{3}\u{4}", "ZIP archive"), ("{\\rtf1", "rich text"),
            ("SQLite format 3\0", "SQLite"),
        ])
    func named(beginning: String, expected: String) {
        let problem = #expect(throws: Problem.self) { try ForeignFormat.refuse(Array(beginning.utf8)[...]) }
        #expect(problem?.message.contains(expected) == true && problem?.suggestion != nil)
    }

    @Test("are not confused with texts that begin similarly", arguments: ["BZh is a word", "PK is one too", "%PD", ""])
    func text(beginning: String) throws {
        try ForeignFormat.refuse(Array(beginning.utf8)[...])
    }
}
