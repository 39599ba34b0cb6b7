import TemaModel

/// A stratified random sample of passages for the validation of a codebook: for each code, passages in which it was
/// found and other passages.
///
/// Each stratum is a simple random sample without replacement that depends only on the seed, not on the order of the
/// documents or their distribution over copies of the statistic. Only the texts of sampled passages are kept in memory.
public struct Sample: Statistic {
    /// Numbers of passages in the two strata of a code.
    public struct Size: Sendable, Hashable {
        /// The number of passages in which the code was found.
        public var found: Int
        /// The number of other passages.
        public var other: Int

        /// Creates a size.
        public init(found: Int, other: Int) { (self.found, self.other) = (found, other) }
    }

    private struct Strata: Sendable {
        var found: PassageDraw
        var other: PassageDraw
        /// The number of passages in which the code was found, sampled or not.
        var count = 0
    }

    let codes: CodeList
    /// The numbers of the sampled codes, which include their descendants.
    let chosen: [Int]
    let seed: UInt64
    private let numbers: PermanentNumber
    private(set) var passages = 0
    private var strata: [Strata]
    /// For each code, the indices in `chosen` of the codes that it counts for: itself and its ancestors.
    private let places: [[Int]]

    /// Creates an empty sample.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - chosen: The numbers of the codes to validate, without duplicates.
    ///   - size: The maximum number of passages to draw from each stratum of a code.
    ///   - seed: The random seed.
    public init(codes: CodeList, chosen: [Int], size: Size, seed: UInt64 = 1) {
        (self.codes, self.chosen, self.seed) = (codes, chosen, seed)
        numbers = PermanentNumber(seed: seed)
        strata = .init(
            repeating: Strata(found: PassageDraw(size.found), other: PassageDraw(size.other)), count: chosen.count)
        let place = Dictionary(chosen.enumerated().map { ($1, $0) }) { first, _ in first }
        places = codes.entries.indices.map { code in codes.lineage(of: code).compactMap { place[$0] } }
    }

    /// Counts the passages of a document, and keeps those with the smallest random numbers.
    public mutating func add(_ coded: CodedDocument) {
        let document = numbers.document(coded.document.id)
        let offsets = LazyOffsets(coded.document)
        // Most passages have a number too great for any stratum.
        var reach = reach
        coded.forEachPassage { passage, codings in
            passages += 1
            let number = numbers.passage(passage.passage, of: document)
            func drawn() -> SampledPassage {
                SampledPassage(number, passage.passage, of: coded.document, offsets: offsets)
            }
            var found: [Int: [Coding]] = [:]
            for coding in codings { for place in places[coding.code] { found[place, default: []].append(coding) } }
            for (place, codings) in found {
                strata[place].count += 1
                guard number <= strata[place].found.reach else { continue }
                strata[place].found.offer(drawn().found(by: indicators(of: codings, in: coded)))
            }
            guard number <= reach else { return }
            let other = drawn()
            for place in chosen.indices where found[place] == nil { strata[place].other.offer(other) }
            reach = self.reach
        }
    }

    /// The greatest number that the stratum of other passages of any code still accepts.
    private var reach: UInt64 { strata.reduce(0) { max($0, $1.other.reach) } }

    /// Returns the indicators that found a code in a passage, in codebook order.
    private func indicators(of codings: [Coding], in coded: CodedDocument) -> [String] {
        Set(codings.flatMap { coded.evidence(of: $0).map(\.indicator) }).sorted()
            .compactMap { codes.indicators.indices.contains($0) ? codes.indicators[$0].indicator.match : nil }
    }

    /// Adds the passages of another sample with the same codes, sizes and seed.
    public mutating func merge(_ other: Sample) {
        passages += other.passages
        for place in strata.indices {
            strata[place].count += other.strata[place].count
            strata[place].found.merge(other.strata[place].found)
            strata[place].other.merge(other.strata[place].other)
        }
    }

    /// The ids of all documents with a passage in the sample.
    public var documents: Set<String> {
        Set(strata.flatMap { $0.found.passages + $0.other.passages }.map(\.document))
    }

    /// Returns the sampled passages of both strata of a code in random order, so that the order does not reveal the
    /// stratum.
    ///
    /// - Parameter place: The index of the code in `chosen`.
    func drawn(_ place: Int) -> [(passage: SampledPassage, isFound: Bool)] {
        (strata[place].found.passages.map { ($0, true) } + strata[place].other.passages.map { ($0, false) })
            .sorted { $0.0 < $1.0 }
    }

    /// Returns the number of passages in the strata of a code, sampled or not.
    ///
    /// - Parameter place: The index of the code in `chosen`.
    func population(_ place: Int) -> Size {
        Size(found: strata[place].count, other: passages - strata[place].count)
    }
}

/// The passages with the smallest numbers of all passages offered, in any order: a mergeable random sample (bottom-k
/// sketch).
///
/// Memory does not depend on the number of passages offered. Cohen & Kaplan (2007), Summarizing data using bottom-k
/// sketches, PODC.
struct PassageDraw: Sendable {
    /// The maximum number of passages kept.
    let most: Int
    /// The kept passages, in ascending order of their numbers.
    private(set) var passages: [SampledPassage] = []

    init(_ most: Int) { self.most = most }

    /// The greatest number with which a passage can still be kept.
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
