import TemaModel

/// The few passages with the smallest numbers of all that were offered, however they came: a random sample that merges.
///
/// Memory does not grow with what is offered. Cohen & Kaplan (2007), Summarizing data using bottom-k sketches, PODC.
struct PassageDraw: Sendable {
    /// The most that are kept.
    let most: Int
    /// Ascending.
    private(set) var passages: [SampledPassage] = []

    init(_ most: Int) { self.most = most }

    /// The greatest number that may still be kept.
    var reach: UInt64 {
        guard passages.count >= most else { return .max }
        return passages.last?.number ?? 0
    }

    mutating func offer(_ passage: SampledPassage) {
        guard passage.number <= reach else { return }
        passages.insert(passage, at: passages.firstIndexOfSorted { $0 > passage })
        if passages.count > most { passages.removeLast() }
    }

    mutating func merge(_ other: PassageDraw) { for passage in other.passages { offer(passage) } }
}
