/// Positions that a program wrote for a selection, with what it may have made of the words selected.
package struct WrittenSelection: Sendable, Hashable {
    package var start: Int
    package var end: Int
    /// Its name and description, where it has them.
    package var labels: [String]

    package init(start: Int, end: Int, labels: [String] = []) {
        (self.start, self.end, self.labels) = (start, end, labels)
    }
}

/// How well the selections of one source fit its text where they are read in one dialect.
package struct OffsetReading: Sendable, Hashable {
    /// The dialects that select the same words here, the nearest to the standard first; never empty.
    package internal(set) var dialects: [OffsetDialect]
    package let selections: Int
    /// How many have a name or description that begins the words selected.
    package internal(set) var labelled = 0
    /// How many starts and ends lie on the edges of words, and how many where words have edges.
    package internal(set) var edges = 0
    package internal(set) var tellingEdges = 0
    /// How many select nothing that there is.
    package internal(set) var outOfRange = 0
    /// The logarithm of how much likelier these positions are if the dialect is right than if they were drawn at random.
    package internal(set) var score = 0.0
    /// The part of the score that is due to edges.
    var edgeScore = 0.0

    /// The nearest to the standard of the dialects that select the same words.
    package var dialect: OffsetDialect { dialects.first ?? .standard }
}

/// What one source says about the dialect of its positions.
struct OffsetEvidence: Sendable {
    let source: String
    /// The best first; of equal ones the nearest to the standard.
    let readings: [OffsetReading]
    /// The index in the readings of each dialect, in the order of ``OffsetDialect/all``.
    private let places: [Int]

    /// Reads the selections in every dialect that this text can tell apart. The time follows text and selections.
    init(_ source: String, _ text: SourceText, selections: [WrittenSelection]) {
        let scorer = OffsetScorer(text, selections)
        var readings: [OffsetReading] = []
        /// Readings that select the same words are one.
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
        // A sort keeps the order of equal ones only if it is told it.
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

    /// The best that dialects of a reading have in a list in the order of ``OffsetDialect/all``.
    func best(of reading: Int, in scores: [Double]) -> Double {
        zip(places, scores).lazy.filter { $0.0 == reading }.map { $0.1 }.max() ?? 0
    }
}

/// Scores readings of one source's selections.
private struct OffsetScorer {
    private let scalars: [Unicode.Scalar]
    private let edges: WordEdges
    private let labels: [[SelectionLabel]]
    /// What a selection that is out of range says against a reading.
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
            // Selections of nothing are at no edge of any word.
            guard !span.isEmpty else { continue }
            for edge in [edges.start(span.lowerBound), edges.end(span.upperBound)] where edge.kind != .silent {
                reading.tellingEdges += 1
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
