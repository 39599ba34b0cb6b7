@testable import TemaCoding

extension WordCache {
    /// The number of one short word: in texts they are looked up many at a time.
    mutating func number(of key: WordScanner.Key, in matcher: Matcher) -> UInt32 {
        number(of: key, likely: likelyNumber(of: key), in: matcher)
    }
}
