import TemaModel

/// The saturation rule of Guest, Namey & Chen (2020), applied to the numbers of new codes of documents in order.
struct GuestRule {
    private let rule: Saturation.Rule
    /// The number of codes in the base.
    private let base: Int
    /// For each document, 100 · new codes in the run that ends with it / codes in the base; `nil` if no run ends with
    /// it or the base has no codes.
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

    /// Returns a sentence that reports at which document saturation was first reached.
    func verdict(_ ids: [String]) -> Phrase {
        let (reference, threshold) = ("Guest, Namey & Chen (2020)", String(rule.threshold))
        let what = Phrase("\(reference), base \(rule.base), run \(rule.run), threshold \(threshold) %:")
        guard base > 0 || ids.count < rule.base + rule.run else {
            return Phrase("\(what) undefined, because the base has no codes.")
        }
        guard ids.count >= rule.base + rule.run else {
            return Phrase("\(what) not assessed, because it needs at least \(rule.base + rule.run) documents.")
        }
        let codes = Phrase("Codes in the base (\(count: rule.base, "document")): \(base).")
        guard let index = shares.firstIndex(where: { $0.map { $0 <= rule.threshold } ?? false }) else {
            return Phrase("\(what) not reached. \(codes)")
        }
        let (reached, end) = (index + 1 - rule.run, index + 1)
        return Phrase(
            "\(what) reached at document \(reached), by the run ending at document \(end) (\(ids[index])). \(codes)")
    }
}
