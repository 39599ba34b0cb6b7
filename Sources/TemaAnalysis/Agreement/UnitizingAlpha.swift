import TemaModel

/// Krippendorff's α family for unitizing: agreement on spans that coders marked freely, over one or several texts.
///
/// Let o_ck be the total length of the intersections of two coders' values c and k, with each pair of m coders weighted
/// 1 / (m − 1), n_c the row sums and N the total: α = 1 − (Σ o_ck / N) / (Σ n_c n_k / (N² − S)), with sums over c ≠ k.
/// S excludes intersections that cannot occur by chance: of a unit with itself (the square of its length), and of each
/// scalar of a gap with itself. Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50(6); Krippendorff
/// (2019), Content Analysis, 4th edition, section 12.5.
public struct UnitizingAlpha: Sendable {
    /// The intersecting values of two coders; `nil` is a gap.
    private struct Pair: Hashable {
        let one: String?
        let other: String?

        var order: (String, String) { (one ?? "", other ?? "") }
    }

    /// The lengths of the intersections of values and gaps.
    private struct Tally {
        /// o_ck.
        var meetings: [Pair: Double] = [:]
        /// The terms of S for each value.
        var squares: [String?: Double] = [:]

        /// The intersections in a fixed order, so that floating-point sums are reproducible.
        private var ordered: [(key: Pair, value: Double)] { meetings.sorted { $0.key.order < $1.key.order } }

        var margins: [String?: Double] {
            ordered.reduce(into: [:]) { $0[$1.key.one, default: 0] += $1.value }
        }

        var estimate: Estimate {
            let (all, different) = ordered.reduce((0, 0)) { sums, meeting in
                (sums.0 + meeting.value, sums.1 + (meeting.key.one == meeting.key.other ? 0 : meeting.value))
            }
            let expected = all * all - margins.values.sorted().reduce(0) { $0 + $1 * $1 }
            guard all > 0 else { return .undefined(Phrase("no spans of two coders overlap")) }
            guard expected > 0 else { return .oneCategory }
            return .value(1 - different / all * (all * all - squares.values.sorted().reduce(0, +)) / expected)
        }
    }

    private let continua: [Continuum]

    /// Creates the coefficients of one or several texts.
    public init(_ continua: [Continuum]) { self.continua = continua }

    /// uα: agreement on spans and their values.
    public var values: Estimate { tally(withGaps: true) { $0 }.estimate }

    /// |uα: agreement on spans, ignoring their values.
    public var relevance: Estimate { tally(withGaps: true) { $0 == nil ? nil : "" }.estimate }

    /// cuα: agreement on values where two coders marked spans.
    public var codes: Estimate { tally(withGaps: false) { $0 }.estimate }

    /// Returns (k)uα of one value, 1 − (1 − o_kk / n_k) / (1 − e_kk / e_k) where two coders marked spans, and its
    /// coverage: the share of the value's length that is compared.
    public func code(_ value: String) -> (estimate: Estimate, coverage: Double) {
        let tally = tally(withGaps: false) { $0 }
        let lengths = continua.flatMap(\.coders).joined().filter { $0.value == value }.map { Double($0.span.count) }
        let margins = tally.margins
        guard let own = margins[value], own > 0 else {
            return (.undefined(Phrase("no words coded with \(value) were coded by two coders")), 0)
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
    /// Returns the length of a coder's span that at least one other coder has marked too.
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
