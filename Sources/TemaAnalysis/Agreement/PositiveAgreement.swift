/// Agreement on what was coded, apart from all that nobody coded. For a code that is given or not.
///
/// Over the pairs of coders of each unit, a unit counting once: b is the share where both gave the code, e where one did.
struct PositiveAgreement {
    let summary: RatingSummary

    /// 2b / (2b + e). Dice (1945), Ecology 26(3).
    var dice: Estimate { share { both, either in (2 * both, 2 * both + either) } }

    /// b / (b + e). Jaccard (1912), New Phytologist 11(2).
    var jaccard: Estimate { share { both, either in (both, both + either) } }

    private func share(_ parts: (Double, Double) -> (part: Double, whole: Double)) -> Estimate {
        guard summary.categories == 2 else { return .notBinary }
        let (part, whole) = parts(summary.pairs[3], summary.pairs[1] + summary.pairs[2])
        return whole > 0 ? .value(part / whole) : .undefined("nobody gave the code")
    }
}
