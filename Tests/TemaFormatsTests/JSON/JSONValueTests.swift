import Foundation
import TemaModel
import Testing

@testable import TemaFormats

@Suite("JSON values") struct JSONValueTests {
    private func value(_ text: String) throws(Problem) -> JSONValue { try JSONValue(Array(text.utf8)[...]) }

    @Test(
        "are read as they are written",
        arguments: [
            ("null", .nothing), (" true ", .flag(true)), ("-0", .number("-0")), ("1.50e+3", .number("1.50e+3")),
            (#""a\"\\\/\b\f\n\r\té""#, .text("a\"\\/\u{8}\u{C}\n\r\té")),
            (#""\ud83d\ude00\u00e9\u0000""#, .text("😀é\0")),
            ("[]", .list([])), ("[1, [\"a\"]]", .list([.number("1"), .list([.text("a")])])), ("{}", .object([])),
            (
                #"{"a": 1, "b": {"c": null}}"#,
                .object([
                    .init(name: "a", value: .number("1")),
                    .init(name: "b", value: .object([.init(name: "c", value: .nothing)])),
                ])
            ),
        ] as [(String, JSONValue)])
    func values(text: String, value expected: JSONValue) throws {
        #expect(try value(text) == expected)
    }

    @Test(
        "that are malformed are refused with line and column",
        arguments: [
            ("", 1, 1), ("[1,]", 1, 4), ("{\"a\" 1}", 1, 6), ("{a: 1}", 1, 2), ("[\n1\n2]", 3, 1), ("\"a", 1, 3),
            ("\"a\nb\"", 1, 3), ("01", 1, 3), ("-", 1, 2), ("1.", 1, 3), ("1e", 1, 3), ("tru", 1, 1), ("1 2", 1, 3),
            (#""\x""#, 1, 4), (#""\u12g4""#, 1, 4), (#""\ud83d""#, 1, 8), (#""\ud83dA""#, 1, 8), ("{\"a\":1", 1, 7),
        ])
    func slips(text: String, line: Int, column: Int) throws {
        let problem = #expect(throws: Problem.self) { try value(text) }
        #expect(
            problem?.line == line && problem?.column == column && problem?.suggestion != nil,
            "\(problem?.description ?? "")")
    }

    @Test("that are nested too deep are refused", arguments: ["[", "{\"a\":", "[{\"a\":"])
    func deep(open: String) throws {
        let problem = #expect(throws: Problem.self) { try value(String(repeating: open, count: 1_000_000)) }
        #expect(problem?.message.contains("nested") == true)
    }

    @Test("find the last member with a name, and ignore null") func members() throws {
        let object = try value(#"{"a": 1, "a": 2, "b": null}"#)
        #expect(object["a"] == .number("2") && object["b"] == nil && object["c"] == nil)
    }

    @Test("that are damaged are read as by Foundation, or refused", arguments: 2...4) func fuzz(seed: Int) throws {
        let text = Array(#"{"a": [1.5e3, "x\u00e9\ud83d\ude00", true, null], "b": {"c": -7}}"#.utf8)
        var read = 0
        for at in text.indices {
            #expect(throws: Problem.self) { try JSONValue(text[..<at]) }
            var bytes = text
            bytes[at] = (bytes[at] &+ UInt8(truncatingIfNeeded: seed &* 37)) & 0x7F
            do throws(Problem) {
                let value = try JSONValue(bytes[...])
                let other = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
                #expect(other.map { isSame(value, $0) } == true, "\(String(decoding: bytes, as: UTF8.self))")
                read += 1
            } catch {
                #expect(error.line != nil && !error.message.isEmpty, "\(error)")
            }
        }
        #expect(read > 0)
    }

    private func isSame(_ value: JSONValue, _ other: Any) -> Bool {
        switch (value, other) {
        case (.text(let text), let other as String): text.unicodeScalars.elementsEqual(other.unicodeScalars)
        case (.number(let text), let other as NSNumber): Double(text) == other.doubleValue
        case (.flag(let flag), let other as Bool): flag == other
        case (.list(let items), let others as [Any]):
            items.count == others.count && zip(items, others).allSatisfy { isSame($0, $1) }
        case (.object(let members), let others as [String: Any]):
            members.count == others.count
                && members.allSatisfy { member in
                    others[member.name].map { isSame(member.value, $0) } ?? false
                }
        case (.nothing, is NSNull): true
        default: false
        }
    }
}
