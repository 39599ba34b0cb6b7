import Testing

@testable import TemaTables

@Suite("Cell formats")
struct CellFormatTests {
    private static let masks: [(String, String)] = [
        ("12", "0"), ("-12.5", "0.0"), ("0.250", "0.000"), ("1.23e-10", "0.00E+00"), ("5e+06", "0E+00"),
    ]

    @Test("show numbers as in other formats for people", arguments: masks)
    func mask(shown: String, mask: String) {
        #expect(CellFormat.mask(like: shown, isGrouped: false) == mask)
    }

    @Test("group the digits of counts", arguments: [("12", "#,##0"), ("1,234.5", "#,##0.0"), ("1.2e-10", "0.0E+00")])
    func grouped(shown: String, mask: String) {
        #expect(CellFormat.mask(like: shown, isGrouped: true) == mask)
    }
}
