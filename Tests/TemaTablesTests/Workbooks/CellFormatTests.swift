import Testing

@testable import TemaTables

@Suite("Cell formats")
struct CellFormatTests {
    private static let masks: [(String, String)] = [
        ("12", "0"), ("-12.5", "0.0"), ("0.250", "0.000"), ("1.23e-10", "0.00E+00"), ("5e+06", "0E+00"),
    ]

    @Test("show numbers as in other formats for people", arguments: masks)
    func mask(shown: String, mask: String) {
        #expect(CellFormat.mask(like: shown) == mask)
    }
}
