import Testing

/// Fisher's exact test, from the probabilities of all tables with the same margins, with Pascal's rule for binomials.
func naiveFisher(both: Int, a: Int, b: Int, units: Int) -> Double {
    func choose(_ n: Int, _ k: Int) -> Double { (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) } }
    let possible = max(0, a + b - units)...min(a, b)
    let weights = possible.map { choose(a, $0) * choose(units - a, b - $0) }
    let observed = weights[both - possible.lowerBound]
    return weights.filter { $0 <= observed * (1 + 1e-7) }.reduce(0, +) / weights.reduce(0, +)
}

/// Expects that the relative difference of a number from the expected one is small.
func expectClose(
    _ value: Double?, _ expected: Double, within relative: Double = 1e-9, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let difference = abs((value ?? .infinity) - expected)
    #expect(
        difference <= relative * abs(expected) || difference <= 1e-300,
        "\(String(describing: value)), expected \(expected); \(comment?.rawValue ?? "")",
        sourceLocation: sourceLocation)
}
