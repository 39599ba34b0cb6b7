import TemaModel

/// How often two codes stand together in codings by hand, by where their spans lie, fed with document after document.
///
/// Codings of different coders never meet: each coder's are counted by themselves and added up. Codes of one level are
/// paired, those below them included; a coder's codings of the very same words with codes of one branch are one span.
public struct SpanCooccurrence: Sendable {
    /// Two codes, the one that comes first in the codebook first.
    struct Pair: Hashable, Comparable {
        let a: Int
        let b: Int

        init(_ one: Int, _ other: Int) { (a, b) = (min(one, other), max(one, other)) }

        static func < (left: Pair, right: Pair) -> Bool { (left.a, left.b) < (right.a, right.b) }
    }

    /// One coder's spans with one code, or a quotation with all its codes.
    private struct Segment {
        let span: Range<Int>
        let codes: Set<Int>
    }

    let codes: CodeList
    let relation: SpanRelation
    let level: Int
    private let countedAs: [Int?]
    /// For each code, its spans; with ``SpanRelation/events`` the quotations that have it.
    private(set) var spans: [Int]
    /// Pairs of spans, or events, of two codes.
    private(set) var together: [Pair: Int] = [:]
    /// For each code, the Unicode scalars that its spans cover, each once.
    private(set) var scalars: [Int]
    /// The Unicode scalars that both codes of a pair cover.
    private(set) var shared: [Pair: Int] = [:]
    private(set) var coders: Set<String> = []
    private(set) var documents = 0

    /// - Parameter level: The depth of the codes to pair; ``Model/CodeList/deepestLevel`` where it is nothing.
    public init(codes: CodeList, relation: SpanRelation, level: Int? = nil) {
        let level = level ?? codes.deepestLevel
        (self.codes, self.relation, self.level) = (codes, relation, level)
        countedAs = codes.entries.indices.map { code in
            codes.lineage(of: code).first { codes.entries[$0].depth == level }
        }
        spans = .init(repeating: 0, count: codes.count)
        scalars = spans
    }

    public mutating func add(_ document: Document, _ marks: [CodeAgreement.Mark]) {
        documents += 1
        let distance = SpanDistance(relation, in: document)
        let offsets = ScalarOffsets(document.text)
        for (coder, own) in Dictionary(grouping: marks, by: \.coder) {
            coders.insert(coder)
            let quotations = Self.quotations(own, countedAs)
            let segments =
                relation == .events
                ? quotations : quotations.flatMap { one in one.codes.map { Segment(span: one.span, codes: [$0]) } }
            for code in segments.lazy.flatMap(\.codes) { spans[code] += 1 }
            if relation == .events {
                for one in quotations { for pair in Self.pairs(one.codes, one.codes) { meet(pair) } }
            }
            for (at, earlier) in segments.enumerated() {
                for later in segments[(at + 1)...] {
                    guard distance.reaches(later.span, from: earlier.span) else { break }
                    for pair in Self.pairs(earlier.codes, later.codes) { meet(pair) }
                }
            }
            cover(quotations, offsets)
        }
    }

    private mutating func meet(_ pair: Pair) { together[pair, default: 0] += 1 }

    /// The different pairs of a code of the one and a code of the other.
    private static func pairs(_ one: Set<Int>, _ other: Set<Int>) -> Set<Pair> {
        Set(one.flatMap { a in other.filter { $0 != a }.map { Pair(a, $0) } })
    }

    /// A coder's different spans in order, each with all its codes.
    private static func quotations(_ marks: [CodeAgreement.Mark], _ countedAs: [Int?]) -> [Segment] {
        var held: [Range<Int>: Set<Int>] = [:]
        for mark in marks {
            if let code = countedAs[mark.code] { held[mark.span, default: []].insert(code) }
        }
        return held.map { Segment(span: $0.key, codes: $0.value) }.sorted {
            ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
        }
    }

    /// Adds the scalars that codes cover, piece by piece between the edges of spans.
    private mutating func cover(_ quotations: [Segment], _ offsets: ScalarOffsets) {
        let edges = Set(quotations.flatMap { [$0.span.lowerBound, $0.span.upperBound] }).sorted()
        var (next, open): (Int, [Segment]) = (0, [])
        for (start, end) in zip(edges, edges.dropFirst()) {
            open.removeAll { $0.span.upperBound <= start }
            while next < quotations.count, quotations[next].span.lowerBound == start {
                open.append(quotations[next])
                next += 1
            }
            guard !open.isEmpty else { continue }
            let length = offsets.scalars(at: end) - offsets.scalars(at: start)
            let held = open.reduce(into: Set<Int>()) { $0.formUnion($1.codes) }
            for code in held { scalars[code] += length }
            for pair in Self.pairs(held, held) { shared[pair, default: 0] += length }
        }
    }
}
