public import TemaModel

/// A coefficient of agreement between coders.
public struct Coefficient: Sendable {
    /// The identifier in machine-readable output, such as `cohen_kappa`.
    public let id: String
    /// The name for people, such as `Cohen's κ`.
    public let name: Phrase
    /// The author and year of the definition.
    public let source: String
    /// Computes the estimate. It requires at least two coders, two categories in use, and a unit with two ratings.
    private let formula: @Sendable (Context) -> Estimate

    struct Context {
        let summary: RatingSummary
        let numbers: [Double]?

        func family(_ kind: Weights.Kind = .identity) -> KappaFamily {
            let ranks = (0..<summary.categories).map(Double.init)
            return KappaFamily(summary: summary, weights: Weights(kind, numbers ?? ranks))
        }

        func alpha(_ level: KrippendorffAlpha.Level) -> Estimate {
            KrippendorffAlpha(summary: summary, numbers: numbers).estimate(level)
        }
    }

    /// All coefficients, in the order of the rows of tables.
    public static let all: [Coefficient] = [
        .init(id: "percent", name: Phrase("Percent agreement"), source: "share of pairs") {
            .value(100 * $0.family().observed)
        },
        .init(id: "cohen_kappa", name: Phrase("Cohen's κ"), source: "Cohen 1960") { $0.family().cohen },
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
            $0.weighted(.ordinal)
        },
        .init(id: "gwet_ac2_linear", name: Phrase("Gwet's AC2, linear"), source: "Gwet 2014") { $0.weighted(.linear) },
        .init(id: "gwet_ac2_quadratic", name: Phrase("Gwet's AC2, quadratic"), source: "Gwet 2014") {
            $0.weighted(.quadratic)
        },
        .init(id: "brennan_prediger", name: Phrase("Brennan-Prediger"), source: "Brennan & Prediger 1981") {
            $0.family().brennanPrediger
        },
        .init(id: "holsti", name: Phrase("Holsti"), source: "Holsti 1969") { $0.holsti },
        .init(id: "dice", name: Phrase("Dice"), source: "Dice 1945") { PositiveAgreement(summary: $0.summary).dice },
        .init(id: "jaccard", name: Phrase("Jaccard"), source: "Jaccard 1912") {
            PositiveAgreement(summary: $0.summary).jaccard
        },
    ]

    private init(id: String, name: Phrase, source: String, formula: @escaping @Sendable (Context) -> Estimate) {
        (self.id, self.name, self.source, self.formula) = (id, name, source, formula)
    }

    /// Returns the coefficient of `ratings`, or the reason why it is undefined.
    public func estimate(_ ratings: Ratings) -> Estimate { estimate(RatingSummary(ratings), ratings.numbers) }

    func estimate(_ summary: RatingSummary, _ numbers: [Double]?) -> Estimate {
        if summary.coders < 2 { return .undefined(Phrase("there are fewer than two coders")) }
        if summary.paired == 0 { return .noPairs }
        if summary.used < 2 { return .oneCategory }
        return formula(Context(summary: summary, numbers: numbers))
    }
}

extension Coefficient.Context {
    fileprivate func weighted(_ kind: Weights.Kind) -> Estimate { numbers == nil ? .notNumbers : family(kind).gwet }

    /// 2M / (N₁ + N₂), with M the number of agreements and N₁ and N₂ the numbers of units that each coder has rated,
    /// including units that only one coder has rated.
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

    /// 2b / (2b + e). Dice (1945), Ecology 26(3).
    var dice: Estimate { share { both, either in (2 * both, 2 * both + either) } }

    /// b / (b + e). Jaccard (1912), New Phytologist 11(2).
    var jaccard: Estimate { share { both, either in (both, both + either) } }

    private func share(_ parts: (Double, Double) -> (part: Double, whole: Double)) -> Estimate {
        guard summary.categories == 2 else { return .notBinary }
        let (part, whole) = parts(summary.pairs[3], summary.pairs[1] + summary.pairs[2])
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
    static let negative = Estimate.undefined(Phrase("the ratio level requires values of 0 or more"))
    static let notBinary = Estimate.undefined(Phrase("it is defined for two categories"))
}
