import TemaModel

/// The co-occurrence of codes in codings by hand, by the positions of their spans.
///
/// Documents are added one at a time. Codings of different coders do not co-occur: each coder's codings are counted
/// separately, and the counts are added up. By default the codes that were given themselves are paired; with a level, the codes of
/// the level, including their descendants. A coder's
/// codings of the same words with a code and its descendants are one span.
public struct SpanCooccurrence: Sendable {
    /// Two codes, in codebook order.
    struct Pair: Hashable, Comparable {
        let a: Int
        let b: Int

        init(_ one: Int, _ other: Int) { (a, b) = (min(one, other), max(one, other)) }

        static func < (left: Pair, right: Pair) -> Bool { (left.a, left.b) < (right.a, right.b) }
    }

    /// A coder's span with one of its codes, or a quotation: a span with all its codes.
    private struct Segment {
        let span: Range<Int>
        let codes: Set<Int>
    }

    let codes: CodeList
    let relation: SpanRelation
    let level: Int?
    private let countedAs: [Int?]
    /// The number of spans of each code; for ``SpanRelation/events``, the number of quotations with it.
    private(set) var spans: [Int]
    /// The number of pairs of spans, or of events, for each pair of codes.
    private(set) var together: [Pair: Int] = [:]
    /// The number of Unicode scalars covered by the spans of each code, each scalar counted once.
    private(set) var scalars: [Int]
    /// The number of Unicode scalars covered by both codes of a pair.
    private(set) var shared: [Pair: Int] = [:]
    private(set) var coders: Set<String> = []
    private(set) var documents = 0

    /// Creates an empty statistic.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - relation: The relation of two spans that counts as co-occurrence.
    ///   - level: The depth of the codes to pair; `nil` for the codes that were given themselves.
    public init(codes: CodeList, relation: SpanRelation, level: Int? = nil) {
        (self.codes, self.relation, self.level) = (codes, relation, level)
        countedAs = codes.counted(atLevel: level)
        spans = .init(repeating: 0, count: codes.count)
        scalars = spans
    }

    /// Counts the codings by hand of a document.
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
                for one in quotations { for pair in pairs(one.codes, one.codes) { meet(pair) } }
            }
            for (index, earlier) in segments.enumerated() {
                for later in segments[(index + 1)...] {
                    guard distance.reaches(later.span, from: earlier.span) else { break }
                    for pair in pairs(earlier.codes, later.codes) { meet(pair) }
                }
            }
            cover(quotations, offsets)
        }
    }

    private mutating func meet(_ pair: Pair) { together[pair, default: 0] += 1 }

    /// Returns the pairs of a code of `one` and a different code of `other`.
    private func pairs(_ one: Set<Int>, _ other: Set<Int>) -> Set<Pair> {
        Set(one.flatMap { a in other.map { Pair(a, $0) } }.filter { codes.isApart($0.a, from: $0.b) })
    }

    /// Returns the distinct spans of a coder in order, each with all its codes.
    private static func quotations(_ marks: [CodeAgreement.Mark], _ countedAs: [Int?]) -> [Segment] {
        var held: [Range<Int>: Set<Int>] = [:]
        for mark in marks {
            if let code = countedAs[mark.code] { held[mark.span, default: []].insert(code) }
        }
        return held.map { Segment(span: $0.key, codes: $0.value) }.sorted {
            ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
        }
    }

    /// Adds the scalars covered by codes, for each piece of text between two adjacent edges of spans.
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
            for pair in pairs(held, held) { shared[pair, default: 0] += length }
        }
    }
}
