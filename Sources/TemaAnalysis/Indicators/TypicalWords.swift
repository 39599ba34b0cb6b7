import TemaModel

/// Finds words, phrases and truncated words that are typical of some passages, the target, compared with the others.
///
/// A candidate's keyness is the log-likelihood ratio G² = 2 Σ O ln (O / E) of the passages with and without it, in the target
/// and in the others (Dunning 1993, Computational Linguistics 19(1); ``ChiSquared/logLikelihood``). Passages are counted and
/// not occurrences, because passages are what is coded, and because a word that is used once tends to be used again in the same
/// passage. Only candidates that a greater share of the target has than of the others are found.
///
/// Memory is linear in the number of words: they are stored as numbers, and phrases are counted only if their parts are frequent
/// enough (Agrawal & Srikant 1994).
package struct TypicalWords {
    /// A word, phrase or truncated word that is more frequent in the target.
    package struct Candidate: Sendable, Hashable {
        /// The candidate, as an indicator.
        package let indicator: String
        /// Its G².
        package let keyness: Double
        /// The number of its words; negative if each is a character.
        let length: Int

        /// Whether the first of two candidates is better: by keyness, then by fewer words, which fit more texts, or by more
        /// characters, which are rather a word.
        static func isBetter(_ one: Candidate, _ other: Candidate) -> Bool {
            if one.keyness != other.keyness { return one.keyness > other.keyness }
            if one.length != other.length { return one.length < other.length }
            return one.indicator.utf8.lexicographicallyPrecedes(other.indicator.utf8)
        }
    }

    /// The fewest passages of the target that have a candidate.
    package static let fewestPassages = 2
    /// A word that a greater share of the passages outside the target has is a function word. No candidate begins or ends with
    /// one.
    package static let functionWordShare = 0.3
    /// The greatest number of words of a phrase, and of the words of a phrase in which each character is a word.
    package static let longestPhrase = (words: 3, characters: 8)

    /// A number in the place of what separates the words of a passage that are not one phrase.
    static let gap: Int32 = -1

    /// The words of all passages by their numbers, with a gap after each passage.
    private(set) var words: [Int32] = []
    private(set) var passages: [Passage] = []

    struct Passage {
        let document: Int32
        let isTarget: Bool
        /// The passage's words, as indices of ``words``.
        let words: Range<Int>
    }

    /// Creates a search without passages.
    package init() {}

    /// Adds a passage. All passages of a document must be added together.
    ///
    /// - Parameters:
    ///   - words: The numbers of its words, with -1 between words that are not one phrase.
    ///   - document: The number of its document.
    package mutating func add(_ words: [Int32], document: Int, isTarget: Bool) {
        let start = self.words.count
        self.words += words
        self.words.append(Self.gap)
        passages.append(
            Passage(document: Int32(document), isTarget: isTarget, words: start..<start + words.count))
    }

    /// The number of passages of the target.
    package var target: Int { passages.count { $0.isTarget } }
    /// The number of other passages.
    package var rest: Int { passages.count - target }

    /// Returns the best candidates, the best one first.
    ///
    /// - Parameters:
    ///   - vocabulary: The folded words, by number.
    ///   - most: The greatest number of candidates.
    package func candidates(_ vocabulary: [String], most: Int) -> [Candidate] {
        let search = TypicalWordSearch(self, vocabulary)
        return Array((search.phrases + search.stems).sorted(by: Candidate.isBetter).prefix(most))
    }

    /// Returns G² of a candidate, or nil if it is not more frequent in the target or has too few passages there.
    package static func keyness(in target: (count: Int, all: Int), in rest: (count: Int, all: Int)) -> Double? {
        guard target.count >= fewestPassages else { return nil }
        let groups = [ChiSquared.Group(target.count, of: target.all), ChiSquared.Group(rest.count, of: rest.all)]
        return ChiSquared(groups).keyness(of: 0).flatMap { $0 > 0 ? $0 : nil }
    }
}

/// The numbers of passages that have something.
struct PassageCounts {
    private(set) var target: Int32 = 0
    private(set) var rest: Int32 = 0
    /// The number of documents with such a passage of the target.
    private(set) var documents: Int32 = 0
    private var lastPassage: Int32 = -1
    private var lastDocument: Int32 = -1

    /// Counts a passage once, if its occurrences are added one after the other.
    mutating func add(_ number: Int, _ passage: TypicalWords.Passage) {
        guard lastPassage != Int32(truncatingIfNeeded: number) else { return }
        lastPassage = Int32(truncatingIfNeeded: number)
        guard passage.isTarget else {
            rest += 1
            return
        }
        target += 1
        if lastDocument != passage.document {
            (lastDocument, documents) = (passage.document, documents + 1)
        }
    }
}
