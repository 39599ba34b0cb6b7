import TemaModel

/// Finds the words of a passage one after another, each with its folded form.
///
/// ASCII words of up to 15 characters, nearly all of most texts, are found eight bytes at a time. All others are
/// scanned by the full rules of ``Model/Word``, scalar by scalar. Words whose folded form has at most 16 bytes are
/// identified by these bytes.
struct WordScanner {
    /// The folded bytes of a short word in UTF-8, the first one lowest, padded with zeros.
    typealias Key = (UInt64, UInt64)

    /// The last word found, as UTF-8 offsets of the text.
    private(set) var start = 0
    private(set) var end = 0
    /// Whether the last word is identified by its ``key``, not by its ``folded`` form.
    private(set) var isShort = true
    private(set) var key: Key = (0, 0)
    /// The folded form of a word that is not short, in UTF-8.
    var folded: ArraySlice<UInt8> { buffer[...] }
    private var buffer: [UInt8] = []
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
        // A letter beyond ASCII continues the word; an apostrophe or soft hyphen may.
        guard end <= limit, end == limit || (text.byte(end) < 0x80 && text.byte(end) != apostrophe) else {
            return scanAny(text, first: first, limit: limit)
        }
        (start, self.end, isShort) = (first, end, true)
        return true
    }

    /// Scans a word by the full rules, scalar by scalar.
    @inline(never)
    private mutating func scanAny(_ text: RawSpan, first: Int, limit: Int) -> Bool {
        var (value, size) = decode(text, at: first, limit: limit)
        var traits = table[value]
        let alone = traits.contains(.isUnspacedScript)
        var short = ShortKey()
        short.add(value, size, traits: traits, eight: text.eight(first))
        var index = first + size
        while index < limit {
            (value, size) = decode(text, at: index, limit: limit)
            traits = table[value]
            if alone {
                guard traits.contains(.mark) else { break }
            } else if traits.contains(.character) {
                guard traits.contains(.mark) || !traits.contains(.isUnspacedScript) else { break }
            } else {
                guard traits.contains(.joiner), joins(text, at: index + size, limit: limit) else { break }
            }
            short.add(value, size, traits: traits, eight: text.eight(index))
            index += size
        }
        (start, end, isShort, key) = (first, index, short.isComplete, short.key)
        if !isShort { fold(text) }
        return true
    }

    /// Returns whether a word character of a script with spaces follows a joiner.
    private mutating func joins(_ text: RawSpan, at index: Int, limit: Int) -> Bool {
        guard index < limit else { return false }
        let traits = table[decode(text, at: index, limit: limit).value]
        return traits.contains(.character) && !traits.contains(.isUnspacedScript)
    }

    /// Fills the buffer, and the key if the folded form turns out to be short.
    private mutating func fold(_ text: RawSpan) {
        buffer.removeAll(keepingCapacity: true)
        var index = start
        while index < end {
            let (value, size) = decode(text, at: index, limit: end)
            guard let folded = ShortKey.folded(value, size, traits: table[value], eight: text.eight(index)) else {
                return foldByScalars(text)
            }
            for place in 0..<folded.length {
                buffer.append(UInt8(truncatingIfNeeded: folded.bytes >> UInt64(8 * place)))
            }
            index += size
        }
    }

    private mutating func foldByScalars(_ text: RawSpan) {
        var scalars: [Unicode.Scalar] = []
        var index = start
        while index < end {
            let (value, size) = decode(text, at: index, limit: end)
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
            index += size
        }
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: String(Word.folded(scalars)).utf8)
        // A word must have one identity for all its spellings: if its folded form is short, it is the key.
        guard buffer.count <= 16 else { return }
        var short = ShortKey()
        for byte in buffer { short.append(UInt64(byte), 1) }
        (isShort, key) = (true, short.key)
    }

    /// Returns whether only characters that may separate the words of a phrase are between two words.
    @inline(__always)
    mutating func isPhraseSeparator(_ text: RawSpan, _ gap: Range<Int>) -> Bool {
        gap.count == 1 && text.byte(gap.lowerBound) == UInt8(ascii: " ") || eachMayPartPhrase(text, gap)
    }

    @inline(never)
    private mutating func eachMayPartPhrase(_ text: RawSpan, _ gap: Range<Int>) -> Bool {
        var index = gap.lowerBound
        while index < gap.upperBound {
            let byte = text.byte(index)
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") {
                index += 1
            } else {
                let (value, size) = decode(text, at: index, limit: gap.upperBound)
                guard table[value].contains(.partsPhrase) else { return false }
                index += size
            }
        }
        return true
    }
}
