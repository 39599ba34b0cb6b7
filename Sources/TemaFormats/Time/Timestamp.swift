import Glibc

/// A time in UTC with a resolution of one second.
package struct Timestamp: Sendable, Hashable {
    /// The number of days since 1 January of year 0, in the proleptic Gregorian calendar.
    private let days: Int
    /// The second of the day, from 0 to 86,399.
    private let seconds: Int

    /// - Parameter seconds: The second of the day. It may be negative, down to one day, or beyond the end of the day.
    private init(days: Int, seconds: Int) {
        let shift = seconds < 0 ? -1 : seconds / 86_400
        (self.days, self.seconds) = (days + shift, seconds - shift * 86_400)
    }

    /// The current time.
    package static var now: Timestamp { Timestamp(days: daysTo1970, seconds: time(nil)) }
    private static let daysTo1970 = 719_528

    /// Reads a date, or a date and a time with optional seconds, fraction and time zone. Nil if the text is anything else.
    ///
    /// Fractions are dropped. A time without a time zone is in UTC.
    package init?(_ text: String) {
        var reader = DigitReader(text)
        guard let days = reader.days() else { return nil }
        var seconds = 0
        if reader.take("T") || reader.take("t") || reader.take(" ") {
            guard let hour = reader.number(2), reader.take(":"), let minute = reader.number(2), hour < 24, minute < 60
            else { return nil }
            seconds = hour * 3600 + minute * 60
            if reader.take(":") {
                // A leap second is read as the second before.
                guard let second = reader.number(2), second <= 60 else { return nil }
                seconds += min(second, 59)
            }
            if reader.take(".") || reader.take(",") { reader.skipDigits() }
            guard let offset = reader.offset() else { return nil }
            seconds -= offset
        }
        guard reader.isAtEnd else { return nil }
        self.init(days: days, seconds: seconds)
    }

    /// Creates the time of a spreadsheet's date: days since 30 December 1899, with the time of day as a fraction. Nil if a
    /// spreadsheet cannot have it.
    package init?(spreadsheetDay day: Double) {
        guard (0..<2_958_466).contains(day) else { return nil }
        let seconds = Int((day * 86_400).rounded())
        self.init(days: 693_959 + seconds / 86_400, seconds: seconds % 86_400)
    }

    /// Reads an `xsd:dateTime`, such as `2026-01-31T12:00:00.5+01:00`, ignoring white space around it. Nil if the text is
    /// anything else, or the time is before year 1.
    ///
    /// Fractions are dropped. A time without a time zone is in UTC.
    package init?(dateTime text: String) {
        var reader = DigitReader(text)
        reader.trimSpace()
        guard let days = reader.days(), reader.take("T"), let hour = reader.number(2), reader.take(":"),
            let minute = reader.number(2), reader.take(":"), let second = reader.number(2),
            hour < 24, minute < 60, second < 60, !reader.take(".") || reader.skipDigits() > 0,
            let offset = reader.strictOffset(), reader.isAtEnd
        else { return nil }
        self.init(days: days, seconds: hour * 3600 + minute * 60 + second - offset)
        guard days >= Self.daysToYear1, self.days >= Self.daysToYear1 else { return nil }
    }

    private static let daysToYear1 = 366

    /// The time as studies store it: `2026-01-31T12:00:00Z`. The last day before year 0 is written with the year 0000.
    package var text: String {
        // Howard Hinnant's algorithm `civil_from_days`, in eras of 400 years that begin in March.
        let shifted = days - 60 + 146_097
        let (era, day) = (shifted / 146_097 - 1, shifted % 146_097)
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let ofYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let ofMonth = ofYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
        return "\(Self.padded(max(0, civilYear), 4))-\(Self.padded(civilMonth, 2))-\(Self.padded(ofMonth, 2))"
            + "T\(Self.padded(seconds / 3600, 2)):\(Self.padded(seconds / 60 % 60, 2)):\(Self.padded(seconds % 60, 2))Z"
    }

    private static func padded(_ number: Int, _ length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
    }
}

/// Reads numbers of fixed length and separators from the beginning of a text.
private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Removes XML white space at both ends.
    mutating func trimSpace() {
        rest = rest.drop(while: isXMLSpace)
        while let last = rest.last, isXMLSpace(last) { rest.removeLast() }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(_ length: Int) -> Int? {
        let digits = rest.prefix(length)
        guard digits.count == length, digits.allSatisfy(Self.isDigit) else { return nil }
        rest = rest.dropFirst(length)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Skips digits.
    ///
    /// - Returns: The number of digits.
    @discardableResult
    mutating func skipDigits() -> Int {
        let count = rest.prefix(while: Self.isDigit).count
        rest = rest.dropFirst(count)
        return count
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    /// Reads `YYYY-MM-DD` as the number of days since 1 January of year 0. Returns nil if it is not a valid date.
    mutating func days() -> Int? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
            1...12 ~= month, 1...Self.length(month, year) ~= day
        else { return nil }
        let months = (1..<month).reduce(0) { $0 + Self.length($1, year) }
        // The terms count the leap years before this year. Year 0 is a leap year.
        return year * 365 + (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400 + months + day - 1
    }

    private static func length(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Reads an optional time zone as `Z`, `+01:00`, `-0130` or `+01`. Returns seconds east of UTC, or nil if it is invalid.
    mutating func offset() -> Int? {
        if isAtEnd || take("Z") || take("z") { return 0 }
        let isEast = take("+")
        guard isEast || take("-"), let hours = number(2), hours < 24 else { return nil }
        _ = take(":")
        let minutes = isAtEnd ? 0 : number(2)
        guard let minutes, minutes < 60 else { return nil }
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    /// Reads an optional time zone of an `xsd:dateTime`: `Z`, or hours and minutes up to 14:59. Returns seconds east of UTC, or
    /// nil if it is invalid.
    mutating func strictOffset() -> Int? {
        if isAtEnd || take("Z") { return 0 }
        let isEast = take("+")
        guard isEast || take("-"), let hours = number(2), take(":"), let minutes = number(2), hours <= 14, minutes < 60
        else { return nil }
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }
}
