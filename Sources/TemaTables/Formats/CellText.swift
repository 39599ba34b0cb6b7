import TemaModel

extension Table.Column.Style {
    var isRightAligned: Bool { isNumber || self == .rightText }
}

extension Table.Layout {
    /// The column that is indented in formats for people: the first text column.
    var indentedColumn: Int? { columns(for: .people).first { columns[$0].style == .text } }
}

extension Table.Row {
    /// The indentation level, limited to 0 to 50.
    var shownDepth: Int { min(max(depth, 0), 50) }
}

/// Converts cells to text, for programs or for people.
package struct CellText {
    /// Who reads the text. It determines the digits of numbers.
    package enum Reader {
        /// The output is the same in every language.
        case programs
        case people(DisplayLanguage)
    }

    let style: Table.Column.Style
    let reader: Reader
    /// What is between the names of a path.
    let pathSeparator: String

    package init(_ style: Table.Column.Style, for reader: Reader, pathSeparator: String = " > ") {
        (self.style, self.reader, self.pathSeparator) = (style, reader, pathSeparator)
    }

    /// The language of people, or nil for programs.
    private var language: DisplayLanguage? { if case .people(let language) = reader { language } else { nil } }

    /// Returns a cell as text. Empty cells return an empty string, or a dash for missing numbers in formats for
    /// people.
    package func string(_ cell: Table.Cell) -> String {
        switch cell {
        case .empty: style.isNumber ? missing : ""
        case .text(let text): text
        case .phrase(let phrase): phrase.text(in: language ?? .english)
        case .integer(let integer): shown(String(integer))
        case .number(let number): self.number(number) ?? missing
        case .list(let items): list(items)
        case .record(let fields): fields.map { "\($0.name)=\(string($0.value))" }.joined(separator: "; ")
        }
    }

    /// Returns a number in the column's style, or nil if it is not finite.
    func number(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        let text =
            switch style {
            case .text, .rightText, .path: value.description
            case .integer, .ordinal: NumberText.fixed(value, places: 0)
            case .decimal(let places, let shown): NumberText.fixed(value, places: language == nil ? places : shown)
            case .significant(let digits, let shown):
                NumberText.significant(value, digits: language == nil ? digits : shown)
            }
        return shown(text)
    }

    /// Returns a number as its reader expects it.
    private func shown(_ number: String) -> String {
        switch style {
        case .integer, .decimal, .significant: language?.shown(number) ?? number
        case .text, .rightText, .path, .ordinal: number
        }
    }

    private var missing: String { language == nil ? "" : "–" }

    private func list(_ items: [Table.Cell]) -> String {
        let areTexts = items.allSatisfy {
            switch $0 {
            case .text, .phrase: true
            case .empty, .integer, .number, .list, .record: false
            }
        }
        return items.map(string).joined(separator: style == .path ? pathSeparator : areTexts ? "; " : " | ")
    }
}

/// Finite numbers as text, formatted like C's `printf` in the C locale, except that zero has no sign.
enum NumberText {
    /// Returns a number with fixed decimal places, like `%.2f`. From 10²¹ on, returns its shortest form.
    static func fixed(_ value: Double, places: Int) -> String {
        guard value.magnitude < 1e21 else { return value.description }
        let places = max(0, places)
        if let scaled = scaled(value.magnitude, places: places) {
            let digits = String(scaled)
            let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
            let point = places > 0 ? "." : ""
            return (value < 0 && scaled > 0 ? "-" : "") + padded.dropLast(places) + point + padded.suffix(places)
        }
        var decimal = ExactDecimal(value)
        decimal.round(places: places)
        return sign(value, decimal) + plain(decimal, places: places)
    }

