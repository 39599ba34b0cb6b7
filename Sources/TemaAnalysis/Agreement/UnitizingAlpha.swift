import TemaModel

/// Krippendorff's family of α for spans that coders marked freely, over one text or several.
///
/// With o_ck the lengths on which two coders' values c and k meet, each pair of m coders counting 1 / (m − 1), n_c their sums and N
/// the sum of all: α = 1 − (Σ o_ck / N) / (Σ n_c n_k / (N² − S)), sums over c ≠ k. S takes out what cannot meet by chance: a
/// unit with itself, by the square of its length, and a gap's scalars with themselves. Krippendorff, Mathet, Bouvry & Widlöcher (2016),
/// Quality & Quantity 50(6); Krippendorff (2019), Content Analysis, 4th edition, section 12.5.
public struct UnitizingAlpha: Sendable {
    /// Two values that meet; nothing stands for a gap.
    private struct Pair: Hashable {
        let one: String?
        let other: String?

        var order: (String, String) { (one ?? "", other ?? "") }
    }

    /// What values and gaps meet.
    private struct Tally {
        var meetings: [Pair: Double] = [:]
        var squares: [String?: Double] = [:]

        /// In an order of their own, so that sums are the same each time.
        private var ordered: [(key: Pair, value: Double)] { meetings.sorted { $0.key.order < $1.key.order } }

        var margins: [String?: Double] {
            ordered.reduce(into: [:]) { $0[$1.key.one, default: 0] += $1.value }
        }

        var estimate: Estimate {
            let (all, different) = ordered.reduce((0, 0)) { sums, meeting in
                (sums.0 + meeting.value, sums.1 + (meeting.key.one == meeting.key.other ? 0 : meeting.value))
            }
            let expected = all * all - margins.values.sorted().reduce(0) { $0 + $1 * $1 }
            guard all > 0 else { return .undefined("nothing that two coders marked meets") }
            guard expected > 0 else { return .oneCategory }
            return .value(1 - different / all * (all * all - squares.values.sorted().reduce(0, +)) / expected)
        }
    }

    private let continua: [Continuum]

    public init(_ continua: [Continuum]) { self.continua = continua }

    /// uα: whether coders marked the same spans with the same values.
    public var values: Estimate { tally(withGaps: true) { $0 }.estimate }

    /// |uα: whether coders marked the same spans, with whatever value.
    public var relevance: Estimate { tally(withGaps: true) { $0 == nil ? nil : "" }.estimate }

    /// cuα: whether they gave the same values where both marked something.
    public var codes: Estimate { tally(withGaps: false) { $0 }.estimate }

    /// (k)uα of one value: 1 − (1 − o_kk / n_k) / (1 − e_kk / e_k), where both marked something; and which share of the value's
    /// length that is.
    public func code(_ value: String) -> (estimate: Estimate, coverage: Double) {
        let tally = tally(withGaps: false) { $0 }
        let lengths = continua.flatMap(\.coders).joined().filter { $0.value == value }.map { Double($0.span.count) }
        let margins = tally.margins
        guard let own = margins[value], own > 0 else {
            return (.undefined("no two coders marked anything where one marked \(value)"), 0)
        }
        let others = margins.filter { $0.key != value }.values.sorted().reduce(0, +)
        let itself = own * own - (tally.squares[value] ?? 0)
        let coverage = own / lengths.reduce(0, +)
        guard others > 0 else { return (.oneCategory, coverage) }
        let observed = 1 - (tally.meetings[Pair(one: value, other: value)] ?? 0) / own
        return (.value(1 - observed * (itself + own * others) / (own * others)), coverage)
    }

    private func tally(withGaps: Bool, _ value: (String?) -> String?) -> Tally {
        var tally = Tally()
        for continuum in continua where continuum.coders.count > 1 {
            let weight = 1 / Double(continuum.coders.count - 1)
            continuum.pieces { piece, values in
                for one in values.indices where withGaps || values[one] != nil {
                    for other in values.indices where other != one && (withGaps || values[other] != nil) {
                        tally.meetings[Pair(one: value(values[one]), other: value(values[other])), default: 0] +=
                            Double(piece.count) * weight
                    }
                }
            }
            for (number, units) in continuum.coders.enumerated() {
                for unit in units {
                    let counted = Double(withGaps ? unit.span.count : continuum.met(unit.span, by: number))
                    tally.squares[value(unit.value), default: 0] += counted * counted
                }
                if withGaps {
                    tally.squares[nil, default: 0] += Double(
                        continuum.length - units.reduce(0) { $0 + $1.span.count })
                }
            }
        }
        return tally
    }
}

extension Continuum {
    /// How much of a coder's span any other coder has marked too.
    fileprivate func met(_ span: Range<Int>, by coder: Int) -> Int {
        let others = coders.indices.filter { $0 != coder }.flatMap { coders[$0] }.map { $0.span.clamped(to: span) }
        var (end, length) = (span.lowerBound, 0)
        for other in others.sorted(by: { $0.lowerBound < $1.lowerBound }) where other.upperBound > end {
            length += other.upperBound - max(end, other.lowerBound)
            end = other.upperBound
        }
        return length
    }
}
