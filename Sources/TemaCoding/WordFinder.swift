import TemaModel

/// Counts the words of a passage and finds those that have a meaning; one for each worker.
///
/// Words are found 64 bytes at a time. A run of ASCII letters and digits is one word; where it begins as no indicator does,
/// that is all there is to know of it. Whatever has other characters in it takes the full rules of ``WordScanner``.
struct WordFinder: ~Copyable {
    /// A word that means something, or any word where the codebook has a phrase with `*` for a word.
    struct Word: BitwiseCopyable {
        /// In UTF-8 offsets of the document's text.
        var start: Int32
        var end: Int32
        /// Its number among the passage's words, from 0.
        var number: Int32
        /// By which ``WordCache`` knows it.
        var known: UInt32
        /// As ``WordMeanings/Meaning/next`` and ``WordMeanings/Meaning/inner``. Asked for while words are found: what is
        /// far away in memory is then on its way for many words at once.
        var next: UInt64
        var inner: UInt64
        /// Where its ``WordMeanings/Meaning/matches`` begin and end.
        var matches: (Int32, Int32)
    }

    /// A word that may mean something.
    struct Pending: BitwiseCopyable {
        /// Its bytes, folded; of one of ASCII letters and digits only the first eight until it is looked up. Zeros where it
        /// is longer than sixteen.
        var key: WordScanner.Key
        var start: Int32
        var end: Int32
        var number: Int32
        /// By which ``WordCache`` may know it.
        var likely = Self.notAsked

        static let notAsked = UInt32.max
    }

    /// Found, and not looked up yet: words are looked up many at a time, so that what is far away in memory is waited for
    /// once, and not once for each.
    private var pending = ScratchBuffer<Pending>()
    private static let mostPending = 256
    /// Those of the last part, in order.
    private(set) var words = ScratchBuffer<Word>()
    /// How many words of the passage have been found in all.
    private(set) var count: Int32 = 0
    var scanner = WordScanner()
    private(set) var cache = WordCache()

    /// Begins a passage.
    mutating func begin() { count = 0 }

    /// Goes through a passage, or through a part of it that ends between two words.
    /// - Returns: Where it stopped: at the end, or before it where ``isFull``.
    mutating func find(in text: RawSpan, _ part: Range<Int>, matcher: Matcher) -> Int {
        words.removeAll()
        // Held once: a property of the matcher's would be asked for anew at every word.
        let starts = matcher.starts.words.span
        var at = part.lowerBound
        while at < part.upperBound, !cache.isFull {
            at = findBlock(text, at: at, limit: part.upperBound, starts: starts, matcher: matcher)
            if pending.count >= Self.mostPending { lookUp(text, matcher) }
        }
        lookUp(text, matcher)
        return min(at, part.upperBound)
    }

    /// Whether no more words can be told apart until those found are forgotten.
    var isFull: Bool { cache.isFull }

    /// Forgets what words mean: ``words`` mean nothing from then on.
    mutating func forget() { cache.removeAll() }

    /// Goes through the runs of one block.
    /// - Returns: Where the next one begins.
    @inline(__always)
    private mutating func findBlock(
        _ text: RawSpan, at: Int, limit: Int, starts: Span<UInt64>, matcher: Matcher
    ) -> Int {
        let block = WordBlock(text, at: at, limit: limit)
        var runs = block.runs
        while runs != 0 {
            // Adding its lowest bit turns the first run into the bit behind it.
            let sum = runs &+ (runs & (0 &- runs))
            let rest = runs & sum
            let start = at &+ runs.trailingZeroBitCount
            let end = at &+ (sum ^ rest).trailingZeroBitCount
            if end == at &+ WordBlock.length, end < limit {
                // It may go on: it is taken with the next block, or by itself where it fills this one.
                return start > at ? start : findHard(text, start: start, limit: limit, matcher: matcher, most: 1)
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
        return at &+ WordBlock.length
    }

    /// Takes the words of a stretch, at most so many, by the full rules.
    /// - Returns: The end of the last one, or of the stretch where all were taken.
    @inline(never)
    private mutating func findHard(
        _ text: RawSpan, start: Int, limit: Int, matcher: Matcher, most: Int = .max
    ) -> Int {
        var at = start
        var left = most
        while left > 0 {
            guard scanner.next(in: text, from: at, to: limit) else { return limit }
            let key = scanner.isShort ? scanner.key : (0, 0)
            pending.append(
                Pending(
                    key: key, start: Int32(truncatingIfNeeded: scanner.start),
                    end: Int32(truncatingIfNeeded: scanner.end), number: count,
                    likely: scanner.isShort
                        ? cache.likelyNumber(of: key) : cache.number(of: scanner.folded, in: matcher)))
            count &+= 1
            at = scanner.end
            left -= 1
        }
        return at
    }

    /// Takes the words that have been found so far.
    @inline(never)
    private mutating func lookUp(_ text: RawSpan, _ matcher: Matcher) {
        for at in 0..<pending.count where pending[at].likely == Pending.notAsked {
            var word = pending[at]
            // Also of a word that has but eight, or fewer: a jump by a word's length would be guessed wrong too often.
            let rest = UInt64(truncatingIfNeeded: 8 &* max(word.end &- word.start &- 8, 0))
            word.key.1 = (text.eight(Int(word.start) &+ 8) | lowerCase) & ~(UInt64.max << rest)
            word.likely = cache.likelyNumber(of: word.key)
            pending[at] = word
        }
        let all = matcher.phrases.hasAnyWord
        for at in 0..<pending.count {
            let word = pending[at]
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
