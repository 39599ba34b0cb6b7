import TemaModel
import Testing

@testable import TemaRefi

@Suite struct OffsetDialectTextTests {
    @Test("The description of a dialect parses to that dialect", arguments: OffsetDialect.all)
    func roundTrip(dialect: OffsetDialect) throws {
        #expect(try OffsetDialect(parsing: dialect.description) == dialect)
    }

    @Test("There are sixteen dialects, and the standard is the first")
    func all() {
        #expect(Set(OffsetDialect.all).count == 16)
        #expect(OffsetDialect.all.first == .standard)
    }

    @Test(
        "A dialect is parsed from a name, from words, or from a name and words",
        arguments: [
            ("standard", "codepoint,crlf=1"), ("nvivo", "utf16,crlf=2"), ("atlas", "codepoint,crlf=1"),
            ("maxqda", "codepoint,crlf=2"), ("NVivo, inclusive", "utf16,crlf=2,inclusive"),
            ("utf16,crlf=2,bom,inclusive", "utf16,crlf=2,bom,inclusive"), ("bom", "codepoint,crlf=1,bom"),
            ("nvivo,codepoint,no-bom", "codepoint,crlf=2"), ("utf16,utf16", "utf16,crlf=1"),
        ])
    func parsed(said: String, dialect: String) throws {
        #expect(try OffsetDialect(parsing: said).description == dialect)
    }

    @Test(
        "An invalid dialect is rejected with a suggestion",
        arguments: [
            ("utf-16", "utf16"), ("nvvio", "nvivo"), ("crlf2", "crlf=2"), ("", "standard"), ("utf16,", "utf16,crlf=2"),
            ("utf16,nvivo", "nvivo,inclusive"), ("utf16,codepoint", "use one of them"), ("bytes", "standard"),
        ])
    func refused(said: String, suggestion: String) throws {
        let problem = try #require(throws: Problem.self) { _ = try OffsetDialect(parsing: said) }
        #expect(problem.suggestion?.contains(suggestion) == true, "\(problem)")
    }
}
