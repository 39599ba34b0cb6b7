import TemaModel

/// The matches of each indicator of a codebook in a corpus, with findings about indicators that have no effect of their
/// own.
///
/// The documents added must be coded with ``Model/CodeList/byIndicator``.
public struct IndicatorUse: Statistic {
    struct Count: Sendable {
        var matches = 0
        var passages = 0
        var documents = 0
        /// The number of matches inside a match of another indicator of the same code.
        var covered = 0
        /// The covered matches by the number of the covering indicator.
        var covering: [Int: Int] = [:]
        /// The id of the first document, in byte order, in which the indicator matches.
        var document: String?

        mutating func merge(_ other: Count) {
            matches += other.matches
            passages += other.passages
            documents += other.documents
            covered += other.covered
            covering.merge(other.covering, uniquingKeysWith: +)
            note(other.document)
        }

        mutating func note(_ id: String?) {
            guard let id else { return }
            guard let known = document else {
                document = id
                return
            }
            document = id.utf8.lexicographicallyPrecedes(known.utf8) ? id : known
        }
    }

    let codes: CodeList
    /// The position of each indicator in the codebook file; empty if unknown.
    let places: [TextPlace]
    private(set) var documents = 0
    private(set) var counts: [Count]

    /// Creates an empty statistic.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook (not of ``Model/CodeList/byIndicator``).
    ///   - places: The position of each indicator in the codebook file, or an empty array.
    public init(codes: CodeList, places: [TextPlace] = []) {
        (self.codes, self.places) = (codes, places)
        counts = .init(repeating: Count(), count: codes.indicators.count)
    }

    /// A match of an indicator.
    private struct Match {
        let span: Range<Int>
        let indicator: Int

        /// Orders matches by start, the longer first, so that a match can only be inside an earlier one.
        static func precedes(_ left: Match, _ right: Match) -> Bool {
            (left.span.lowerBound, -left.span.upperBound, left.indicator)
                < (right.span.lowerBound, -right.span.upperBound, right.indicator)
        }
    }

    /// Counts the matches of each indicator in a document.
    public mutating func add(_ coded: CodedDocument) {
        documents += 1
        var seen: Set<Int> = []
        coded.forEachPassage { _, codings in
            var rest = codings[...]
            while let first = rest.first {
                // The code numbers of these codings are indicator numbers; the indicators of a code are consecutive.
                let owner = codes.indicators[first.code].code
                let own = rest.prefix { codes.indicators[$0.code].code == owner }
                rest = rest[own.endIndex...]
                count(own, in: coded)
                seen.formUnion(own.map(\.code))
            }
        }
        for indicator in seen {
            counts[indicator].documents += 1
            counts[indicator].note(coded.document.id)
        }
    }

    /// Counts the matches of one code's indicators in one passage.
    private mutating func count(_ codings: ArraySlice<Coding>, in coded: CodedDocument) {
        var matches: [Match] = []
        for coding in codings {
            counts[coding.code].passages += 1
            counts[coding.code].matches += coding.evidence.count
            matches += coded.evidence(of: coding).map { Match(span: $0.span, indicator: coding.code) }
        }
        guard codings.count > 1 else { return }
        matches.sort(by: Match.precedes)
        var furthest = matches[0]
        for match in matches.dropFirst() {
            // All earlier matches start at or before this one. It is inside `furthest` unless it ends later.
            guard match.span.upperBound <= furthest.span.upperBound else {
                furthest = match
                continue
            }
            guard match.indicator != furthest.indicator else { continue }
            counts[match.indicator].covered += 1
            counts[match.indicator].covering[furthest.indicator, default: 0] += 1
        }
    }

    /// Adds the counts of another value for the same indicators.
    public mutating func merge(_ other: IndicatorUse) {
        documents += other.documents
        for indicator in counts.indices { counts[indicator].merge(other.counts[indicator]) }
    }
}

extension CodeList {
    /// A code list with one code per indicator, whose id is the indicator's number. Coding with it keeps matches that
    /// are inside a match of another indicator.
    ///
    /// Each code has empty lists for the other languages of the original code, so that its indicator applies to the
    /// same passages.
    public var byIndicator: CodeList {
        let codes = indicators.enumerated().map { number, owned in
            var lists = entries[owned.code].code.indicators.entries.map {
                ByLanguage<[Indicator]>.Entry(language: $0.language, value: [])
            }
            if let index = lists.firstIndex(where: { $0.language == owned.language }) {
                lists[index].value = [owned.indicator]
            }
            return Code(id: String(number), indicators: ByLanguage(entries: lists))
        }
        return CodeList(Codebook(id: codebook.id, version: codebook.version, codes: codes))
    }
}
