import TemaModel

/// Finds the words of a passage one after another.
///
/// ASCII words of up to 15 characters, nearly all of most texts, are found eight bytes at a time. All others are
/// scanned by the full rules of ``Model/Word``, scalar by scalar. A word is identified by its bytes; case is folded only
/// when the ``WordCache`` looks it up for the first time.
struct WordScanner {
    /// The bytes of a word of at most 16 bytes in UTF-8, the first one lowest, padded with zeros. The letters of short
    /// ASCII words are in lower case.
    typealias Key = (UInt64, UInt64)

    /// The last word found, as UTF-8 offsets of the text.
    private(set) var start = 0
    private(set) var end = 0
    /// The key of the last word if it is short.
    private(set) var key: Key = (0, 0)
    /// Whether the last word has at most 16 bytes, and so a key.
    var isShort: Bool { end &- start <= 16 }
    private var table = ScalarTable()

    /// Moves to the first word of a passage that starts at or after an offset.
    ///
    /// - Parameter limit: The end of the passage.
    /// - Returns: Whether there is such a word.
    @inline(__always)
    mutating func next(in text: RawSpan, from offset: Int, to limit: Int) -> Bool {
        var index = offset
        while index < limit {
            let byte = text.byte(index)
            if byte < 0x80 {
                if isASCIIWord(byte) { return scanShort(text, first: index, limit: limit) }
                index += 1
            } else {
                let (isWord, size) = look(text, at: index, limit: limit)
                if isWord { return scanAny(text, first: index, limit: limit) }
                index += size
            }
        }
        return false
    }

    /// Returns whether a scalar beyond ASCII begins a word, and its length. It is not inlined: with the table in its
    /// loop, ``next(in:from:to:)`` would check the table for unique ownership at every word.
    @inline(never)
    private mutating func look(_ text: RawSpan, at index: Int, limit: Int) -> (isWord: Bool, size: Int) {
        let (value, size) = decode(text, at: index, limit: limit)
        return (table[value].contains(.character), size)
    }

    @inline(__always)
    private mutating func scanShort(_ text: RawSpan, first: Int, limit: Int) -> Bool {
        let eight = text.eight(first)
        let length = lettersAtStart(eight)
        var end = first + length
        if length < 8 {
            key = ((eight | lowerCase) & lowest(length), 0)
        } else {
            let more = text.eight(end)
            let rest = lettersAtStart(more)
            guard rest < 8 else { return scanAny(text, first: first, limit: limit) }
            end += rest
            key = (eight | lowerCase, (more | lowerCase) & lowest(rest))
        }
        // A letter beyond ASCII continues the word; an apostrophe may.
        guard end <= limit, end == limit || (text.byte(end) < 0x80 && text.byte(end) != apostrophe) else {
            return scanAny(text, first: first, limit: limit)
        }
        (start, self.end) = (first, end)
        return true
    }

    /// Scans a word by the full rules, scalar by scalar.
    @inline(never)
    private mutating func scanAny(_ text: RawSpan, first: Int, limit: Int) -> Bool {
        var last = scalar(text, first, limit)
        let isAlone = last.traits.contains(.isUnspacedScript)
        var index = first + last.size
        while index < limit {
            let here = scalar(text, index, limit)
            if isAlone ? here.traits.contains(.mark) : here.traits.continuesWord {
                (last, index) = (here, index + here.size)
            } else if !isAlone, let joined = joined(here, after: last, text, index, limit) {
                (last, index) = joined
            } else {
                break
            }
        }
        (start, end) = (first, index)
        if isShort { key = text.key(first..<index) }
        return true
    }

    private typealias Scalar = (value: UInt32, traits: Word.Traits, size: Int)

    /// Returns the scalar at an offset, or one without properties at the end.
    private mutating func scalar(_ text: RawSpan, _ index: Int, _ limit: Int) -> Scalar {
        guard index < limit else { return (0, .none, 0) }
        let (value, size) = decode(text, at: index, limit: limit)
        return (value, table[value], size)
    }

    /// Returns the last scalar and the end of what belongs to a word from a scalar on that is no word character: ignored
    /// characters, or punctuation inside the word. Returns nil if the word ends.
    private mutating func joined(
        _ here: Scalar, after last: Scalar, _ text: RawSpan, _ index: Int, _ limit: Int
    ) -> (Scalar, Int)? {
        var end = index + here.size
        var next = scalar(text, end, limit)
        if here.traits.contains(.ignorable) {
            while next.traits.contains(.ignorable) {
                end += next.size
                next = scalar(text, end, limit)
            }
            return next.traits.continuesWord && !next.traits.contains(.isUnspacedScript) ? (last, end) : nil
        }
        guard here.traits.contains(.joiner) else { return nil }
        let second = scalar(text, end + next.size, limit)
        let count = Word.joined(
            here.value, after: (last.value, last.traits), next: (next.value, next.traits), second: second.traits)
        guard count > 0 else { return nil }
        return count == 1 ? (here, end) : (next, end + next.size)
    }
}
