internal import CPosix
import TemaModel

/// Counts the words of a passage and finds those that have a meaning; one for each worker.
///
/// Words are found 64 bytes at a time. A run of ASCII letters and digits is one word; it is only counted if no
/// indicator begins like it. Runs with other characters are scanned by the full rules of ``WordScanner``.
struct WordFinder: ~Copyable {
    /// A word that has a meaning, or any word if a phrase of the codebook contains `*`.
    struct Word: BitwiseCopyable {
        /// UTF-8 offsets of the document's text.
        var start: Int32
        var end: Int32
        /// Its number in the passage, from 0.
        var number: Int32
        /// Its number in ``WordCache``.
        var known: UInt32
        /// Copies of ``WordMeanings/Meaning/next`` and ``WordMeanings/Meaning/inner``. They are read when words are
        /// looked up, so that the memory accesses of many words overlap.
        var next: UInt64
        var inner: UInt64
        /// The bounds of its ``WordMeanings/Meaning/matches``.
        var matches: (Int32, Int32)
    }

    /// A word that may have a meaning.
    struct Pending: BitwiseCopyable {
        /// Its key, or zeros if it has none. For a word of ASCII letters and digits only the first eight bytes are set
        /// until it is looked up.
        var key: WordScanner.Key
        var start: Int32
        var end: Int32
        var number: Int32
        /// Its likely number in ``WordCache`` (``WordCache/likelyNumber(of:)``).
        var likely = Self.notAsked

        static let notAsked = UInt32.max
    }

    /// Words that have been found but not looked up yet. Many words are looked up together, so that their memory
    /// accesses overlap.
    private var pending = ScratchBuffer<Pending>()
    private static let mostPending = 256
    /// The words of the last part that have a meaning, in order.
    private(set) var words = ScratchBuffer<Word>()
    /// The number of words found in the passage so far.
    private(set) var count: Int32 = 0
    var scanner = WordScanner()
    private(set) var cache = WordCache()

    /// Begins a passage.
    mutating func begin() { count = 0 }

    /// Finds the words of a passage, or of a part of it that ends between two words.
    ///
    /// - Returns: The offset where it stopped: the end, or less if ``isFull``.
    mutating func find(in text: RawSpan, _ part: Range<Int>, matcher: Matcher) -> Int {
        words.removeAll()
        // A local copy: the property of `matcher` would be read again for every word.
        let starts = matcher.starts.words.span
        var index = part.lowerBound
        while index < part.upperBound, !cache.isFull {
            index = findBlock(text, at: index, limit: part.upperBound, starts: starts, matcher: matcher)
            if pending.count >= Self.mostPending { lookUp(text, matcher) }
        }
        lookUp(text, matcher)
        return min(index, part.upperBound)
    }

    /// Whether the cache is full; ``forget()`` must be called before more words are found.
    var isFull: Bool { cache.isFull }

    /// Clears the cache. ``words`` are invalid from then on.
    mutating func forget() { cache.removeAll() }

    /// Finds the words of one block.
    ///
    /// - Returns: The offset of the next block.
    @inline(__always)
    private mutating func findBlock(
        _ text: RawSpan, at index: Int, limit: Int, starts: Span<UInt64>, matcher: Matcher
    ) -> Int {
        let block = WordBlock(text, at: index, limit: limit)
        var runs = block.runs
        while runs != 0 {
            // Adding the lowest bit of the first run carries into the bit after the run.
            let sum = runs &+ (runs & (0 &- runs))
            let rest = runs & sum
            let start = index &+ runs.trailingZeroBitCount
            let end = index &+ (sum ^ rest).trailingZeroBitCount
            if end == index &+ WordBlock.length, end < limit {
                // The run may continue after the block. It is scanned with the next block, or on its own if it fills
                // this one.
                return start > index ? start : findHard(text, start: start, limit: limit, matcher: matcher, most: 1)
            }
            if (runs ^ rest) & block.hard == 0, end &- start <= 16 {
                let cut = UInt64(truncatingIfNeeded: 8 &* max(8 &- (end &- start), 0))
                let eight = (text.eight(start) | lowerCase) & (UInt64.max &>> cut)
                let word = Pending(
                    key: (eight, 0), start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
                    number: count)
                pending.append(word, if: WordStarts.mayBegin(eight, starts))
                count &+= 1
            } else {
                _ = findHard(text, start: start, limit: end, matcher: matcher)
            }
            runs = rest
        }
        return index &+ WordBlock.length
    }

