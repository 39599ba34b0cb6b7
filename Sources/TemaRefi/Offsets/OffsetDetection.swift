import Glibc
import TemaModel

/// Detects how the positions in a project's sources are counted.
///
/// Each source is decided by its own selections if possible. Otherwise the selections of all sources decide, because a
/// program counts in one way, and then the known properties of the program. A reading must be a thousand times likelier
/// than the next.
package struct OffsetDetection: Sendable {
    private var evidence: [OffsetEvidence] = []
    /// The scores of all sources, in the order of ``OffsetDialect/all``.
    private var together = [Double](repeating: 0, count: OffsetDialect.all.count)
    private let custom: [Double]
    private let isProgramKnown: Bool

    /// Creates a detection without sources.
    ///
    /// - Parameter origin: The project's `origin` attribute, which names the program that wrote it.
    package init(origin: String?) {
        let known = origin.flatMap(OffsetCustom.init(origin:))
        isProgramKnown = known != nil
        custom = OffsetDialect.all.map { OffsetCustom.evidence(for: $0, known) }
    }

    /// Adds a source. The text is not kept.
    ///
    /// - Parameters:
    ///   - source: The name of the source for messages.
    ///   - text: The plain text of the source.
    ///   - selections: The positions of its selections, as they were written.
    package mutating func add(_ source: String, _ text: SourceText, selections: [WrittenSelection]) {
        let one = OffsetEvidence(source, text, selections: selections)
        evidence.append(one)
        together = zip(together, one.scores).map { $0 + $1 }
    }

    /// Returns the decision for each source, in the order in which they were added.
    ///
    /// A result is a ``Problem`` if readings that select different text are equally likely, or no reading fits the
    /// text.
    package func decisions() -> [Result<OffsetDecision, Problem>] { evidence.map(decision) }

    /// The minimum lead of a reading over the next, as the logarithm of a likelihood ratio.
    private static let lead = log(1000.0)

    private func decision(_ source: OffsetEvidence) -> Result<OffsetDecision, Problem> {
        func decided(_ reading: Int, _ ground: OffsetDecision.Ground) -> Result<OffsetDecision, Problem> {
            let readings = source.readings
            return .success(
                OffsetDecision(
                    source: source.source, ground: ground,
                    readings: [readings[reading]] + readings[..<reading] + readings[(reading + 1)...]))
        }
        guard source.readings.count > 1 else { return decided(0, .nothingDiffers) }
        // If even the best reading fits no better than chance, the selections carry no information.
        let isInformative = source.readings[0].edgeScore >= 0 || source.readings[0].labelled > 0
        let own = source.readings.map(\.score)
        if isInformative, let best = Self.leader(own) { return decided(best, .ownSelections) }
        // A reading that the source itself strongly contradicts is excluded, even if the other sources support it.
        let open = own.indices.filter { !isInformative || own[0] - own[$0] < Self.lead }
        let all = zip(together, custom).map { $0 + $1 }
        for (scores, ground) in [(together, OffsetDecision.Ground.otherSources), (all, .program)] {
            if let best = Self.leader(open.map { source.best(of: $0, in: scores) }) {
                return decided(open[best], ground)
            }
        }
        if let usual = usual(open.map { source.readings[$0] }) { return decided(open[usual], .usual) }
        return .failure(isInformative ? Self.tie(source, open) : Self.fitsBadly(source))
    }

    /// Returns the index of the usual reading, or nil if the readings differ in more than the end and the byte-order
    /// mark.
    ///
    /// All known programs use exclusive ends. Only QualCoder is known to count the byte-order mark.
    private func usual(_ readings: [OffsetReading]) -> Int? {
        for unit in OffsetDialect.Unit.allCases {
            for isTwo in [false, true] {
                let isAlike = { (dialect: OffsetDialect) in
                    dialect.unit == unit && dialect.countsCRLFAsTwo == isTwo
                        && !(isProgramKnown && dialect.countsMark)
                }
                guard readings.allSatisfy({ $0.dialects.contains(where: isAlike) }) else { continue }
                return readings.firstIndex {
                    $0.dialects.contains(OffsetDialect(unit: unit, countsCRLFAsTwo: isTwo))
                }
            }
        }
        return nil
    }

    /// Returns the index of the score that leads all others by at least ``lead``, or nil if there is none.
    private static func leader(_ scores: [Double]) -> Int? {
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
        return scores.indices.allSatisfy { $0 == best || scores[best] - scores[$0] >= lead } ? best : nil
    }

    private static func tie(_ source: OffsetEvidence, _ open: [Int]) -> Problem {
        let readings = open.prefix(3).map { source.readings[$0].summary }.joined(separator: "; ")
        return Problem(
            "its positions can be counted in \(open.count) ways that select different text: \(readings)",
            suggestion: suggestion(source.readings[open[0]]), file: source.source)
    }

    private static func fitsBadly(_ source: OffsetEvidence) -> Problem {
        Problem(
            "its selections do not fit its text, however positions are counted: at best \(source.readings[0].summary)",
            suggestion: "check that they were made in this text, or " + suggestion(source.readings[0]),
            file: source.source)
    }

    private static func suggestion(_ reading: OffsetReading) -> String {
        "set how its program counts, for example with --offsets \(reading.dialect)"
    }
}

/// The dialect in which a source's positions are read, and why.
package struct OffsetDecision: Sendable, Hashable {
    package enum Ground: String, Sendable, Hashable {
        /// All dialects select the same text.
        case nothingDiffers = "every way of counting selects the same words"
        case ownSelections = "its own selections"
        case otherSources = "the selections of all sources"
        case program = "the selections of all sources and the program that wrote them"
        case usual = "what all programs do: ends are exclusive, and a byte-order mark does not count"
    }

    package let source: String
    package let ground: Ground
    /// The chosen reading, followed by the others from best to worst.
    package let readings: [OffsetReading]

    package var dialect: OffsetDialect { readings.first?.dialect ?? .standard }

    /// The decision and its scores, as one line.
    package var summary: String {
        let chosen = readings.first.map(\.summary) ?? "\(dialect)"
        let next = readings.dropFirst().first.map { "; next best: \($0.summary)" } ?? ""
        return "positions are counted as \(chosen), according to \(ground.rawValue)\(next)"
    }
}

extension OffsetReading {
    /// The dialect and how well it fits, such as `utf16,crlf=2 (score 812.4: 297 of 303 ends at word boundaries, …)`.
    package var summary: String {
        let score = (self.score * 10).rounded() / 10
        var parts = ["\(edges) of \(classifiedEdges) ends at word boundaries"]
        if labelled > 0 { parts.append("\(labelled) of \(selections) names agree") }
        if outOfRange > 0 { parts.append("\(outOfRange) out of range") }
        return "\(dialect) (score \(score): \(parts.joined(separator: ", ")))"
    }
}
