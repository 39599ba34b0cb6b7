public import TemaModel

/// A coefficient of agreement between coders.
public struct Coefficient: Sendable {
    /// The identifier in machine-readable output, such as `cohen_kappa`.
    public let id: String
    /// The name for people, such as `Cohen's κ`.
    public let name: Phrase
    /// The author and year of the definition.
    public let source: String
    /// Whether it is corrected for agreement by chance, and so needs two categories in use.
    private let isCorrected: Bool
    /// Computes the estimate. It requires at least two coders and a unit with two ratings.
    private let formula: @Sendable (Context) -> Estimate

    struct Context {
        let summary: RatingSummary
        let scale: RatingScale

        func family(_ kind: Weights.Kind = .identity) -> KappaFamily {
            let ranks = (0..<summary.categories).map(Double.init)
            return KappaFamily(summary: summary, weights: Weights(kind, scale.numbers ?? ranks))
        }

        func alpha(_ level: KrippendorffAlpha.Level) -> Estimate {
            KrippendorffAlpha(summary: summary, scale: scale).estimate(level)
        }
    }

    /// All coefficients, in the order of the rows of tables.
    public static let all: [Coefficient] = [
        .init(id: "percent", name: Phrase("Percent agreement"), source: "share of pairs", isCorrected: false) {
            .value(100 * $0.family().observed)
        },
        .init(id: "cohen_kappa", name: Phrase("Cohen's κ"), source: "Cohen 1960") { $0.family().cohen },
        .init(id: "cohen_kappa_linear", name: Phrase("Cohen's κ, linear weights"), source: "Cohen 1968") {
            $0.weighted(.linear) { $0.cohen }
        },
        .init(id: "cohen_kappa_quadratic", name: Phrase("Cohen's κ, quadratic weights"), source: "Cohen 1968") {
            $0.weighted(.quadratic) { $0.cohen }
        },
        .init(id: "scott_pi", name: Phrase("Scott's π"), source: "Scott 1955") { $0.family().scott },
        .init(id: "fleiss_kappa", name: Phrase("Fleiss' κ"), source: "Fleiss 1971; Gwet 2014") { $0.family().fleiss },
        .init(id: "conger_kappa", name: Phrase("Conger's κ"), source: "Conger 1980; Gwet 2014") { $0.family().conger },
        .init(id: "alpha_nominal", name: Phrase("Krippendorff's α, nominal"), source: "Krippendorff 2011") {
            $0.alpha(.nominal)
        },
        .init(id: "alpha_ordinal", name: Phrase("Krippendorff's α, ordinal"), source: "Krippendorff 2011") {
            $0.alpha(.ordinal)
        },
        .init(id: "alpha_interval", name: Phrase("Krippendorff's α, interval"), source: "Krippendorff 2011") {
            $0.alpha(.interval)
        },
        .init(id: "alpha_ratio", name: Phrase("Krippendorff's α, ratio"), source: "Krippendorff 2011") {
            $0.alpha(.ratio)
        },
        .init(id: "gwet_ac1", name: Phrase("Gwet's AC1"), source: "Gwet 2008") { $0.family().gwet },
        .init(id: "gwet_ac2_ordinal", name: Phrase("Gwet's AC2, ordinal"), source: "Gwet 2014") {
            $0.weighted(.ordinal) { $0.gwet }
        },
        .init(id: "gwet_ac2_linear", name: Phrase("Gwet's AC2, linear"), source: "Gwet 2014") {
            $0.weighted(.linear) { $0.gwet }
        },
        .init(id: "gwet_ac2_quadratic", name: Phrase("Gwet's AC2, quadratic"), source: "Gwet 2014") {
            $0.weighted(.quadratic) { $0.gwet }
        },
        .init(id: "brennan_prediger", name: Phrase("Brennan-Prediger"), source: "Brennan & Prediger 1981") {
            $0.family().brennanPrediger
        },
        .init(id: "holsti", name: Phrase("Holsti"), source: "Holsti 1969", isCorrected: false) { $0.holsti },
        .init(id: "dice", name: Phrase("Dice"), source: "Dice 1945", isCorrected: false) { $0.positive.dice },
        .init(id: "jaccard", name: Phrase("Jaccard"), source: "Jaccard 1912", isCorrected: false) {
            $0.positive.jaccard
        },
    ]

