import TemaModel

/// The candidates in the passages of a ``TypicalWords``.
struct TypicalWordSearch {
    private let text: TypicalWords
    private let vocabulary: [String]
    /// The passages of each word.
    private let counts: [PassageCounts]
    private let kinds: [WordKind]
    private let all: (target: Int, rest: Int)
    private let fewestDocuments: Int

    init(_ text: TypicalWords, _ vocabulary: [String]) {
        var counts = [PassageCounts](repeating: PassageCounts(), count: vocabulary.count)
        for (number, passage) in text.passages.enumerated() {
            for word in text.words[passage.words] where word != TypicalWords.gap {
                counts[Int(word)].add(number, passage)
            }
        }
        (self.text, self.vocabulary, self.counts) = (text, vocabulary, counts)
        let all = (target: text.target, rest: text.rest)
        self.all = all
        kinds = zip(vocabulary, counts).map { word, count in
            WordKind(
                word, isFunctionWord: Double(count.rest) > TypicalWords.functionWordShare * Double(all.rest))
        }
        fewestDocuments = min(2, Set(text.passages.lazy.filter(\.isTarget).map(\.document)).count)
    }

    /// Returns G² of what has some passages, or nil if it is no candidate.
    private func keyness(_ counts: PassageCounts) -> Double? {
        guard counts.documents >= fewestDocuments else { return nil }
        return TypicalWords.keyness(in: (Int(counts.target), all.target), in: (Int(counts.rest), all.rest))
    }

    /// The words and phrases.
    var phrases: [TypicalWords.Candidate] {
        var found: [TypicalWords.Candidate] = []
        var grams = text.words
        for passage in text.passages {
            for index in passage.words where grams[index] != TypicalWords.gap {
                if counts[Int(grams[index])].target < TypicalWords.fewestPassages { grams[index] = TypicalWords.gap }
            }
        }
        for word in vocabulary.indices where kinds[word].canBeAlone {
            guard let keyness = keyness(counts[word]) else { continue }
            found.append(candidate([Int32(truncatingIfNeeded: word)], keyness))
        }
        for length in 2...TypicalWords.longestPhrase.characters {
            let level = PhraseLevel(&grams, length: length, text, kinds)
            if level.starts.isEmpty { break }
            for (start, counts) in zip(level.starts, level.counts) {
                let words = text.words[start..<start + length]
                guard let first = words.first, let last = words.last, kinds[Int(first)].canBeAtEnd,
                    kinds[Int(last)].canBeAtEnd, let keyness = keyness(counts)
                else { continue }
                found.append(candidate(words, keyness))
            }
        }
        return found
    }

    /// Returns a word or phrase, without spaces between characters that are words.
    private func candidate(_ words: ArraySlice<Int32>, _ keyness: Double) -> TypicalWords.Candidate {
        var phrase = ""
        var isAfterUnspaced = true
        for word in words.map(Int.init) {
            if !phrase.isEmpty, !(isAfterUnspaced && kinds[word].isUnspaced) { phrase += " " }
            phrase += vocabulary[word]
            isAfterUnspaced = kinds[word].isUnspaced
        }
        let areCharacters = words.allSatisfy { kinds[Int($0)].isUnspaced }
        return .init(indicator: phrase, keyness: keyness, length: areCharacters ? -words.count : words.count)
    }

    /// The truncated words.
    var stems: [TypicalWords.Candidate] {
        var postings = WordPassages(text, counts)
        let own = counts.map { $0.target == 0 ? 0 : keyness($0) ?? 0 }
        var found: [TypicalWords.Candidate] = []
        StemTree(vocabulary, isTarget: { counts[$0].target > 0 }, canBeInStem: { kinds[$0].canBeAlone }).each {
            words, stem, best in
            let keyness = keyness(postings.counts(of: words))
            let better = max(best, words.map { own[$0] }.max() ?? 0)
            guard let keyness, keyness > better else { return better }
            found.append(.init(indicator: stem + "*", keyness: keyness, length: 1))
            return keyness
        }
        return found
    }
}

/// How a word can be part of a candidate.
struct WordKind {
    /// Whether the word is a character of a script that is written without spaces.
    let isUnspaced: Bool
    private let isFunctionWord: Bool
    private let isShort: Bool
    private let isNumber: Bool

    init(_ word: String, isFunctionWord: Bool) {
        let scalars = word.unicodeScalars
        isUnspaced = scalars.first.map(Word.isUnspacedScript) ?? false
        self.isFunctionWord = isFunctionWord
        isShort = scalars.count < 2
        isNumber = scalars.allSatisfy { $0.properties.numericType != nil }
    }

    /// Whether the word itself is a candidate.
    var canBeAlone: Bool { !isFunctionWord && !isNumber && (isUnspaced || !isShort) }
    /// Whether a phrase can begin or end with the word. A character is not a word of its language, however frequent it is.
    var canBeAtEnd: Bool { isUnspaced || canBeAlone }
}
