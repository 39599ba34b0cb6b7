import Testing

@testable import TemaRefi

@Suite struct RefiValueTests {
    @Test(
        "Values are validated as in XML Schema",
        arguments: [
            (.guid, "5c1ae7b0-0000-4000-8000-000000000001", true),
            (.guid, "{5C1AE7B0-0000-4000-8000-000000000001}", true),
            (.guid, " 5c1ae7b0-0000-4000-8000-000000000001\n", true),
            (.guid, "{5c1ae7b0-0000-4000-8000-000000000001", false),
            (.guid, "5c1ae7b00000-4000-8000-000000000001", false),
            (.guid, "5c1ae7g0-0000-4000-8000-000000000001", false),
            (.color, "#abc", true), (.color, "#12345", false), (.color, "112233", false), (.color, "#11223344", false),
            (.time, "2026-02-28T24:00:00", true), (.time, "2024-02-29T23:59:59.5+14:00", true),
            (.time, "2023-02-29T00:00:00", false),
            (.time, "2026-01-31 12:00:00", false), (.time, "2026-01-31T12:00:00+14:01", false),
            (.time, "-0044-03-15T12:00:00Z", true),
            (.time, "0000-01-01T00:00:00", false), (.time, "2026-01-31T24:00:01", false),
            (.time, "2026-01-31T12:00", false),
            (.date, "2026-01-31", true), (.date, "2026-01-31Z", true), (.date, "31.01.2026", false),
            (.integer, "+007", true),
            (.integer, "-0", true), (.integer, "", false), (.integer, "1.0", false), (.integer, "+-1", false),
            (.integer, "99999999999999999999999999", false), (.decimal, "-.5", true), (.decimal, "1.", true),
            (.decimal, ".", false),
            (.decimal, "1e5", false), (.decimal, "1.2.3", false), (.boolean, "0", true), (.boolean, "TRUE", false),
            (.direction, "OneWay", true), (.direction, "oneway", false), (.line, "dashed", true),
            (.string, "\u{1}", true),
        ] as [(RefiValue, String, Bool)])
    func values(type: RefiValue, value: String, isOne: Bool) {
        #expect((type.broken(by: value) == nil) == isOne)
    }
}
