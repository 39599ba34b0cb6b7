/// The positions that a program wrote for a selection, with its labels.
package struct WrittenSelection: Sendable, Hashable {
    package var start: Int
    package var end: Int
    /// The selection's name and description, without missing ones. Many programs derive them from the selected text.
    package var labels: [String]

    package init(start: Int, end: Int, labels: [String] = []) {
        (self.start, self.end, self.labels) = (start, end, labels)
    }
}

/// The fit of one source's selections to its text in one reading, which is all dialects that select the same text.
package struct OffsetReading: Sendable, Hashable {
    /// The dialects that select the same text here, the nearest to the standard first. Never empty.
    package internal(set) var dialects: [OffsetDialect]
    package let selections: Int
    /// The number of selections with a name or description that is the beginning of the selected text.
    package internal(set) var labelled = 0
    /// The number of starts and ends at word boundaries, and the number that can be classified at all.
    package internal(set) var edges = 0
    package internal(set) var classifiedEdges = 0
    /// The number of selections that are out of range.
    package internal(set) var outOfRange = 0
    /// The logarithm of the likelihood ratio between this dialect and positions drawn at random.
    package internal(set) var score = 0.0
    /// The part of the score from word boundaries.
    var edgeScore = 0.0

    /// The dialect nearest to the standard among those that select the same text.
    package var dialect: OffsetDialect { dialects.first ?? .standard }
}

/// The evidence of one source for the dialect of its positions.
struct OffsetEvidence: Sendable {
    let source: String
    /// The readings from best to worst. Equal ones are ordered by nearness to the standard.
    let readings: [OffsetReading]
    /// The index of each dialect's reading, in the order of ``OffsetDialect/all``.
    private let places: [Int]

    /// Scores the selections in every dialect that this text distinguishes.
    ///
    /// - Complexity: O(*n* + *m*), for a text of length *n* and *m* selections.
    init(_ source: String, _ text: SourceText, selections: [WrittenSelection]) {
        let scorer = OffsetScorer(text, selections)
        var readings: [OffsetReading] = []
        /// The index of the reading for each list of spans. Dialects that select the same text share a reading.
        var known: [[Range<Int>?]: Int] = [:]
        for dialect in text.distinctDialects {
            let spans = selections.map { text.span(from: $0.start, to: $0.end, dialect: dialect) }
            if let same = known[spans] {
                readings[same].dialects.append(dialect)
            } else {
                known[spans] = readings.count
                readings.append(scorer.reading(spans, dialect))
            }
        }
        // `sorted` is not guaranteed to be stable, so equal readings are compared by their index.
        let order = readings.indices.sorted { (-readings[$0].score, $0) < (-readings[$1].score, $1) }
        let sorted = order.map { readings[$0] }
        (self.source, self.readings) = (source, sorted)
        places = OffsetDialect.all.map { dialect in
            let distinct = text.distinct(dialect)
            return sorted.firstIndex { $0.dialects.contains(distinct) } ?? 0
        }
    }

    /// The score of each dialect, in the order of ``OffsetDialect/all``.
    var scores: [Double] { places.map { readings[$0].score } }

    /// Returns the highest score among a reading's dialects, from a list in the order of ``OffsetDialect/all``.
    func best(of reading: Int, in scores: [Double]) -> Double {
        zip(places, scores).lazy.filter { $0.0 == reading }.map { $0.1 }.max() ?? 0
    }
}

/// Scores readings of one source's selections.
private struct OffsetScorer {
    private let scalars: [Unicode.Scalar]
    private let edges: WordEdges
    private let labels: [[SelectionLabel]]
    /// The score of a selection that is out of range.
    private static let outOfRange = -8.0

    init(_ text: SourceText, _ selections: [WrittenSelection]) {
        scalars = Array(text.text.string.unicodeScalars)
        edges = WordEdges(text.text)
        labels = selections.map { $0.labels.compactMap(SelectionLabel.init) }
    }

    func reading(_ spans: [Range<Int>?], _ dialect: OffsetDialect) -> OffsetReading {
        var reading = OffsetReading(dialects: [dialect], selections: spans.count)
        for (span, labels) in zip(spans, labels) {
            guard let span else {
                reading.outOfRange += 1
                reading.score += Self.outOfRange
                continue
            }
            // Empty selections are not at word boundaries.
            guard !span.isEmpty else { continue }
            for edge in [edges.start(span.lowerBound), edges.end(span.upperBound)] where edge.kind != .silent {
                reading.classifiedEdges += 1
                if edge.kind != .cut { reading.edges += 1 }
                reading.edgeScore += edge.weight
            }
            let weight = labels.map { $0.weight(for: span, in: scalars) }.max() ?? 0
            if weight > 0 { reading.labelled += 1 }
            reading.score += weight
        }
        reading.score += reading.edgeScore
        return reading
    }
}