    private init(
        id: String, name: Phrase, source: String, isCorrected: Bool = true,
        formula: @escaping @Sendable (Context) -> Estimate
    ) {
        (self.id, self.name, self.source) = (id, name, source)
        (self.isCorrected, self.formula) = (isCorrected, formula)
    }

    /// Returns the coefficient of `ratings`, or the reason why it is undefined.
    public func estimate(_ ratings: Ratings) -> Estimate { estimate(RatingSummary(ratings), ratings.scale) }

    func estimate(_ summary: RatingSummary, _ scale: RatingScale) -> Estimate {
        if summary.coders < 2 { return .undefined(Phrase("there are fewer than two coders")) }
        if summary.paired == 0 { return .noPairs }
        if isCorrected, summary.used < 2 { return .oneCategory }
        return formula(Context(summary: summary, scale: scale))
    }
}

extension Coefficient.Context {
    fileprivate func weighted(_ kind: Weights.Kind, _ estimate: (KappaFamily) -> Estimate) -> Estimate {
        scale.isOrdered ? estimate(family(kind)) : .notOrdered
    }

    fileprivate var positive: PositiveAgreement {
        // A single value means that the code was applied, unless it is 0.
        PositiveAgreement(summary: summary, applied: scale.categories.count > 1 || scale.numbers == [0] ? 1 : 0)
    }

    /// 2M / (N₁ + N₂), with M the number of agreements and N₁ and N₂ the numbers of units that each coder has rated.
    fileprivate var holsti: Estimate {
        guard summary.coders == 2 else { return .notTwoCoders }
        let agreed = (0..<summary.categories).reduce(0) { $0 + summary.pairs[$1 * summary.categories + $1] }
        return .value(2 * agreed / summary.byCoder.reduce(0, +))
    }
}

/// Agreement on the presence of a code; units to which no coder applied it do not count. For binary ratings.
///
/// Over the pairs of coders of each unit, with every unit weighted 1: b is the share of pairs in which both coders
/// applied the code, e the share in which exactly one did.
struct PositiveAgreement {
    let summary: RatingSummary
    /// The category that means that the code was applied.
    let applied: Int

    /// 2b / (2b + e). Dice (1945), Ecology 26(3).
    var dice: Estimate { share { both, either in (2 * both, 2 * both + either) } }

    /// b / (b + e). Jaccard (1912), New Phytologist 11(2).
    var jaccard: Estimate { share { both, either in (both, both + either) } }

    private func share(_ parts: (Double, Double) -> (part: Double, whole: Double)) -> Estimate {
        let count = summary.categories
        guard count <= 2 else { return .notBinary }
        let both = applied < count ? summary.pairs[applied * count + applied] : 0
        let (part, whole) = parts(both, count == 2 ? summary.pairs[1] + summary.pairs[2] : 0)
        return whole > 0 ? .value(part / whole) : .undefined(Phrase("no coder applied the code"))
    }
}

/// The value of a coefficient, or the reason why it is undefined.
public enum Estimate: Sendable, Hashable {
    /// The value.
    case value(Double)
    /// The reason, as a clause such as “all ratings are in one category”.
    case undefined(Phrase)

    /// The value, or `nil` if it is undefined.
    public var value: Double? { if case .value(let value) = self { value } else { nil } }

    /// Returns the chance-corrected agreement (observed − expected) / (1 − expected).
    static func beyondChance(observed: Double, expected: Double) -> Estimate {
        // Sums of shares can differ from 1 by rounding errors.
        guard 1 - expected > 1e-12 else { return .undefined(Phrase("the agreement expected by chance is 1")) }
        return .value((observed - expected) / (1 - expected))
    }

    static let noPairs = Estimate.undefined(Phrase("no unit was rated by two coders"))
    static let oneCategory = Estimate.undefined(Phrase("all ratings are in one category"))
    static let notTwoCoders = Estimate.undefined(Phrase("it is defined for exactly two coders"))
    static let notNumbers = Estimate.undefined(Phrase("the values are not numbers"))
    static let notOrdered = Estimate.undefined(Phrase("the values have no order"))
    static let negative = Estimate.undefined(Phrase("the ratio level requires values of 0 or more"))
    static let notBinary = Estimate.undefined(Phrase("it is defined for two categories"))
}
