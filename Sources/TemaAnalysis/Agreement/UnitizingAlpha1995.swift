/// Krippendorff's older α_U for one value on one text: how far coders' units lie apart.
///
/// α_U = 1 − D_o / D_e. D_o = Σ δ² / (m (m − 1) L²) over ordered pairs of coders and of their sections, where δ² of two units that
/// overlap is the sum of the squared distances of their ends, that of a unit within the other's gap the square of its length, and else 0.
/// D_e = 2/L Σ_g [(N − 1)/3 · (2l³ − 3l² + l) + l² Σ_h (l_h − l + 1)] / (mL (mL − 1) − Σ l (l − 1)), with N all coders' units g of
/// length l, and h the gaps that are no shorter. Krippendorff (1995), Sociological Methodology 25.
public struct UnitizingAlpha1995: Sendable {
    public let observed: Double
    public let expected: Double

    public var estimate: Estimate {
        expected > 0 ? .value(1 - observed / expected) : .undefined("nobody marked anything")
    }

    /// - Parameters:
    ///   - coders: Each coder's units in order, that do not overlap, in scalars of a text of this length.
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
                    // Once for each order of the two coders.
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
