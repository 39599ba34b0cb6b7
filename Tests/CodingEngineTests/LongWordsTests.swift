import Testing

@testable import CodingEngine

@Suite("Numbers of long words") struct LongWordsTests {
    @Test("are given once, and forgotten together")
    func numbers() {
        var words = LongWords()
        let all = (0..<3_000).map { Array("überlängewort\($0)".utf8)[...] }
        for (number, word) in all.enumerated() {
            #expect(words.hasRoom(for: word))
            words.set(word, number)
        }
        for (number, word) in all.enumerated() { #expect(words.number(of: word) == number) }
        #expect(words.number(of: Array("überlängewort".utf8)[...]) == nil)
        words.removeAll()
        #expect(words.number(of: all[5]) == nil)
    }

    @Test("have room for one word of any length, and for no more than a bound of bytes")
    func room() {
        var words = LongWords()
        let huge = [UInt8](repeating: 0x61, count: 600_000)[...]
        #expect(words.hasRoom(for: huge))
        words.set(huge, 1)
        #expect(words.number(of: huge) == 1 && !words.hasRoom(for: [0x62]))
    }
}
