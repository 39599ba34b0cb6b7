import Model

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
        var meaning: UInt32
        /// How many numbers the matches of the word alone are. Asked for while words are found: what is far away in memory
        /// is then on its way for many words at once.
        var matches: Int32
    }

    /// Those of the last passage, in order.
    private(set) var words = Pile<Word>()
    /// How many words the last passage has in all.
    private(set) var count: Int32 = 0
    var scanner = WordScanner()
    private(set) var cache = WordCache()

    /// Goes through a passage.
    mutating func find(in text: RawSpan, _ passage: Range<Int>, _ matcher: Matcher) {
        words.removeAll()
        count = 0
        // Held once: a property of the matcher's would be asked for anew at every word.
        let starts = matcher.starts.words.span
        var at = passage.lowerBound
        while at < passage.upperBound { at = findBlock(text, at, passage.upperBound, starts, matcher) }
    }

    /// Goes through the runs of one block.
    /// - Returns: Where the next one begins.
    @inline(__always)
    private mutating func findBlock(
        _ text: RawSpan, _ at: Int, _ limit: Int, _ starts: Span<UInt64>, _ matcher: Matcher
    ) -> Int {
        let block = WordBlock(text, at, limit)
        var runs = block.runs
        while runs != 0 {
            // Adding its lowest bit turns the first run into the bit behind it.
            let sum = runs &+ (runs & (0 &- runs))
            let rest = runs & sum
            let start = at &+ runs.trailingZeroBitCount
            let end = at &+ (sum ^ rest).trailingZeroBitCount
            if end == at &+ WordBlock.length, end < limit {
                // It may go on: it is taken with the next block, or by itself where it fills this one.
                return start > at ? start : findHard(text, start, limit, matcher, most: 1)
            }
            if (runs ^ rest) & block.hard == 0 {
                let cut = UInt64(truncatingIfNeeded: 8 &* max(8 &- (end &- start), 0))
                let eight = (text.eight(start) | lowerCase) & (UInt64.max &>> cut)
                if WordStarts.mayBegin(eight, starts) {
                    findPlain(text, start, end, eight, matcher)
                } else {
                    count &+= 1
                }
            } else {
                _ = findHard(text, start, end, matcher)
            }
            runs = rest
        }
        return at &+ WordBlock.length
    }

    /// Takes a word of ASCII letters and digits that begins as some indicator does.
    @inline(never)
    private mutating func findPlain(_ text: RawSpan, _ start: Int, _ end: Int, _ eight: UInt64, _ matcher: Matcher) {
        let length = end &- start
        if length <= 8 {
            note(start, end, cache.meaning(of: (eight, 0), in: matcher), matcher)
        } else if length <= 16 {
            let cut = UInt64(truncatingIfNeeded: 8 &* (16 &- length))
            let more = (text.eight(start &+ 8) | lowerCase) & (UInt64.max &>> cut)
            note(start, end, cache.meaning(of: (eight, more), in: matcher), matcher)
        } else {
            _ = findHard(text, start, end, matcher)
        }
    }

    /// Takes the words of a stretch, at most so many, by the full rules.
    /// - Returns: The end of the last one, or of the stretch where all were taken.
    @inline(never)
    private mutating func findHard(
        _ text: RawSpan, _ start: Int, _ limit: Int, _ matcher: Matcher, most: Int = .max
    ) -> Int {
        var at = start
        var left = most
        while left > 0 {
            guard scanner.next(in: text, from: at, to: limit) else { return limit }
            let meaning =
                scanner.isShort
                ? cache.meaning(of: scanner.key, in: matcher) : cache.meaning(of: scanner.folded, in: matcher)
            note(scanner.start, scanner.end, meaning, matcher)
            at = scanner.end
            left -= 1
        }
        return at
    }

    @inline(__always)
    private mutating func note(_ start: Int, _ end: Int, _ meaning: Int, _ matcher: Matcher) {
        if meaning != 0 || matcher.phrases.hasAnyWord {
            words.append(
                Word(
                    start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), number: count,
                    meaning: UInt32(truncatingIfNeeded: meaning), matches: cache.meanings.number(meaning)))
        }
        count &+= 1
    }
}
