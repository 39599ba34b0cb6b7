import TemaModel

/// A stratified random sample of passages by which a person checks what a codebook finds: for each code some passages in
/// which it was found, and some of all the others.
///
/// Each stratum is a simple random sample without replacement, decided by a seed alone: neither the order of the documents
/// nor how they are shared out makes a difference. It holds the texts of the passages that are drawn, and counts of all.
public struct Sample: Statistic {
    /// Passages of a code's two strata: those in which it was found, and all others.
    public struct Size: Sendable, Hashable {
        public var found: Int
        public var other: Int

        public init(found: Int, other: Int) { (self.found, self.other) = (found, other) }
    }

    private struct Strata: Sendable {
        var found: PassageDraw
        var other: PassageDraw
        /// Passages in which the code was found, drawn or not.
        var count = 0
    }

    let codes: CodeList
    /// The numbers of the codes that are sampled; each stands for those below it too.
    let chosen: [Int]
    let seed: UInt64
    private let numbers: PermanentNumber
    private(set) var passages = 0
    private var strata: [Strata]
    /// For each code, the places among the chosen ones that it counts for: its own and those of codes above it.
    private let places: [[Int]]

    /// - Parameters:
    ///   - chosen: The numbers of the codes to check, each once.
    ///   - size: How many passages are drawn for each code.
    public init(codes: CodeList, chosen: [Int], size: Size, seed: UInt64 = 1) {
        (self.codes, self.chosen, self.seed) = (codes, chosen, seed)
        numbers = PermanentNumber(seed: seed)
        strata = .init(
            repeating: Strata(found: PassageDraw(size.found), other: PassageDraw(size.other)), count: chosen.count)
        let place = Dictionary(chosen.enumerated().map { ($1, $0) }) { first, _ in first }
        places = codes.entries.indices.map { code in codes.lineage(of: code).compactMap { place[$0] } }
    }

    public mutating func add(_ coded: CodedDocument) {
        let document = numbers.document(coded.document.id)
        let offsets = LazyOffsets(coded.document)
        // Most passages stand beyond what any stratum still takes.
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

    /// The greatest number that the other passages of any code still take.
    private var reach: UInt64 { strata.reduce(0) { max($0, $1.other.reach) } }

    /// The indicators that found a code in a passage, in the order of the codebook.
    private func indicators(of codings: [Coding], in coded: CodedDocument) -> [String] {
        Set(codings.flatMap { coded.evidence(of: $0).map(\.indicator) }).sorted()
            .compactMap { codes.indicators.indices.contains($0) ? codes.indicators[$0].indicator.match : nil }
    }

    public mutating func merge(_ other: Sample) {
        passages += other.passages
        for place in strata.indices {
            strata[place].count += other.strata[place].count
            strata[place].found.merge(other.strata[place].found)
            strata[place].other.merge(other.strata[place].other)
        }
    }

    /// The ids of all documents that have a passage in the sample.
    public var documents: Set<String> {
        Set(strata.flatMap { $0.found.passages + $0.other.passages }.map(\.document))
    }

    /// One code's passages of both strata in random order, which does not tell which is which.
    func drawn(_ place: Int) -> [(passage: SampledPassage, isFound: Bool)] {
        (strata[place].found.passages.map { ($0, true) } + strata[place].other.passages.map { ($0, false) })
            .sorted { $0.0 < $1.0 }
    }

    /// How many passages there are in a code's strata, drawn or not.
    func population(_ place: Int) -> Size {
        Size(found: strata[place].count, other: passages - strata[place].count)
    }
}

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