    /// Finds the words of a range by the full rules, at most `most` of them.
    ///
    /// - Returns: The end of the last word, or of the range if all words were found.
    @inline(never)
    private mutating func findHard(
        _ text: RawSpan, start: Int, limit: Int, matcher: Matcher, most: Int = .max
    ) -> Int {
        var index = start
        var left = most
        while left > 0 {
            guard scanner.next(in: text, from: index, to: limit) else { return limit }
            let key = scanner.isShort ? scanner.key : (0, 0)
            pending.append(
                Pending(
                    key: key, start: Int32(truncatingIfNeeded: scanner.start),
                    end: Int32(truncatingIfNeeded: scanner.end), number: count,
                    likely: scanner.isShort
                        ? cache.likelyNumber(of: key)
                        : cache.number(ofLong: text, scanner.start..<scanner.end, in: matcher)))
            count &+= 1
            index = scanner.end
            left -= 1
        }
        return index
    }

    /// Looks up the words that have been found so far.
    @inline(never)
    private mutating func lookUp(_ text: RawSpan, _ matcher: Matcher) {
        for index in 0..<pending.count where pending[index].likely == Pending.notAsked {
            var word = pending[index]
            // Also done for words of at most eight bytes: a branch on the length would often be mispredicted.
            let rest = UInt64(truncatingIfNeeded: 8 &* max(word.end &- word.start &- 8, 0))
            word.key.1 = (text.eight(Int(word.start) &+ 8) | lowerCase) & ~(UInt64.max << rest)
            word.likely = cache.likelyNumber(of: word.key)
            pending[index] = word
        }
        let all = matcher.phrases.hasAnyWord
        for index in 0..<pending.count {
            let word = pending[index]
            let known = cache.number(of: word.key, likely: word.likely, in: matcher)
            let meaning = cache[known]
            words.append(
                Word(
                    start: word.start, end: word.end, number: word.number, known: known, next: meaning.next,
                    inner: meaning.inner, matches: meaning.matches),
                if: !meaning.isEmpty || all)
        }
        pending.removeAll()
    }
}

/// Bit masks that mark which bytes of a block of up to 64 may belong to words; the first byte is the lowest bit.
///
/// Runs of such bytes are separated by bytes that belong to no word and join no words, so each run can be scanned
/// separately.
struct WordBlock {
    /// ASCII letters and digits, apostrophes, all bytes beyond ASCII, and quotation marks directly after these, which
    /// belong to Hebrew words.
    var runs: UInt64 = 0
    /// The bytes of ``runs`` that need the full rules: all but ASCII letters and digits.
    var hard: UInt64 = 0

    static let length = 64

    /// Classifies the bytes from an offset on, up to the end of a passage.
    @inline(__always)
    init(_ text: RawSpan, at index: Int, limit: Int) {
        add(text.sixteen(index), 0)
        add(text.sixteen(index &+ 16), 16)
        add(text.sixteen(index &+ 32), 32)
        add(text.sixteen(index &+ 48), 48)
        if hard != 0 {
            let quotes = Self.quotesBeyondASCII(text, at: index)
            (runs, hard) = (runs | quotes, hard | quotes)
        }
        let here = UInt64.max &>> UInt64(truncatingIfNeeded: Self.length &- min(limit &- index, Self.length))
        (runs, hard) = (runs & here, hard & here)
    }

    @inline(__always)
    private mutating func add(_ bytes: SIMD16<UInt8>, _ offset: UInt64) {
        let letters = bytes_below((bytes | 0x20) &- UInt8(ascii: "a"), 26)
        let digits = bytes_below(bytes &- UInt8(ascii: "0"), 10)
        // Only the highest bit of each byte is used; bytes beyond ASCII have it set.
        let hard = bytes | bytes_equal(bytes, apostrophe)
        runs |= bytes_highest_bits(letters | digits | hard) &<< offset
        self.hard |= bytes_highest_bits(hard) &<< offset
    }

    /// Returns which bytes are quotation marks directly after bytes beyond ASCII.
    private static func quotesBeyondASCII(_ text: RawSpan, at index: Int) -> UInt64 {
        var (quotes, beyond): (UInt64, UInt64) = (0, 0)
        for offset in stride(from: 0, to: Self.length, by: 16) {
            let bytes = text.sixteen(index &+ offset)
            quotes |= bytes_highest_bits(bytes_equal(bytes, UInt8(ascii: "\""))) &<< UInt64(truncatingIfNeeded: offset)
            beyond |= bytes_highest_bits(bytes) &<< UInt64(truncatingIfNeeded: offset)
        }
        return quotes & (beyond &<< 1)
    }
}
