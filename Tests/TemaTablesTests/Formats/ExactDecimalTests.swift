import Testing

@testable import TemaTables

@Suite("The exact decimal value of a Double")
struct ExactDecimalTests {
    @Test(
        "has all digits of the binary fraction",
        arguments: [
            (0.0, "", 0), (1.0, "1", 1), (0.1, "1000000000000000055511151231257827021181583404541015625", 0),
            (0.015625, "15625", -1), (-1024.5, "10245", 4), (1e22, "10000000000000000000000", 23),
        ])
    func digits(value: Double, digits: String, whole: Int) {
        let decimal = ExactDecimal(value)
        #expect(decimal.digits.map(String.init).joined() == digits)
        #expect(decimal.digits.isEmpty || decimal.whole == whole)
    }

    @Test("has at most 767 digits", arguments: [Double(bitPattern: 0x000F_FFFF_FFFF_FFFF)])
    func longest(value: Double) {
        #expect(ExactDecimal(value).digits.count == 767)
    }

    @Test("carries when rounding up nines")
    func carry() {
        var decimal = ExactDecimal(999.96875)
        decimal.round(places: 1)
        #expect(decimal.digits == [1] && decimal.whole == 4)
        #expect([3, 2, -1, 9].map(decimal.digit) == [1, 0, 0, 0])
    }
}
