/// What a passage's place among a code's quotes follows from; the less, the better.
struct QuoteRank: Sendable, Hashable, Comparable {
    let evidence: Int
    let words: Int
    let document: String
    let passage: Int

    /// evidence / (words + 25)
    var score: Double { Double(evidence) / Double(words + BestQuotes.silentWords) }

    static func < (left: QuoteRank, right: QuoteRank) -> Bool {
        // Whole numbers, so that equal scores are equal.
        let (one, other) = (
            left.evidence * (right.words + BestQuotes.silentWords),
            right.evidence * (left.words + BestQuotes.silentWords)
        )
        if one != other { return one > other }
        if left.evidence != right.evidence { return left.evidence > right.evidence }
        if left.document.utf8.elementsEqual(right.document.utf8) { return left.passage < right.passage }
        return left.document.utf8.lexicographicallyPrecedes(right.document.utf8)
    }
}
