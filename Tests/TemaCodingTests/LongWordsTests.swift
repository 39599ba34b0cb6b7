import Testing

@testable import TemaCoding

@Suite("The table of long words") struct LongWordsTests {
    @Test("Words keep their numbers until all are removed")
    func numbers() {
        var words = LongWords()
        let all = (0..<3_000).map { Array("überlängewort\($0)".utf8)[...] }
        for (number, word) in all.enumerated() {
            #expect(!words.isFull)
            words.set(word, UInt32(number))
        }
        for (number, word) in all.enumerated() { #expect(words.number(of: word) == UInt32(number)) }
        #expect(words.number(of: Array("überlängewort".utf8)[...]) == nil)
        words.removeAll()
        #expect(words.number(of: all[5]) == nil)
    }

    @Test("A full table still accepts words")
    func room() {
        var words = LongWords()
        let huge = [UInt8](repeating: 0x61, count: 600_000)[...]
        words.set(huge, 1)
        #expect(words.number(of: huge) == 1 && words.isFull)
        for number in 2..<1_000 { words.set(Array("b\(number)".utf8)[...], UInt32(number)) }
        #expect(words.number(of: Array("b999".utf8)[...]) == 999)
        words.removeAll()
        #expect(!words.isFull)
    }
}
