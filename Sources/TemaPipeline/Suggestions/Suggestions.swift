public import TemaAnalysis
import TemaCoding
public import TemaModel
public import TemaStudy

/// A word, phrase or truncated word that is typical of the passages that people coded with a code.
public struct Suggestion: Sendable, Hashable {
    /// How often it is right in the documents that were held out.
    public struct Precision: Sendable, Hashable {
        /// The number of matched passages that have the code by hand.
        public let right: Int
        /// The number of matched passages.
        public let matches: Int

        /// The share of the matched passages that have the code, from 0 to 1; nil if there are none.
        public var share: Double? { matches == 0 ? nil : Double(right) / Double(matches) }
        /// The 95 % interval of the share; nil if there are no matched passages.
        public var interval: WilsonInterval? { WilsonInterval(right, of: matches) }
    }

    /// The suggested indicator.
    public let indicator: String
    /// The number of passages with the code that it matches, in the documents in which it was found.
    public let inCode: Int
    /// The number of passages without the code that it matches, in the same documents.
    public let inRest: Int
    /// The number of documents in which it matches a passage with the code, of the same documents.
    public let documents: Int
    /// G² of the passages with the code against those without, in the same documents (``ChiSquared/logLikelihood``).
    public let keyness: Double
    /// Its precision in the documents that were held out; nil if none were.
    public let precision: Precision?
    /// The number of passages of all documents of the study that it matches and the present indicators do not.
    public let adds: Int
}

/// Settings of suggestions.
public struct SuggestionSettings: Sendable, Hashable {
    /// The greatest number of suggestions.
    public var most = 25
    /// Decides which documents are held out.
    public var seed: UInt64 = 1

    /// Creates the default settings.
    public init() {}
}

/// Suggested indicators of a code, with the numbers of which they were computed.
public struct SuggestionResult: Sendable, Hashable {
    /// The path of the code.
    public let code: String
    /// The coder whose codings were used, or nil for all coders.
    public let coder: String?
    /// The number of documents in which the suggestions were found.
    public let trained: Int
    /// The number of documents that were held out to measure precision.
    public let heldOut: Int
    /// The number of passages with the code in the documents in which the suggestions were found.
    public let passagesInCode: Int
    /// The number of the other passages of these documents.
    public let passagesInRest: Int
    /// The suggestions, the best one first.
    public let suggestions: [Suggestion]
}

extension Study {
    /// Suggests indicators of a code: words, phrases and truncated words that are typical of the passages that people coded with
    /// it or with a code below it.
    ///
    /// Of the documents that were coded or marked as done, two thirds are used to find suggestions, and one third is held out to
    /// measure their precision: every third in the order of the SHA-256 of seed and id. If there are fewer than 4 documents, none
    /// is held out. Main documents are used, with their passages of the kinds that are coded by default.
    ///
    /// What every match of a suggestion contains or is part of is not suggested as well, whether that is a better suggestion or a
    /// match of the code's present indicators.
    ///
    /// - Parameters:
    ///   - name: The code, by its path, id or name.
    ///   - coder: The coder whose codings are used, or nil for all coders.
    /// - Throws: A ``Problem`` if the code or the coder is unknown, or the study cannot be read.
    /// - Complexity: O(*n*) in the length of the texts.
    public func suggestions(
        for name: String, by coder: String? = nil, _ settings: SuggestionSettings = SuggestionSettings()
    ) throws(Problem) -> SuggestionResult {
        let codes = try CodebookFile(of: self).codes
        let code = try codes.number(named: name)
        let coder = try coder.map { name throws(Problem) in try self.coder(named: name) }
        let passages = try HandCodedPassages(
            self, code: codes.entries[code].path, coder: coder, seed: settings.seed)
        var words = WordNumbers(ignoresAccents: codes.codebook.ignoresAccents)
        var typical = TypicalWords()
        for (number, id) in passages.trained.enumerated() {
            let document = try document(id)
            for index in document.codedByDefault {
                var list: [Int32] = []
                words.append(document.passages[index].span, of: document.text, to: &list)
                typical.add(list, document: number, isTarget: passages.isTarget(index, of: id))
            }
        }
        let candidates = typical.candidates(words.words, most: max(200, 8 * settings.most))
        var trial = CandidateTrial(candidates.map(\.indicator), codes, code)
        var automatic = AutomaticCoder(try Matcher(trial.codes))
        for id in try documentIDs() where !candidates.isEmpty {
            let document = try document(id)
            if document.parent == nil { trial.add(automatic.code(document), passages) }
        }
        let all = (target: typical.target, rest: typical.rest)
        return SuggestionResult(
            code: codes.entries[code].path, coder: coder, trained: passages.trained.count,
            heldOut: passages.heldOut.count, passagesInCode: all.target, passagesInRest: all.rest,
            suggestions: Array(trial.suggestions(of: all, areMeasured: !passages.heldOut.isEmpty).prefix(settings.most))
        )
    }
}
