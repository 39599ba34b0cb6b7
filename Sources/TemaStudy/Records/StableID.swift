import TemaFormats
import TemaModel

/// Makes ids of 128 random bits, which are unique across copies of a study.
enum StableID {
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let words = [generator.next() as UInt64, generator.next() as UInt64]
        return words.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Returns the id of the thing with a number that a request with one id makes: the id itself for number 0, otherwise the
    /// first 128 bits of the SHA-256 of `id/number`. A repeated request so makes the same ids.
    static func derived(from id: String, number: Int) -> String {
        number == 0 ? id : String(SHA256.hex(Array("\(id)/\(number)".utf8)).prefix(32))
    }

    /// - Throws: A ``Problem`` if an id is not 32 lower-case hexadecimal digits.
    static func check(_ id: String) throws(Problem) {
        let digits = Array("0123456789abcdef".utf8)
        guard id.utf8.count == 32, id.utf8.allSatisfy(digits.contains) else {
            throw Problem("“\(id)” is not an id", suggestion: "an id is 32 lower-case hexadecimal digits")
        }
    }
}
