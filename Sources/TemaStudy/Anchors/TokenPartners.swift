/// The partners of one text's tokens in another text: for each token, the index of its partner, or -1.
enum TokenPartners {
    /// How far a run without partners is moved to the start of a passage.
    private static let farthest = 1_000

    /// Returns the partners of the other text's tokens.
    static func inverse(_ partners: [Int], _ count: Int) -> [Int] {
        var inverse = Array(repeating: -1, count: count)
        for (token, partner) in partners.enumerated() where partner >= 0 { inverse[partner] = token }
        return inverse
    }

    /// Moves runs without a partner to the start of a passage or after a sign, if the same tokens can be seen as deleted
    /// there: of two equal sentences in sequence, a complete one is deleted, not the end of one and the start of the
    /// other.
    static func settled(_ partners: [Int], _ tokens: TextTokens) -> [Int] {
        var partners = partners
        func isBefore(_ one: Int, _ other: Int) -> Bool { partners[one] >= 0 && partners[one] + 1 == partners[other] }
        func quality(_ start: Int) -> Int {
            tokens.isPassageStart(start) ? 2 : start > 0 && !tokens.isWord[start - 1] ? 1 : 0
        }
        var start = 0
        while start < partners.count {
            guard partners[start] < 0 else {
                start += 1
                continue
            }
            let end = partners[start...].firstIndex { $0 >= 0 } ?? partners.count
            defer { start = max(start, end) }
            guard start > 0, partners[start - 1] >= 0, end == partners.count || isBefore(start - 1, end) else {
                continue
            }
            var best = (shift: 0, quality: quality(start))
            var shift = 0
            while shift < Self.farthest, start - shift > 1,
                tokens.symbols[start - shift - 1] == tokens.symbols[end - shift - 1],
                isBefore(start - shift - 2, start - shift - 1)
            {
                shift += 1
                if quality(start - shift) > best.quality { best = (shift, quality(start - shift)) }
            }
            for step in 0..<best.shift {
                partners[end - step - 1] = partners[start - step - 1]
                partners[start - step - 1] = -1
            }
        }
        return partners
    }
}
