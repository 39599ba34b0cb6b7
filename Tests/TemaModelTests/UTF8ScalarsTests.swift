import TestSupport
import Testing

@testable import TemaModel

@Suite("Scalars of UTF-8") struct UTF8ScalarsTests {
    @Test("are those of the string, in both directions and in slices", arguments: 0..<200)
    func scalars(round: Int) {
        var dice = SeededGenerator(seed: UInt64(round))
        let alphabet = Array("a .?\u{7F}é\u{301}ß\u{7FF}\u{800}…\u{FFFD}語\u{10000}🙂\u{10FFFF}".unicodeScalars)
        let text = String(
            String.UnicodeScalarView(
                (0..<Int.random(in: 0..<40, using: &dice)).compactMap { _ in alphabet.randomElement(using: &dice) }))
        let padded = Array("é".utf8) + Array(text.utf8) + Array("é".utf8)
        let scalars = UTF8Scalars(padded[2..<(padded.count - 2)])
        #expect(Array(scalars) == Array(text.unicodeScalars), "\(text.debugDescription)")
        #expect(Array(scalars.reversed()) == text.unicodeScalars.reversed())
        #expect(scalars.string == text && scalars.count == text.unicodeScalars.count)
        for index in scalars.indices {
            #expect(Array(scalars[index...]) == Array(text.unicodeScalars.suffix(scalars[index...].count)))
        }
    }

    @Test("are read without a crash if the UTF-8 is invalid", arguments: 0..<200)
    func invalid(round: Int) {
        var dice = SeededGenerator(seed: UInt64(round))
        let choices: [UInt8] = [0x20, 0x2E, 0x80, 0xBF, 0xC3, 0xE2, 0xF0, 0xFF]
        let bytes = (0..<20).compactMap { _ in choices.randomElement(using: &dice) }
        #expect(UTF8Scalars(bytes[...]).reduce(0) { sum, _ in sum + 1 } <= 20)
        #expect(Sentences.ranges(in: bytes[...]).last?.upperBound == 20)
    }

    @Test("have the properties that Unicode states")
    func properties() {
        for value in UInt32(0)...0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(scalar.category == scalar.properties.generalCategory, "\(value)")
            #expect(scalar.isSpace == scalar.properties.isWhitespace, "\(value)")
            #expect(scalar.isLowercase == scalar.properties.isLowercase, "\(value)")
            #expect(scalar.isUppercase == scalar.properties.isUppercase, "\(value)")
        }
    }
}
