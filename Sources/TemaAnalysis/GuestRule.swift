/// Base, runs and threshold, applied to the numbers of new codes of documents in order.
struct GuestRule {
    private let rule: Saturation.Rule
    /// Codes in the base.
    private let base: Int
    /// For each document that ends a run after the base: 100 · new codes in the run / codes in the base.
    let shares: [Double?]

    init(_ new: [Int], _ rule: Saturation.Rule) {
        self.rule = rule
        let base = new.prefix(rule.base).reduce(0, +)
        self.base = base
        shares = new.indices.map { end in
            guard base > 0, end + 1 >= rule.base + rule.run else { return nil }
            return 100 * Double(new[(end + 1 - rule.run)...end].reduce(0, +)) / Double(base)
        }
    }

    /// Where saturation is reached first, as a sentence.
    func verdict(_ ids: [String]) -> String {
        let what = "Guest, Namey & Chen (2020), base \(rule.base), run \(rule.run), threshold \(rule.threshold) %: "
        guard base > 0 else { return what + "not defined, for the base has no codes." }
        guard let at = shares.firstIndex(where: { $0.map { $0 <= rule.threshold } ?? false }) else {
            return what + "not reached; the base has \(base) codes."
        }
        return what
            + "reached with document \(at + 1 - rule.run), as the run up to \(at + 1) (\(ids[at])) shows; the base has \(base) codes."
    }
}
