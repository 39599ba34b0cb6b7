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
        let at = whole - 1 - place
        return digits.indices.contains(at) ? digits[at] : 0
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
        for at in limbs.indices {
            let product = limbs[at] * factor + carry
            limbs[at] = product % Self.base
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
