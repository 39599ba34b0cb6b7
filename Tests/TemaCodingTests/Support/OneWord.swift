@testable import TemaCoding

extension WordCache {
    /// Returns the number of one short word. Texts look up many words together.
    mutating func number(of key: WordScanner.Key, in matcher: Matcher) -> UInt32 {
        number(of: key, likely: likelyNumber(of: key), in: matcher)
    }
}
