import Testing

@testable import TemaTables

@Suite("Texts in spreadsheet cells")
struct SheetTextTests {
    private static let texts: [(String, String)] = [
        ("plain", "plain"), ("=1+1", "=1+1"), ("a\tb\nc", "a\tb\nc"), ("\r", "_x000D_"), ("\0", "_x0000_"),
        ("\u{1B}[2J", "_x001B_[2J"), ("\u{FFFF}", "_xFFFF_"), ("a_b", "a_b"), ("_x000", "_x000"),
        ("_x0041_", "_x005F_x0041_"), ("_x00g1_", "_x00g1_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
    ]

    @Test("are escaped if XML or a spreadsheet would not preserve them", arguments: texts)
    func escapes(text: String, escaped: String) {
        #expect(SheetText(text).escaped == escaped)
        #expect(!SheetText(text).isCut)
    }

    private static let lengths: [(String, Int, Bool)] = [
        ("x", 32_767, false), ("x", 32_768, true), ("👩", 16_383, false), ("👩", 16_384, true), ("\0", 4_681, false),
        ("\0", 4_682, true), ("x", 100_000, true),
    ]

    @Test("are cut between characters at the limit of a cell", arguments: lengths)
    func cuts(text: String, count: Int, isCut: Bool) {
        let cell = SheetText(String(repeating: text, count: count))
        #expect(cell.isCut == isCut)
        #expect(cell.escaped.utf16.count <= 32_767)
        #expect(cell.escaped.hasSuffix("…") == isCut)
        #expect(!cell.escaped.unicodeScalars.contains("\u{FFFD}"))
    }
}
