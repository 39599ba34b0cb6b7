/// Coefficients of the form (P_o − P_e) / (1 − P_e), which differ in the agreement P_e expected by chance.
///
/// Missing ratings are treated as in Gwet (2014), Handbook of Inter-Rater Reliability, chapters 2 to 4: P_o is the
/// mean, over units with at least two ratings, of the weighted share of their pairs of ratings that agree.
struct KappaFamily {
    let summary: RatingSummary
    let weights: Weights

    var observed: Double { summary.sum(weights) { summary.pairs[$0 * summary.categories + $1] } / summary.paired }

    private func kappa(_ expected: (Int, Int) -> Double) -> Estimate {
        .beyondChance(observed: observed, expected: summary.sum(weights, expected))
    }

    /// The shares π_k of the categories: the mean, over all rated units, of the share of ratings in category k.
    private var shares: [Double] { summary.shares.map { $0 / summary.rated } }

    /// P_e = Σ w_kl π_k π_l. Fleiss (1971), Psychological Bulletin 76(5).
    var fleiss: Estimate {
        let shares = shares
        return kappa { shares[$0] * shares[$1] }
    }

    /// P_e = Σ w_kl π_k π_l over units that both coders rated. Scott (1955), Public Opinion Quarterly 19(3).
    var scott: Estimate {
        guard summary.coders == 2 else { return .notTwoCoders }
        let shares = summary.pairedShares
        return kappa { shares[$0] * shares[$1] }
    }

    /// P_e = Σ w_kl p_1k p_2l over units that both coders rated. Cohen (1960), Educational and Psychological
    /// Measurement 20(1); weighted: Cohen (1968), Psychological Bulletin 70(4).
    var cohen: Estimate {
        guard summary.coders == 2 else { return .notTwoCoders }
        let (counts, q, n) = (summary.byPairedCoder, summary.categories, summary.paired)
        return kappa { counts[$0] / n * counts[q + $1] / n }
    }

    /// P_e = Σ w_kl (p̄_k p̄_l − s_kl / r), with p̄ the mean of the coders' shares, s_kl their covariance and r the
    /// number of coders. Equals Cohen's κ for two coders who rated all units. Conger (1980), Psychological Bulletin
    /// 88(2).
    var conger: Estimate {
        let (q, r) = (summary.categories, Double(summary.coders))
        let shares: [[Double]] = (0..<summary.coders).map { coder in
            let counts = summary.byCoder[(coder * q)..<((coder + 1) * q)]
            let all = counts.reduce(0, +)
            return counts.map { all == 0 ? 0 : $0 / all }
        }
        let means = (0..<q).map { category in shares.reduce(0) { $0 + $1[category] } / r }
        return kappa { one, other in
            let products = shares.reduce(0) { $0 + $1[one] * $1[other] }
            let covariance = (products - r * means[one] * means[other]) / (r - 1)
            return means[one] * means[other] - covariance / r
        }
    }

    /// P_e = T Σ π_k (1 − π_k) / (q (q − 1)), with T the sum of the weights. Gwet (2008), British Journal of
    /// Mathematical and Statistical Psychology 61(1).
    var gwet: Estimate {
        let (shares, q) = (shares, Double(summary.categories))
        let expected = weights.sum * shares.reduce(0) { $0 + $1 * (1 - $1) } / (q * (q - 1))
        return .beyondChance(observed: observed, expected: expected)
    }

    /// P_e = T / q². Brennan & Prediger (1981), Educational and Psychological Measurement 41(3).
    var brennanPrediger: Estimate {
        let q = Double(summary.categories)
        return .beyondChance(observed: observed, expected: weights.sum / (q * q))
    }
}
