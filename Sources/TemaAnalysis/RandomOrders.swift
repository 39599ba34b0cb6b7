/// How many codes are known after each document, had the documents come in random orders.
struct RandomOrders: Sendable {
    /// Of the orders, 5 % have no more codes than `low`, half no more than `middle`, 95 % no more than `high`.
    struct Band: Sendable, Hashable {
        let low: Int
        let middle: Int
        let high: Int
    }

    let draws: Int
    let seed: UInt64
    /// Orders times documents; beyond it there is no band.
    private static let most = 20_000_000

    /// Nothing where there is no order to draw, or there are too many documents.
    func band(_ documents: [[Int]]) -> [Band]? {
        guard draws > 0, !documents.isEmpty, draws <= Self.most / documents.count else { return nil }
        var random = SplitMix64(seed)
        var order = documents
        // The counts of one document's place stand together.
        var counts = [Int32](repeating: 0, count: draws * documents.count)
        for draw in 0..<draws {
            order.shuffle(using: &random)
            var sum = 0
            for (at, new) in Saturation.newCodes(order).enumerated() {
                sum += new
                counts[at * draws + draw] = Int32(truncatingIfNeeded: sum)
            }
        }
        return documents.indices.map { at in
            let sorted = counts[(at * draws)..<((at + 1) * draws)].sorted()
            func share(_ percent: Int) -> Int { Int(sorted[(draws - 1) * percent / 100]) }
            return Band(low: share(5), middle: share(50), high: share(95))
        }
    }

    func note(_ documents: Int) -> String {
        if draws == 0 { return "No random orders were drawn." }
        return documents > 0 && draws <= Self.most / documents
            ? "Random: the same in \(draws) random orders, seed \(seed); nine in ten lie between 5 % and 95 %."
            : "There are no random orders of so many documents, or of none."
    }
}
