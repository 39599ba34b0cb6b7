import TemaModel

/// The agreement between coders on each code of a codebook.
///
/// Documents are added one at a time. A coder who has neither coded in a document nor marked it as done has no ratings there,
/// which differs from not applying a code. Documents that fewer than two coders have read are ignored. A code includes its
/// descendants.
public struct CodeAgreement: Sendable {
    /// A span that a coder coded with a code.
    public struct Mark: Sendable, Hashable {
        /// The coded span, in UTF-8 offsets of the document's text.
        public var span: Range<Int>
        /// The number of the code in the ``CodeList``.
        public var code: Int
        /// The name of the coder.
        public var coder: String

        /// Creates a mark.
        ///
        /// - Parameters:
        ///   - span: The coded span, in UTF-8 offsets of the document's text.
        ///   - code: The number of the code in the ``CodeList``.
        ///   - coder: The name of the coder.
        public init(_ span: Range<Int>, code: Int, coder: String) {
            (self.span, self.code, self.coder) = (span, code, coder)
        }
    }

    /// A unit that some of its coders coded with a code and others did not.
    public struct Disagreement: Sendable, Hashable {
        /// The number of the code in the ``CodeList``.
        public var code: Int
        /// The span of the unit, in UTF-8 offsets of the document's text.
        public var span: Range<Int>
        /// The coders who applied the code.
        public var givenBy: [String]
        /// The coders of the document who did not apply the code.
        public var notBy: [String]
    }

    /// The codes of the codebook.
    public let codes: CodeList
    /// The unit on which coders are compared.
    public let unit: CodingUnit
    /// The names of the compared coders.
    public let coders: [String]
    private var units: [[Ratings.Unit]]
    private var continua: [[Continuum]]
    /// For each document, the spans of all codes, with the codes as values.
    private var values: [Continuum] = []
    /// Why the codes cannot be compared together: a coder's spans of two codes overlap.
    private var overlap: Problem?
    private var documents = 0
    /// The depth of the compared codes; if `nil`, all codes.
    public let level: Int?

    /// Creates an agreement without documents.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - unit: The unit on which coders are compared.
    ///   - coders: The names of the coders to compare.
    ///   - level: The depth of the codes to compare; all codes if `nil`.
    public init(_ codes: CodeList, unit: CodingUnit, coders: [String], level: Int? = nil) {
        (self.codes, self.unit, self.coders, self.level) = (codes, unit, coders, level)
        units = .init(repeating: [], count: codes.count)
        continua = .init(repeating: [], count: codes.count)
    }

    /// Adds a document. It is ignored if fewer than two of the compared coders have coded in it or marked it as done.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - marks: The codings of the document; those of other coders are ignored.
    ///   - done: The coders who have read the document to the end, even if they coded nothing in it.
    ///   - disagree: Called for each unit on which the coders differ, code by code and in the order of the text.
    /// - Throws: A ``Problem`` if a span is outside the document's text.
    public mutating func add(
        _ document: Document, _ marks: [Mark], done: Set<String> = [], disagree: (Disagreement) -> Void = { _ in }
    ) throws(Problem) {
        let read = Set(marks.map(\.coder)).union(done)
        let present = coders.indices.filter { read.contains(coders[$0]) }
        guard present.count > 1 else { return }
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
                for index in piece {
                    disagree(
                        Disagreement(
                            code: code, span: spans[index], givenBy: yes.map { coders[present[$0]] },
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

    /// Adds the spans of all codes, with the codes as values: the ancestors at the level, or each mark's own code.
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

    /// Returns the ratings of a code: 1 for units to which it was applied, otherwise 0.
    public func ratings(of code: Int) -> Ratings { .init(binary: units[code], coders: coders, clusterCount: documents) }

    /// The ratings of all codes of the level together; without a level, of all codes without children.
    public var ratingsOfAll: Ratings {
        let shown = codes.entries.indices.filter { code in
            level.map { codes.entries[code].depth == $0 } ?? (codes.entries[code].end == code + 1)
        }
        return .init(binary: shown.flatMap { units[$0] }, coders: coders, clusterCount: documents)
    }

    /// Returns the agreement on the coders' spans with all codes together, in Unicode scalars.
    ///
    /// - Throws: A ``Problem`` if a coder's spans of two codes overlap, because a position then has no single value.
    public func spans() throws(Problem) -> UnitizingAlpha {
        if let overlap { throw overlap }
        return UnitizingAlpha(values)
    }

    /// Returns |uα of a code: the agreement on its spans, in Unicode scalars.
    public func spans(of code: Int) -> Estimate { UnitizingAlpha(continua[code]).relevance }
}

extension [Range<Int>] {
    /// Returns the indices of the ranges, which are in order and do not overlap, that overlap a span.
    package func reached(by span: Range<Int>) -> Range<Int> {
        let first = firstIndexOfSorted { $0.upperBound > span.lowerBound }
        return first..<Swift.max(first, firstIndexOfSorted { $0.lowerBound >= span.upperBound })
    }
}
