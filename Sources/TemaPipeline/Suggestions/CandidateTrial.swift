import TemaAnalysis
import TemaModel

/// Counts what candidates for indicators of a code match, with the matcher that would apply them.
struct CandidateTrial {
    /// The code with its present indicators and the codes below it, followed by a code for each candidate.
    let codes: CodeList
    private let candidates: [String]
    private let present: Range<Int>
    private var counts: [Counts]
    /// For each candidate, and for each candidate and for the present indicators (last), the number of its matches that contain a
    /// match of the other or are in one.
    private var shared: [[Shared]]
    /// The number of matches so far, of which each has its number from 1.
    private var total = 0

    fileprivate struct Counts {
        var matches = 0
        var inCode = 0
        var inRest = 0
        var documents = 0
        var lastDocument = ""
        var right = 0
        var measured = 0
        var adds = 0
    }

    private struct Shared {
        var matches = 0
        /// The last match that was counted, so that each counts once.
        var last = 0
    }

    init(_ candidates: [String], _ codes: CodeList, _ code: Int) {
        var book = codes.codebook
        book.codes = [codes.entries[code].code]
        book.codes[0].id = "present"
        book.codes += candidates.indices.map { Code(id: "\($0)", indicators: ByLanguage([Indicator(candidates[$0])])) }
        self.candidates = candidates
        self.codes = CodeList(book)
        present = 0..<self.codes.entries[0].end
        counts = Array(repeating: Counts(), count: candidates.count)
        shared = Array(
            repeating: Array(repeating: Shared(), count: candidates.count + 1), count: candidates.count)
    }

    /// Counts the matches in a document of the study.
    mutating func add(_ coded: CodedDocument, _ passages: HandCodedPassages) {
        let id = coded.document.id
        let (isTrained, isHeldOut) = (passages.isTrained(id), passages.heldOut.contains(id))
        coded.forEachCodedPassage { passage, codings in
            let isTarget = passages.isTarget(passage, of: id)
            let isPresent = codings.contains { present.contains($0.code) }
            for coding in codings where !present.contains(coding.code) {
                let candidate = coding.code - present.upperBound
                counts[candidate].adds += isPresent ? 0 : 1
                if isTrained { counts[candidate].find(in: id, isTarget: isTarget) }
                if isHeldOut {
                    counts[candidate].measured += 1
                    counts[candidate].right += isTarget ? 1 : 0
                }
            }
            share(codings.flatMap { coding in coded.evidence(of: coding).map { (owner(of: coding), $0.span) } })
        }
    }

    /// Returns the candidate of a coding; the number of candidates for the present indicators.
    private func owner(of coding: Coding) -> Int {
        present.contains(coding.code) ? candidates.count : coding.code - present.upperBound
    }

    /// Counts which matches of a passage are in others.
    private mutating func share(_ matches: [(owner: Int, span: Range<Int>)]) {
        let sorted = matches.sorted {
            ($0.span.lowerBound, $1.span.upperBound, $0.owner) < ($1.span.lowerBound, $0.span.upperBound, $1.owner)
        }
        let first = total + 1
        total += sorted.count
        for match in sorted where match.owner < candidates.count { counts[match.owner].matches += 1 }
        for outer in sorted.indices {
            var inner = outer + 1
            while inner < sorted.count, sorted[inner].span.lowerBound < sorted[outer].span.upperBound {
                if sorted[inner].span.upperBound <= sorted[outer].span.upperBound {
                    note(sorted[outer].owner, in: sorted[inner].owner, match: first + outer)
                    note(sorted[inner].owner, in: sorted[outer].owner, match: first + inner)
                }
                inner += 1
            }
        }
    }

    private mutating func note(_ candidate: Int, in other: Int, match: Int) {
        guard candidate < candidates.count, candidate != other, shared[candidate][other].last != match else { return }
        shared[candidate][other].last = match
        shared[candidate][other].matches += 1
    }

    /// Returns the suggestions, the best one first.
    ///
    /// - Parameters:
    ///   - all: The numbers of passages with and without the code where candidates were sought.
    ///   - areMeasured: Whether documents were held out.
    func suggestions(of all: (target: Int, rest: Int), areMeasured: Bool) -> [Suggestion] {
        var kept: [Int] = []
        var found: [Suggestion] = []
        for (candidate, keyness) in ranked(all) {
            let own = counts[candidate]
            let others = kept + [candidates.count]
            guard !others.contains(where: { shared[candidate][$0].matches == own.matches }) else { continue }
            kept.append(candidate)
            found.append(
                Suggestion(
                    indicator: candidates[candidate], inCode: own.inCode, inRest: own.inRest, documents: own.documents,
                    keyness: keyness, precision: areMeasured ? .init(right: own.right, matches: own.measured) : nil,
                    adds: own.adds))
        }
        return found
    }

    /// Returns the candidates with their G². Those with one G² keep their order.
    private func ranked(_ all: (target: Int, rest: Int)) -> [(candidate: Int, keyness: Double)] {
        let found = candidates.indices.compactMap { candidate in
            TypicalWords.keyness(in: (counts[candidate].inCode, all.target), in: (counts[candidate].inRest, all.rest))
                .map { (candidate: candidate, keyness: $0) }
        }
        return found.sorted { ($1.keyness, $0.candidate) < ($0.keyness, $1.candidate) }
    }
}

extension CandidateTrial.Counts {
    /// Counts a passage of a document in which candidates were sought.
    fileprivate mutating func find(in document: String, isTarget: Bool) {
        guard isTarget else {
            inRest += 1
            return
        }
        inCode += 1
        if lastDocument != document { (lastDocument, documents) = (document, documents + 1) }
    }
}

extension CodedDocument {
    /// Passes each passage that has codings to a body, with these.
    fileprivate func forEachCodedPassage(_ body: (Int, ArraySlice<Coding>) -> Void) {
        var rest = codings[...]
        while let first = rest.first {
            let own = rest.prefix { $0.passage == first.passage }
            body(first.passage, own)
            rest = rest[own.endIndex...]
        }
    }
}
