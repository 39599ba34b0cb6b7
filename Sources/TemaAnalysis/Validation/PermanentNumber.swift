import TemaModel

/// A random number that a passage keeps: it follows from a seed, the document's id and the passage's number alone.
///
/// Passages with the smallest numbers are a simple random sample without replacement, whatever else is asked of them. As
/// every code's sample is drawn by the same numbers, the samples share most of their passages, and there are fewer to
/// read: coordination by permanent random numbers (Ohlsson 1995, in Cox et al., Business Survey Methods, chapter 9).
struct PermanentNumber: Sendable {
    private let start: UInt64

    init(seed: UInt64) {
        var random = SplitMix64(seed)
        start = random.next()
    }

    /// A document's share of its passages' numbers.
    func document(_ id: String) -> UInt64 {
        // FNV-1a (Fowler, Noll & Vo) tells ids apart; SplitMix64 spreads what it gives.
        id.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    func passage(_ number: Int, of document: UInt64) -> UInt64 {
        var random = SplitMix64(document ^ UInt64(number) &* 0xD6E8_FEB8_6659_FD93)
        return random.next()
    }
}
