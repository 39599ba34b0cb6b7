import TemaModel
import Testing

@testable import TemaFormats

@Suite("A cursor in JSON") struct JSONCursorTests {
    private func cursor(_ text: String) -> JSONCursor { JSONCursor(Array(text.utf8)[...]) }

    @Test("reads whole numbers, of which null is one that is given")
    func integers() throws {
        var cursor = cursor(" [ 0, -12,null , 123456789012345678]")
        #expect(try cursor.integers(null: -1) == [0, -12, -1, 123_456_789_012_345_678])
        try cursor.end()
    }

    @Test(
        "refuses what is not a list of whole numbers",
        arguments: [
            "[1.5]", "[1e3]", "[\"1\"]", "[-]", "[1,]", "[1", "1",
            "[nil]", "[1234567890123456789]", "[]]",
        ])
    func notIntegers(text: String) {
        #expect(throws: Problem.self) {
            var cursor = cursor(text)
            _ = try cursor.integers(null: 0)
            try cursor.end()
        }
    }

    @Test("reads members in a fixed order, and then the others")
    func members() throws {
        var cursor = cursor("{\"type\": \"a\", \"n\":[3]}")
        try cursor.member("type")
        #expect(try cursor.string() == "a")
        try cursor.member("n")
        #expect(try cursor.integers(null: 0) == [3])
        #expect(throws: Problem.self) { try cursor.member("more") }
    }
}
