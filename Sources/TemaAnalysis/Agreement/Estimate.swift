/// A number, or why there is none.
public enum Estimate: Sendable, Hashable {
    case value(Double)
    /// A clause such as “all ratings are in one category”.
    case undefined(String)

    public var value: Double? { if case .value(let value) = self { value } else { nil } }

    /// 1 − (1 − observed) / (1 − expected): agreement beyond chance, over the most that is possible.
    static func beyondChance(observed: Double, expected: Double) -> Estimate {
        // Sums of shares may miss 1 by a few of its last places.
        guard 1 - expected > 1e-12 else { return .undefined("chance alone would agree always") }
        return .value((observed - expected) / (1 - expected))
    }

    static let noPairs = Estimate.undefined("no unit was rated by two coders")
    static let oneCategory = Estimate.undefined("all ratings are in one category")
    static let notTwoCoders = Estimate.undefined("it is for two coders")
    static let notNumbers = Estimate.undefined("the values are no numbers")
    static let negative = Estimate.undefined("ratios need values of 0 or more")
    static let notBinary = Estimate.undefined("it is for a code that is given or not")
}
