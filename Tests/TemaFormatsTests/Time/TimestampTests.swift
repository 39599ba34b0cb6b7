import TestSupport
import Testing

@testable import TemaFormats

@Suite("Timestamps") struct TimestampTests {
    @Test(
        "are read in common formats and converted to UTC",
        arguments: [
            ("2026-01-31", "2026-01-31T00:00:00Z"), ("2026-01-31 12:34", "2026-01-31T12:34:00Z"),
            ("2026-01-31T12:34:56.789Z", "2026-01-31T12:34:56Z"), ("2026-01-31T00:30:00+02:00", "2026-01-30T22:30:00Z"),
            ("2026-12-31T23:30:00-0100", "2027-01-01T00:30:00Z"), ("2024-03-01T00:00:00+01", "2024-02-29T23:00:00Z"),
            ("2016-12-31t23:59:60z", "2016-12-31T23:59:59Z"), ("9999-12-31T23:30-01:00", "10000-01-01T00:30:00Z"),
            ("2026-02-29", nil), ("2026-13-01", nil), ("31.1.2026", nil), ("2026-01-31T25:00", nil),
            ("2026-01-31x", nil), ("", nil), (" 2026-01-31", nil),
            ("2026-01-31T12:00:00+99:00", nil), ("0000-01-01T00:00:00+01:00", "0000-12-31T23:00:00Z"),
        ] as [(String, String?)])
    func lenient(text: String, time: String?) { #expect(Timestamp(text)?.text == time) }

    @Test(
        "are read as xsd:dateTime and converted to UTC",
        arguments: [
            ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"), ("2026-01-31T12:00:00", "2026-01-31T12:00:00Z"),
            (" 2026-01-31T12:00:00.987+02:00 ", "2026-01-31T10:00:00Z"),
            ("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"),
            ("2024-02-28T23:30:00-01:00", "2024-02-29T00:30:00Z"), ("2000-03-01T00:00:00Z", "2000-03-01T00:00:00Z"),
            ("1900-02-28T23:59:59-14:00", "1900-03-01T13:59:59Z"), ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ])
    func strict(written: String, utc: String) { #expect(Timestamp(dateTime: written)?.text == utc) }

    @Test(
        "are not read from texts other than xsd:dateTime",
        arguments: [
            "", "yesterday", "2026-01-31", "2026-01-31 12:00:00", "2026-02-30T12:00:00Z", "2026-13-01T12:00:00Z",
            "2026-01-31T25:00:00Z", "2026-01-31T12:00:00+15:00", "2026-01-31T12:00:00.", "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00+01:00", "2026-01-31T12:00:00Zx", "2026-01-31T12:00:60Z", "2026-01-31T12:00:00+0100",
        ])
    func refused(written: String) { #expect(Timestamp(dateTime: written) == nil) }

    @Test("are unchanged after writing and reading, on every day of four centuries")
    func roundTrip() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        var (text, days) = ("1900-01-01T00:00:00Z", 0)
        while text < "2300-01-01" {
            let second = Int.random(in: 0..<86_400, using: &random)
            let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            let written = text.prefix(11) + clock.joined(separator: ":") + "Z"
            #expect(Timestamp(String(written))?.text == String(written), "seed \(seed)")
            #expect(Timestamp(dateTime: String(written))?.text == String(written), "seed \(seed)")
            // One minute before midnight at UTC-00:01 is midnight in UTC, on the next day.
            let next = text.prefix(11) + "23:59:00-00:01"
            text = try #require(Timestamp(String(next))?.text)
            days += 1
        }
        #expect(days == 400 * 365 + 97)
    }

    @Test("of the current time are later than the date of this test")
    func now() { #expect(Timestamp.now.text > "2026-01-01T00:00:00Z") }
}
