import TemaModel

/// Krippendorff's α_U of 1995 for one value on one text, based on the distances between the coders' units.
///
/// α_U = 1 − D_o / D_e. D_o = Σ δ² / (m (m − 1) L²) over ordered pairs of coders and of their sections. δ² of two
/// overlapping units is the sum of the squared distances between their starts and between their ends; δ² of a unit
/// within a gap of the other coder is the square of its length; otherwise it is 0.
/// D_e = 2/L Σ_g [(N − 1)/3 · (2l³ − 3l² + l) + l² Σ_h (l_h − l + 1)] / (mL (mL − 1) − Σ l (l − 1)), with N the number
/// of units g of all coders, l the length of a unit, and h the gaps that are at least as long. Krippendorff (1995),
/// Sociological Methodology 25.
public struct UnitizingAlpha1995: Sendable {
    /// The observed disagreement D_o.
    public let observed: Double
    /// The expected disagreement D_e.
    public let expected: Double

    /// α_U, or the reason why it is undefined.
    public var estimate: Estimate {
        expected > 0 ? .value(1 - observed / expected) : .undefined(Phrase("no coder marked a unit"))
    }

    /// Creates the coefficient.
    ///
    /// - Parameters:
    ///   - length: The length L of the text, in Unicode scalars.
    ///   - coders: The units of each coder in order and without overlaps, in Unicode scalars.
    public init(length: Int, _ coders: [[Range<Int>]]) {
        let gaps = coders.map { Self.gaps(length, $0) }
        let (m, whole) = (Double(coders.count), Double(length))
        var sum = 0.0
        for one in coders.indices {
            for other in coders.indices where other != one {
                for unit in coders[one] {
                    for facing in coders[other] where unit.overlaps(facing) {
                        let (start, end) = (
                            Double(unit.lowerBound - facing.lowerBound), Double(unit.upperBound - facing.upperBound)
                        )
                        sum += start * start + end * end
                    }
                    // Counted for both orders of the two coders.
                    if gaps[other].contains(where: {
                        $0.lowerBound <= unit.lowerBound && unit.upperBound <= $0.upperBound
                    }) {
                        sum += 2 * Double(unit.count) * Double(unit.count)
                    }
                }
            }
        }
        observed = m > 1 && length > 0 ? sum / (m * (m - 1) * whole * whole) : 0
        let units = coders.joined().map { Double($0.count) }
        let rooms = gaps.joined().map { Double($0.count) }
        let chance = units.reduce(0) { total, l in
            let among = (Double(units.count) - 1) / 3 * (2 * l * l * l - 3 * l * l + l)
            return total + among + l * l * rooms.reduce(0) { $0 + max(0, $1 - l + 1) }
        }
        let ways = m * whole * (m * whole - 1) - units.reduce(0) { $0 + $1 * ($1 - 1) }
        expected = ways > 0 ? 2 / whole * chance / ways : 0
    }

    private static func gaps(_ length: Int, _ units: [Range<Int>]) -> [Range<Int>] {
        let (starts, ends) = ([0] + units.map(\.upperBound), units.map(\.lowerBound) + [length])
        return zip(starts, ends).filter { $0 < $1 }.map { $0..<$1 }
    }
}
