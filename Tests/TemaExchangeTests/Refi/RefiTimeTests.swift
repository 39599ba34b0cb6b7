import Testing

@testable import TemaFormats

@Suite("Times of REFI-QDA") struct RefiTimeTests {
    @Test(
        "A time is brought to UTC and to the second",
        arguments: [
            ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"), ("2026-01-31T12:00:00", "2026-01-31T12:00:00Z"),
            (" 2026-01-31T12:00:00.987+02:00 ", "2026-01-31T10:00:00Z"),
            ("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"),
            ("2024-02-28T23:30:00-01:00", "2024-02-29T00:30:00Z"), ("2000-03-01T00:00:00Z", "2000-03-01T00:00:00Z"),
            ("1900-02-28T23:59:59-14:00", "1900-03-01T13:59:59Z"), ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ])
    func utc(written: String, utc: String) { #expect(RefiTime.utc(written) == utc) }

    @Test(
        "What is no time is none",
        arguments: [
            "", "yesterday", "2026-01-31", "2026-01-31 12:00:00", "2026-02-30T12:00:00Z", "2026-13-01T12:00:00Z",
            "2026-01-31T25:00:00Z", "2026-01-31T12:00:00+15:00", "2026-01-31T12:00:00.", "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00+01:00", "2026-01-31T12:00:00Zx",
        ])
    func none(written: String) { #expect(RefiTime.utc(written) == nil) }
}
