/// Estimates of how well a codebook finds one code in the whole corpus, from the reviewed passages of two strata.
///
/// Let N_f be the number of passages in which the code was found and N_o the number of other passages, and p_f and p_o
/// the shares of their reviewed passages to which the code applies. The estimates are TP = N_f p_f (correctly found),
/// FP = N_f (1 − p_f) (wrongly found) and FN = N_o p_o (missed). These are stratified estimates of totals (Cochran
/// 1977, Sampling Techniques, section 5.4), so the two strata can be sampled at different rates.
public struct CodeValidation: Sendable, Hashable {
    /// The counts of one stratum.
    public struct Stratum: Sendable, Hashable {
        /// The number of passages of the stratum in the corpus.
        public var all = 0
        /// The number of reviewed passages, with the verdict yes or no.
        public var reviewed = 0
        /// The number of reviewed passages to which the code applies.
        public var given = 0

        /// Creates a stratum.
        public init(all: Int = 0, reviewed: Int = 0, given: Int = 0) {
            (self.all, self.reviewed, self.given) = (all, reviewed, given)
        }

        /// The share of passages to which the code applies: 0 if the stratum is empty, `nil` if no passage was
        /// reviewed.
        var share: RatioInterval.Part? {
            guard all > 0 else { return RatioInterval.Part(value: 0, low: 0, high: 0) }
            guard let interval = WilsonInterval(given, of: reviewed) else { return nil }
            return RatioInterval.Part(
                value: Double(given) / Double(reviewed), low: interval.low, high: interval.high)
        }
    }

    /// An estimate from 0 to 1 with its 95 % interval.
    public struct Figure: Sendable, Hashable {
        /// The estimate.
        public let value: Double
        /// The lower limit of the interval.
        public let low: Double
        /// The upper limit of the interval.
        public let high: Double

        /// Recall and F1 of a code that was never found but applies to reviewed passages.
        static let zero = Figure(value: 0, low: 0, high: 0)
    }

    /// The passages in which the code was found.
    public var found = Stratum()
    /// All other passages.
    public var other = Stratum()

    /// Creates the validation of a code from its two strata.
    public init(found: Stratum = Stratum(), other: Stratum = Stratum()) { (self.found, self.other) = (found, other) }

    /// The estimated numbers of passages of the corpus that are correctly found (TP), wrongly found (FP) and missed
    /// (FN); `nil` if a stratum with passages has no reviewed passage.
    public var totals: (right: Double, wrong: Double, missed: Double)? {
        guard let right = found.share, let missed = other.share else { return nil }
        return (
            Double(found.all) * right.value, Double(found.all) * (1 - right.value), Double(other.all) * missed.value
        )
    }

    /// Precision p_f with Wilson's interval; `nil` if no found passage was reviewed.
    public var precision: Figure? {
        guard found.all > 0, let share = found.share else { return nil }
        return Figure(value: share.value, low: share.low, high: share.high)
    }

    /// Recall TP / (TP + FN) = 1 / (1 + FN / TP), with the interval of the ratio by ``RatioInterval`` from the Wilson
    /// intervals of both strata; `nil` if a stratum was not reviewed or TP + FN is 0.
    public var recall: Figure? {
        guard let found = weighted(found), let missed = weighted(other), found.value + missed.value > 0 else {
            return nil
        }
        guard self.found.all > 0 else { return .zero }
        let ratio = RatioInterval(missed, over: found)
        return Figure(
            value: found.value / (found.value + missed.value), low: 1 / (1 + ratio.high), high: 1 / (1 + ratio.low))
    }

    /// F1 = 2 TP / (2 TP + FP + FN) = 2 / (1 + (N_f + FN) / TP), with the interval of the ratio by ``RatioInterval``.
    /// N_f is known, not estimated. `nil` if a stratum was not reviewed, or if the code was never found and FN is 0.
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
