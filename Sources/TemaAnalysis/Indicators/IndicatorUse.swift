import TemaModel

/// What each indicator of a codebook does in a corpus, and which do nothing, or nothing that others do not do.
///
/// It is fed documents coded with ``Model/CodeList/byIndicator``, and holds counts for each indicator.
public struct IndicatorUse: Statistic {
    struct Count: Sendable {
        var matches = 0
        var passages = 0
        var documents = 0
        /// Matches that lie in a match of another indicator of the same code.
        var covered = 0
        /// How many of them lie in whose.
        var covering: [Int: Int] = [:]
        /// The first in byte order of the documents in which it matches.
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
    /// Where each indicator stands in the codebook's file; empty where that is not known.
    let places: [TextPlace]
    private(set) var documents = 0
    private(set) var counts: [Count]

    /// - Parameters:
    ///   - codes: The codebook as it is.
    ///   - places: One for each indicator, or none at all.
    public init(codes: CodeList, places: [TextPlace] = []) {
        (self.codes, self.places) = (codes, places)
        counts = .init(repeating: Count(), count: codes.indicators.count)
    }

    /// One match, in the order in which an earlier one may hold a later one.
    private struct Match {
        let span: Range<Int>
        let indicator: Int

        static func precedes(_ left: Match, _ right: Match) -> Bool {
            (left.span.lowerBound, -left.span.upperBound, left.indicator)
                < (right.span.lowerBound, -right.span.upperBound, right.indicator)
        }
    }

    public mutating func add(_ coded: CodedDocument) {
        documents += 1
        var seen: Set<Int> = []
        coded.forEachPassage { _, codings in
            var rest = codings[...]
            while let first = rest.first {
                // An indicator's number is its code's; a code's indicators follow each other.
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
            // Everything before starts at the same place or earlier: it holds the match where it ends no earlier.
            guard match.span.upperBound <= furthest.span.upperBound else {
                furthest = match
                continue
            }
            guard match.indicator != furthest.indicator else { continue }
            counts[match.indicator].covered += 1
            counts[match.indicator].covering[furthest.indicator, default: 0] += 1
        }
    }

    public mutating func merge(_ other: IndicatorUse) {
        documents += other.documents
        for indicator in counts.indices { counts[indicator].merge(other.counts[indicator]) }
    }
}

extension CodeList {
    /// The same indicators, each as a code of its own with the indicator's number: coded with it, no match is taken out for
    /// lying inside another indicator's.
    ///
    /// Each keeps the languages of its code's other lists, without their indicators, so that it is tried where it was.
    public var byIndicator: CodeList {
        let codes = indicators.enumerated().map { number, owned in
            var lists = entries[owned.code].code.indicators.entries.map {
                ByLanguage<[Indicator]>.Entry(language: $0.language, value: [])
            }
            if let at = lists.firstIndex(where: { $0.language == owned.language }) {
                lists[at].value = [owned.indicator]
            }
            return Code(id: String(number), indicators: ByLanguage(entries: lists))
        }
        return CodeList(Codebook(id: codebook.id, version: codebook.version, codes: codes))
    }
}
