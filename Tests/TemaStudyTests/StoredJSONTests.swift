import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaStudy

@Suite("Stored JSON") struct StoredJSONTests {
    /// The same value for Foundation's encoder, with which older versions wrote studies.
    private struct Encoded: Encodable {
        let value: StoredJSON

        private struct Name: CodingKey {
            let stringValue: String
            let intValue: Int? = nil
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        func encode(to encoder: any Encoder) throws {
            switch value {
            case .object(let members):
                var container = encoder.container(keyedBy: Name.self)
                for (name, value) in members {
                    try container.encode(Encoded(value: value), forKey: Name(stringValue: name))
                }
            case .list(let list): try list.map(Encoded.init).encode(to: encoder)
            case .text(let text): try text.encode(to: encoder)
            case .integer(let integer): try integer.encode(to: encoder)
            case .number(let number): try number.encode(to: encoder)
            case .flag(let flag): try flag.encode(to: encoder)
            case .null:
                var container = encoder.singleValueContainer()
                try container.encodeNil()
            }
        }
    }

    private static let alphabet =
        (0..<0x21).compactMap(Unicode.Scalar.init)
        + ["\"", "\\", "/", "a", "\u{7F}", "\u{85}", "é", "e\u{301}", "\u{2028}", "\u{FEFF}", "👩‍👧"]
        .flatMap { Array($0.unicodeScalars) }

    private static func text(_ random: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            text.append(alphabet.randomElement(using: &random) ?? "a")
        }
        return String(text)
    }

    private static func value(_ random: inout SeededGenerator, depth: Int = 0) -> StoredJSON {
        switch Int.random(in: 0..<(depth < 3 ? 5 : 3), using: &random) {
        case 0: return .text(text(&random))
        case 1: return .integer(Int.random(in: -9...9999, using: &random))
        // Not a whole number, which would be read back as an integer.
        case 2: return .number(Double(Int.random(in: 1...9999, using: &random)) / 10_007)
        case 3: return .list((0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth + 1) })
        default:
            let names = ["end", "at", "before", "publisherID", "pmid", "pmcid", "year"].shuffled(using: &random).prefix(
                4)
            return .object(Dictionary(uniqueKeysWithValues: names.map { ($0, value(&random, depth: depth + 1)) }))
        }
    }

    @Test(
        "has the bytes of Foundation's encoder, and reads back",
        arguments: 1...20 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let encoder = JSONEncoder()
        for isEscaping in [true, false] {
            encoder.outputFormatting = isEscaping ? .sortedKeys : [.sortedKeys, .withoutEscapingSlashes]
            for _ in 0..<10 {
                let value = Self.value(&random)
                let written = String(decoding: value.written(escapingSlashes: isEscaping), as: UTF8.self)
                let expected = String(decoding: try encoder.encode([Encoded(value: value)]), as: UTF8.self)
                #expect("[\(written)]" == expected, "seed \(seed)")
                #expect(try StoredJSON("[\(written)]".utf8) == .list([value]), "seed \(seed)")
            }
        }
        #expect(StoredJSON.number(1).written(escapingSlashes: true) == [UInt8(ascii: "1")])
    }

    @Test("is refused if it is not JSON", arguments: ["", "{", "{\"a\":}", "nul", "\"\u{1}\"", "{} {}"])
    func malformed(text: String) {
        #expect(throws: Problem.self) { try StoredJSON(text.utf8) }
    }

    @Test(
        "reports fields that are missing, of another type, or unknown",
        arguments: [
            ("{}", "no “a”"), ("{\"a\":null}", "no “a”"), ("{\"a\":1}", "“a” of another type"),
            ("{\"a\":true}", "“a” of another type"), ("[]", "not an object"),
            ("{\"a\":\"\",\"z\":1,\"b\":2}", "the field “b”"),
        ])
    func fields(text: String, message: String) throws {
        let problem = #expect(throws: Problem.self) {
            var object = try StoredObject(StoredJSON(text.utf8), in: "it")
            _ = try object.read("a", \.text)
            try object.end()
        }
        #expect(problem?.message.contains(message) == true, "\(String(describing: problem))")
    }
}
