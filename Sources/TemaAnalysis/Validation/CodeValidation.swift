/// How well a codebook finds one code, estimated for the whole corpus from the judged passages of its two strata.
///
/// With N_f passages in which it was found and N_o others, and p_f and p_o the shares of the judged ones to which a person gave
/// the code, the corpus has about TP = N_f p_f passages rightly found, FP = N_f (1 − p_f) wrongly found, and FN = N_o p_o
/// missed: stratified estimates of totals (Cochran 1977, Sampling Techniques, section 5.4). So no weight is lost to a sample
/// that has more of the one than of the other.
public struct CodeValidation: Sendable, Hashable {
    /// One stratum: of all its passages some were judged, and some of these were given the code.
    public struct Stratum: Sendable, Hashable {
        public var all = 0
        public var judged = 0
        public var given = 0

        public init(all: Int = 0, judged: Int = 0, given: Int = 0) {
            (self.all, self.judged, self.given) = (all, judged, given)
        }

        /// The share that is given the code; nothing where there are passages and none was judged.
        var share: RatioInterval.Part? {
            guard all > 0 else { return RatioInterval.Part(value: 0, low: 0, high: 0) }
            guard let interval = WilsonInterval(given, of: judged) else { return nil }
            return RatioInterval.Part(
                value: Double(given) / Double(judged), low: interval.low, high: interval.high)
        }
    }

    /// A number from 0 to 1 with its interval of 95 %.
    public struct Figure: Sendable, Hashable {
        public let value: Double
        public let low: Double
        public let high: Double

        /// Of a code that was found nowhere, and is somewhere.
        static let zero = Figure(value: 0, low: 0, high: 0)
    }

    public var found = Stratum()
    public var other = Stratum()

    public init(found: Stratum = Stratum(), other: Stratum = Stratum()) { (self.found, self.other) = (found, other) }

    /// Estimated passages of the corpus, rightly found, wrongly found and missed; nothing where a stratum was not judged.
    public var totals: (right: Double, wrong: Double, missed: Double)? {
        guard let right = found.share, let missed = other.share else { return nil }
        return (
            Double(found.all) * right.value, Double(found.all) * (1 - right.value), Double(other.all) * missed.value
        )
    }

    /// p_f with Wilson's interval; nothing where no found passage was judged.
    public var precision: Figure? {
        guard found.all > 0, let share = found.share else { return nil }
        return Figure(value: share.value, low: share.low, high: share.high)
    }

    /// TP / (TP + FN) = 1 / (1 + FN / TP), its interval by ``RatioInterval`` from Wilson's intervals of both strata.
    public var recall: Figure? {
        guard let found = weighted(found), let missed = weighted(other), found.value + missed.value > 0 else {
            return nil
        }
        guard self.found.all > 0 else { return .zero }
        let ratio = RatioInterval(missed, over: found)
        return Figure(
            value: found.value / (found.value + missed.value), low: 1 / (1 + ratio.high), high: 1 / (1 + ratio.low))
    }

    /// 2 TP / (2 TP + FP + FN) = 2 / (1 + (N_f + FN) / TP), its interval likewise. N_f is known, and not estimated.
    public var f1: Figure? {
        guard let right = weighted(found), let missed = weighted(other), found.all > 0 || missed.value > 0 else {
            return nil
        }
        guard found.all > 0 else { return .zero }
        let ratio = RatioInterval(missed.scaled(by: 1, plus: Double(found.all)), over: right)
        return Figure(
            value: 2 * right.value / (right.value + Double(found.all) + missed.value), low: 2 / (1 + ratio.high),
            high: min(1, 2 / (1 + ratio.low)))
    }

    private func weighted(_ stratum: Stratum) -> RatioInterval.Part? {
        stratum.share?.scaled(by: Double(stratum.all))
    }
}