    /// Returns the product of a number and a power of ten, rounded half to even, or nil if the exact product has more than
    /// 128 bits. Nearly all numbers of tables need fewer, and this is many times as fast as ``ExactDecimal``.
    private static func scaled(_ magnitude: Double, places: Int) -> UInt64? {
        guard magnitude > 0 else { return 0 }
        // The number is a multiple of 2^-shift, and 10^19 has less than 64 bits.
        let shift = 1075 - Int(magnitude.exponentBitPattern)
        guard magnitude.isNormal, (1...120).contains(shift), places <= 19 else { return nil }
        let power = (0..<places).reduce(UInt64(1)) { product, _ in product * 10 }
        let product = UInt128(magnitude.significandBitPattern | 1 << 52) * UInt128(power)
        let (whole, rest, half) = (product >> shift, product & ((1 << shift) - 1), UInt128(1) << (shift - 1))
        return UInt64(exactly: rest > half || rest == half && whole & 1 == 1 ? whole + 1 : whole)
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

/// The exact decimal expansion of the magnitude of a finite `Double`, which is always finite.
struct ExactDecimal {
    /// The digits from the first non-zero one; empty for 0.
    private(set) var digits: [UInt8]
    /// The number of digits before the decimal point. A negative number counts zeros after the point.
    private(set) var whole: Int

    init(_ value: Double) {
        let isNormal = value.exponentBitPattern > 0
        let bits = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
        let zeros = min(bits.trailingZeroBitCount, 63)
        let power = Int(max(value.exponentBitPattern, 1)) - 1075 + zeros
        var product = BigProduct(bits >> UInt64(zeros))
        // m / 2^n = m · 5^n / 10^n: an integer and a power of ten.
        product.multiply(by: power < 0 ? 5 : 2, times: power.magnitude)
        digits = product.digits
        whole = digits.count + min(power, 0)
    }

    /// Rounds to a number of decimal places, half to even as C's `printf` does.
    mutating func round(places: Int) { round(digits: whole + places) }

    /// Rounds to a number of significant digits, half to even.
    mutating func round(digits count: Int) {
        guard count < digits.count else { return }
        guard count >= 0 else {
            digits = []
            return
        }
        let isOdd = count > 0 && digits[count - 1] % 2 == 1
        let isMore = digits[(count + 1)...].contains { $0 != 0 }
        let goesUp = digits[count] > 5 || digits[count] == 5 && (isMore || isOdd)
        digits.removeSubrange(count...)
        guard goesUp else { return }
        while digits.last == 9 { digits.removeLast() }
        if let last = digits.indices.last {
            digits[last] += 1
        } else {
            digits = [1]
            whole += 1
        }
    }

    /// Returns the digit at a position: 0 for the last before the point, -1 for the first after it.
    func digit(_ place: Int) -> UInt8 {
        let index = whole - 1 - place
        return digits.indices.contains(index) ? digits[index] : 0
    }
}

/// An arbitrary-precision integer with limbs of nine decimal digits, least significant first.
private struct BigProduct {
    private static let base: UInt64 = 1_000_000_000
    private var limbs: [UInt64] = []

    init(_ value: UInt64) {
        var rest = value
        while rest > 0 {
            limbs.append(rest % Self.base)
            rest /= Self.base
        }
    }

    mutating func multiply(by factor: UInt64, times: UInt) {
        // 5^12 and 2^12 are less than the base, so the product with a limb fits in 64 bits.
        let twelve = (0..<12).reduce(1) { product, _ in product * factor }
        for _ in 0..<(times / 12) { multiply(by: twelve) }
        for _ in 0..<(times % 12) { multiply(by: factor) }
    }

    private mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = limbs[index] * factor + carry
            limbs[index] = product % Self.base
            carry = product / Self.base
        }
        if carry > 0 { limbs.append(carry) }
    }

    var digits: [UInt8] {
        var digits: [UInt8] = []
        for limb in limbs {
            var rest = limb
            for _ in 0..<9 {
                digits.append(UInt8(rest % 10))
                rest /= 10
            }
        }
        while digits.last == 0 { digits.removeLast() }
        return digits.reversed()
    }
}
