/// Finite numbers as text, formatted like C's `printf` in the C locale, except that zero has no sign.
enum NumberText {
    /// Returns a number with fixed decimal places, like `%.2f`. From 10²¹ on, returns its shortest form.
    static func fixed(_ value: Double, places: Int) -> String {
        guard value.magnitude < 1e21 else { return value.description }
        let places = max(0, places)
        var decimal = ExactDecimal(value)
        decimal.round(places: places)
        return sign(value, decimal) + plain(decimal, places: places)
    }

    /// Returns a number with a maximum of significant digits, like `%.6g`: `0.25`, `1.23457e-10`.
    static func significant(_ value: Double, digits: Int) -> String {
        guard value.isFinite else { return value.description }
        let digits = max(1, digits)
        var decimal = ExactDecimal(value)
        decimal.round(digits: digits)
        guard let last = decimal.digits.lastIndex(where: { $0 != 0 }) else { return "0" }
        let exponent = decimal.whole - 1
        if (-4..<digits).contains(exponent) {
            return sign(value, decimal) + plain(decimal, places: max(0, last - exponent))
        }
        let mantissa = (0...last).map { String(decimal.digits[$0]) }
        let point = last > 0 ? "." : ""
        let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
        return sign(value, decimal) + mantissa[0] + point + mantissa[1...].joined() + (exponent < 0 ? "e-" : "e+")
            + power
    }

    private static func sign(_ value: Double, _ decimal: ExactDecimal) -> String {
        value < 0 && decimal.digits.contains { $0 != 0 } ? "-" : ""
    }

    private static func plain(_ decimal: ExactDecimal, places: Int) -> String {
        var text = ""
        for place in stride(from: max(0, decimal.whole - 1), through: -places, by: -1) {
            if place == -1 { text += "." }
            text += String(decimal.digit(place))
        }
        return text
    }
}
