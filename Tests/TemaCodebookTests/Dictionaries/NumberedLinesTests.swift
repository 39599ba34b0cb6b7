import Testing

@testable import TemaCodebook

@Suite("Lines with numbers") struct NumberedLinesTests {
    @Test("end as files of any system have them")
    func ends() {
        let lines = NumberedLines("a\r\nb\rc\n\n d\te ").map { "\($0.number)\($0.text)" }
        #expect(lines == ["1a", "2b", "3c", "4", "5 d\te "])
        #expect(Array(NumberedLines("")).isEmpty)
    }

    @Test("are known by the first bytes of a file, in UTF-16 too")
    func first() {
        let wide = "\u{FEFF}\n%\nx".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(NumberedLines.first(wide[...]).map(\.trimmed) == ["%", "x"])
    }
}
