import TemaModel

/// Permanent random numbers of passages, which depend only on a seed, the document id and the passage number.
///
/// The passages with the smallest numbers are a simple random sample without replacement. Because all codes are sampled
/// with the same numbers, their samples share most passages, and fewer passages have to be read: coordination by
/// permanent random numbers (Ohlsson 1995, in Cox et al., Business Survey Methods, chapter 9).
struct PermanentNumber: Sendable {
    private let start: UInt64

    init(seed: UInt64) {
        var random = SplitMix64(seed)
        start = random.next()
    }

    /// Returns a hash of the document id, from which the numbers of its passages are computed.
    func document(_ id: String) -> UInt64 {
        // FNV-1a (Fowler, Noll & Vo) distinguishes ids; SplitMix64 then distributes its values evenly.
        id.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// Returns the permanent random number of a passage.
    func passage(_ number: Int, of document: UInt64) -> UInt64 {
        var random = SplitMix64(document ^ UInt64(number) &* 0xD6E8_FEB8_6659_FD93)
        return random.next()
    }
}
