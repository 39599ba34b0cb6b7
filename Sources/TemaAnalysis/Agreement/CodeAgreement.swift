import TemaModel

/// How far coders agree on each code of a codebook, fed with document after document.
///
/// A coder takes part in a document where they have coded anything in it; elsewhere they are missing, and have not said no. A code
/// includes those below it.
public struct CodeAgreement: Sendable {
    /// A code that a coder gave to words.
    public struct Mark: Sendable, Hashable {
        /// In UTF-8 offsets of the document's text.
        public var span: Range<Int>
        public var code: Int
        public var coder: String

        public init(_ span: Range<Int>, code: Int, coder: String) {
            (self.span, self.code, self.coder) = (span, code, coder)
        }
    }

    /// A unit to which some coders gave a code, and others did not.
    public struct Disagreement: Sendable, Hashable {
        public var code: Int
        public var span: Range<Int>
        public var givenBy: [String]
        public var notBy: [String]
    }

    public let codes: CodeList
    public let unit: CodingUnit
    public let coders: [String]
    private var units: [[Ratings.Unit]]
    private var continua: [[Continuum]]
    /// All codes at once.
    private var values: [Continuum] = []
    /// Why all codes cannot be compared at once.
    private var overlap: Problem?
    private var documents = 0
    /// The depth of the codes that are compared; all codes, each by itself, where it is nothing.
    public let level: Int?

    public init(_ codes: CodeList, unit: CodingUnit, coders: [String], level: Int? = nil) {
        (self.codes, self.unit, self.coders, self.level) = (codes, unit, coders, level)
        units = .init(repeating: [], count: codes.count)
        continua = .init(repeating: [], count: codes.count)
    }

    /// - Parameter disagree: Takes each unit on which the coders differ, code by code and in the order of the text.
    public mutating func add(_ document: Document, _ marks: [Mark], disagree: (Disagreement) -> Void = { _ in })
        throws(Problem)
    {
        let present = coders.indices.filter { coder in marks.contains { $0.coder == coders[coder] } }
        guard !present.isEmpty else { return }
        let places = Dictionary(uniqueKeysWithValues: present.enumerated().map { (coders[$1], $0) })
        var given: [[[Range<Int>]]] = .init(repeating: .init(repeating: [], count: present.count), count: codes.count)
        for mark in marks {
            guard let place = places[mark.coder] else { continue }
            for code in codes.lineage(of: mark.code) { given[code][place].append(mark.span) }
        }
        let (spans, offsets) = (unit.spans(in: document), ScalarOffsets(document.text))
        for code in codes.entries.indices {
            let byUnit = try Continuum(
                length: spans.count, given[code].map { $0.map { .init(spans.reached(by: $0), "1") } })
            byUnit.pieces { piece, values in
                var unit = Ratings.Unit(cluster: documents, count: Double(piece.count))
                unit.ratings = zip(present, values).map { ($0, $1 == nil ? 0 : 1) }
                units[code].append(unit)
                guard Set(values).count > 1 else { return }
                let (yes, no) = (
                    present.indices.filter { values[$0] != nil }, present.indices.filter { values[$0] == nil }
                )
                for at in piece {
                    disagree(
                        Disagreement(
                            code: code, span: spans[at], givenBy: yes.map { coders[present[$0]] },
                            notBy: no.map { coders[present[$0]] }))
                }
            }
            let length = offsets.scalars(at: document.text.utf8.count)
            continua[code].append(
                try Continuum(length: length, given[code].map { $0.map { .init(offsets.scalars($0), "1") } }))
        }
        addValues(marks.filter { places[$0.coder] != nil }, present, length: offsets.count, offsets: offsets)
        documents += 1
    }

    /// Adds the marks with their codes as values: those of the level, or each mark's own.
    private mutating func addValues(_ marks: [Mark], _ present: [Int], length: Int, offsets: ScalarOffsets) {
        guard overlap == nil else { return }
        let units = present.map { coder in
            marks.filter { $0.coder == coders[coder] }.compactMap { mark in
                value(of: mark.code).map { Continuum.Unit(offsets.scalars(mark.span), $0) }
            }
        }
        do throws(Problem) { values.append(try Continuum(length: length, units)) } catch { overlap = error }
    }

    private func value(of code: Int) -> String? {
        guard let level else { return codes.entries[code].path }
        return codes.lineage(of: code).first { codes.entries[$0].depth == level }.map { codes.entries[$0].path }
    }

    /// A code's ratings: 1 where it was given, else 0.
    public func ratings(of code: Int) -> Ratings { .init(binary: units[code], coders: coders, clusterCount: documents) }

    /// All decisions together on the codes of the level; where none is named, on those that have none below them.
    public var ratingsOfAll: Ratings {
        let shown = codes.entries.indices.filter { code in
            level.map { codes.entries[code].depth == $0 } ?? (codes.entries[code].end == code + 1)
        }
        return .init(binary: shown.flatMap { units[$0] }, coders: coders, clusterCount: documents)
    }

    /// The coders' spans with all their codes at once, in Unicode scalars.
    ///
    /// - Throws: A ``Problem`` where a coder's spans with two codes overlap: then no text has one value.
    public func spans() throws(Problem) -> UnitizingAlpha {
        if let overlap { throw overlap }
        return UnitizingAlpha(values)
    }

    /// |uα of a code: how far the coders' spans themselves agree, in Unicode scalars.
    public func spans(of code: Int) -> Estimate { UnitizingAlpha(continua[code]).relevance }
}

extension [Range<Int>] {
    /// The numbers of those that a span reaches into.
    fileprivate func reached(by span: Range<Int>) -> Range<Int> {
        let first = firstIndexOfSorted { $0.upperBound > span.lowerBound }
        return first..<Swift.max(first, firstIndexOfSorted { $0.lowerBound >= span.upperBound })
    }
}
