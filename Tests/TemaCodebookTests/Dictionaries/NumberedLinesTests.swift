import Testing

@testable import TemaCodebook

@Suite("Numbered lines") struct NumberedLinesTests {
    @Test("Line ends of any system are recognized")
    func ends() {
        let lines = NumberedLines("a\r\nb\rc\n\n d\te ").map { "\($0.number)\($0.text)" }
        #expect(lines == ["1a", "2b", "3c", "4", "5 d\te "])
        #expect(Array(NumberedLines("")).isEmpty)
    }

    @Test("The first lines are read from the beginning of a file, also in UTF-16")
    func first() {
        let wide = "\u{FEFF}\n%\nx".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(NumberedLines.first(wide[...]).map(\.trimmed) == ["%", "x"])
    }
}
