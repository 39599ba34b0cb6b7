import TemaModel

/// A text as tokens: words, initials such as `J.`, short notes in brackets such as `[NAME]`, and signs, of which repeated
/// ones such as `***` are one token.
///
/// White space and Unicode form are ignored, as in ``NormalizedText``. Codings move by complete tokens, so that no
/// border comes to be inside a word.
struct TextTokens {
    /// The maximum length of a note in scalars. Longer ones are ordinary text in brackets.
    private static let longestNote = 40
    private static let brackets: [UInt32: UInt32] = [
        "[": "]", "<": ">", "{": "}", "［": "］", "【": "】", "〔": "〕", "〈": "〉", "＜": "＞", "｛": "｝",
    ].reduce(into: [:]) { $0[($1.key as Unicode.Scalar).value] = ($1.value as Unicode.Scalar).value }

    let text: NormalizedText
    /// For each token, the index of its first scalar in the normalized text; at the end, the number of scalars.
    let starts: [Int]
    /// For each token, whether it is a word or a note.
    let isWord: [Bool]
    /// The number of each token's text. Equal tokens have equal numbers.
    private(set) var symbols: [Int32] = []
    /// For each passage, the index of its first token; at the end, the number of tokens.
    private let passageStarts: [Int]

    /// Divides a document's text.
    ///
    /// - Parameter numbers: The numbers of the texts of tokens, which the tokens of several documents share.
    init(_ document: Document, numbers: inout [ArraySlice<UInt32>: Int32]) {
        let text = NormalizedText(document.text.utf8)
        var (starts, isWord) = Self.words(of: text, in: document.text)
        Self.unite(text, &starts, &isWord)
        let count = starts.count
        starts.append(text.count)
        (self.text, self.starts, self.isWord) = (text, starts, isWord)
        passageStarts =
            document.passages.map { passage in
                let first = text.range(of: passage.span).lowerBound
                return starts.firstIndexOfSorted { $0 >= first }
            } + [count]
        symbols.reserveCapacity(count)
        for token in 0..<count {
            let next = Int32(truncatingIfNeeded: numbers.count)
            symbols.append(numbers[text.scalars[starts[token]..<starts[token + 1]], default: next])
            if symbols[token] == next { numbers[text.scalars[starts[token]..<starts[token + 1]]] = next }
        }
    }

    var count: Int { symbols.count }

    /// The tokens of each passage.
    var passages: [Range<Int>] { zip(passageStarts, passageStarts.dropFirst()).map { $0..<$1 } }

    /// Returns the scalars of a range of tokens, as a range of their indices in the normalized text.
    func scalars(of tokens: Range<Int>) -> Range<Int> { starts[tokens.lowerBound]..<starts[tokens.upperBound] }

    /// Returns whether a token begins or ends before the scalar at an index.
    func isBorder(_ index: Int) -> Bool {
        let token = starts.firstIndexOfSorted { $0 >= index }
        return token < starts.count && starts[token] == index
    }

    /// Returns whether a token is a word of a script with spaces between words.
    func isSpacedWord(_ token: Int) -> Bool {
        isWord[token] && Unicode.Scalar(text.scalars[starts[token]]).map { !Word.isUnspacedScript($0) } ?? false
    }

    /// Returns the tokens that overlap a range of scalars.
    func tokens(over scalars: Range<Int>) -> Range<Int> {
        let first = max(0, starts.firstIndexOfSorted { $0 > scalars.lowerBound } - 1)
        return first..<max(first, starts.dropLast().firstIndexOfSorted { $0 >= scalars.upperBound })
    }

    /// Returns the tokens of the passage that contains a token.
    func passage(around token: Int) -> Range<Int> {
        let next = passageStarts.firstIndexOfSorted { $0 > token }
        return (next > 0 ? passageStarts[next - 1] : 0)..<(next < passageStarts.count ? passageStarts[next] : count)
    }

    /// Returns whether a passage begins at a token.
    func isPassageStart(_ token: Int) -> Bool {
        let index = passageStarts.firstIndexOfSorted { $0 >= token }
        return index < passageStarts.count && passageStarts[index] == token
    }

    /// Returns where words and other characters start, and which of them are words.
    private static func words(of text: NormalizedText, in original: Text) -> ([Int], [Bool]) {
        let scalars = Array(original.string.unicodeScalars)
        var offsets = [0]
        offsets.reserveCapacity(scalars.count + 1)
        for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        let words = Word.ranges(in: scalars, scalars.map { Word.Traits($0) })
        var (starts, isWord): ([Int], [Bool]) = ([], [])
        var word = 0
        for index in 0..<text.count {
            let offset = text.starts[index]
            if index > 0, offset == text.starts[index - 1] { continue }
            while word < words.count, offsets[words[word].upperBound] <= offset { word += 1 }
            let isInside = word < words.count && offsets[words[word].lowerBound] <= offset
            if isInside, offsets[words[word].lowerBound] < offset, !starts.isEmpty { continue }
            starts.append(index)
            isWord.append(isInside)
        }
        return (starts, isWord)
    }

    /// Makes one token of each note in brackets, each initial, and each run of one sign.
    private static func unite(_ text: NormalizedText, _ starts: inout [Int], _ isWord: inout [Bool]) {
        var (united, areWords): ([Int], [Bool]) = ([], [])
        var token = 0
        while token < starts.count {
            united.append(starts[token])
            let note = noteEnd(from: token, of: text, starts)
            areWords.append(note != nil || isWord[token])
            token =
                note ?? (isWord[token] ? initialEnd(from: token, text, starts) : signsEnd(from: token, text, starts))
        }
        (starts, isWord) = (united, areWords)
    }

    /// Returns the token after a word: one more than the next if the word is a letter with a full stop.
    private static func initialEnd(from token: Int, _ text: NormalizedText, _ starts: [Int]) -> Int {
        guard token + 1 < starts.count, starts[token + 1] == starts[token] + 1,
            text.scalars[starts[token + 1]] == 0x2E, text.ends[starts[token]] == text.starts[starts[token + 1]],
            let letter = Unicode.Scalar(text.scalars[starts[token]]), !Word.isUnspacedScript(letter)
        else { return token + 1 }
        return token + 2
    }

    /// Returns the token after a run of one sign without white space.
    private static func signsEnd(from token: Int, _ text: NormalizedText, _ starts: [Int]) -> Int {
        var end = token + 1
        while end < starts.count, text.scalars[starts[end]] == text.scalars[starts[token]],
            text.ends[starts[end] - 1] == text.starts[starts[end]]
        { end += 1 }
        return end
    }

    /// Returns the token after the note that begins at a token, or nil if none does.
    private static func noteEnd(from token: Int, of text: NormalizedText, _ starts: [Int]) -> Int? {
        let first = starts[token]
        guard let close = brackets[text.scalars[first]], first + 1 < text.count,
            text.ends[first] == text.starts[first + 1]
        else { return nil }
        var index = token + 1
        while index < starts.count, starts[index] - first < longestNote {
            let scalar = text.scalars[starts[index]]
            if scalar == close {
                let isBeside = text.ends[starts[index] - 1] == text.starts[starts[index]]
                return isBeside && index > token + 1 ? index + 1 : nil
            }
            if brackets[scalar] != nil { return nil }
            index += 1
        }
        return nil
    }
}
