import TemaModel

/// The cumulative number of codes after each document, over random orders of the documents.
struct RandomOrders: Sendable {
    /// The 5th percentile, median and 95th percentile of the number of codes over the random orders.
    struct Band: Sendable, Hashable {
        let low: Int
        let middle: Int
        let high: Int
    }

    let draws: Int
    let seed: UInt64
    /// The maximum of draws · documents for which a band is computed, which bounds memory and time.
    private static let most = 20_000_000

    /// Returns the band at each document, or `nil` if there are no draws, no documents, or too many documents.
    ///
    /// - Parameter documents: The codes of each document.
    func band(_ documents: [[Int]]) -> [Band]? {
        guard draws > 0, !documents.isEmpty, draws <= Self.most / documents.count else { return nil }
        var random = SplitMix64(seed)
        var order = documents
        // All counts after the same number of documents are contiguous.
        var counts = [Int32](repeating: 0, count: draws * documents.count)
        for draw in 0..<draws {
            order.shuffle(using: &random)
            var sum = 0
            for (index, new) in Saturation.newCodes(order).enumerated() {
                sum += new
                counts[index * draws + draw] = Int32(truncatingIfNeeded: sum)
            }
        }
        return documents.indices.map { index in
            let sorted = counts[(index * draws)..<((index + 1) * draws)].sorted()
            func share(_ percent: Int) -> Int { Int(sorted[(draws - 1) * percent / 100]) }
            return Band(low: share(5), middle: share(50), high: share(95))
        }
    }

    func note(_ documents: Int) -> Phrase {
        if draws == 0 { return Phrase("No random orders were drawn.") }
        return documents > 0 && draws <= Self.most / documents
            ? Phrase(
                "Random: codes so far in random orders of the documents: 5th percentile, median, 95th percentile (draws: \(draws), seed: \(ordinal: seed))."
            )
            : Phrase("Random orders were not drawn: there are too many documents, or none.")
    }
}
