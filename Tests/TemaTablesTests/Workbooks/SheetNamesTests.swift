import Testing

@testable import TemaTables

@Suite("Sheet names")
struct SheetNamesTests {
    @Test("are valid and unique")
    func names() {
        var names = SheetNames()
        let wanted = [
            "Codes", "codes", "CODES", "a/b:c*d?e[f]\\g", "", "''", "'so'", "History", "\u{1B}x",
            String(repeating: "x", count: 40), String(repeating: "x", count: 40), String(repeating: "👩‍👩‍👧‍👦", count: 9),
        ]
        let given = wanted.map { names.next($0) }
        #expect(
            given.prefix(9) == [
                "Codes", "codes 2", "CODES 3", "a b c d e f g", "Table", "Table 2", "so", "History 2", "␛x",
            ])
        #expect(Set(given.map { $0.lowercased() }).count == wanted.count)
        #expect(given.allSatisfy { (1...31).contains($0.utf16.count) })
    }
}
