/// Times as other programs write them, brought to the form of a study.
package enum UTCTime {
    /// `2026-01-31T12:00:00Z` of a date, or of a date and a time with seconds, fractions and zone or without; nothing where
    /// it is none. Without a zone it is taken for UTC.
    package static func of(_ text: String) -> String? {
        var reader = Digits(text)
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
            let day = reader.number(2), 1...12 ~= month, 1...days(month, year) ~= day
        else { return nil }
        var seconds = 0
        if reader.take("T") || reader.take("t") || reader.take(" ") {
            guard let hour = reader.number(2), reader.take(":"), let minute = reader.number(2), hour < 24, minute < 60
            else { return nil }
            seconds = hour * 3600 + minute * 60
            if reader.take(":") {
                guard let second = reader.number(2), second <= 60 else { return nil }
                seconds += min(second, 59)
            }
            if reader.take(".") || reader.take(",") { reader.skipDigits() }
            guard let offset = reader.offset() else { return nil }
            seconds -= offset
        }
        return reader.isAtEnd ? written(year, month, day, seconds) : nil
    }

    /// A day and seconds that may reach into the day before or after it.
    private static func written(_ year: Int, _ month: Int, _ day: Int, _ seconds: Int) -> String {
        var (year, month, day, seconds) = (year, month, day, seconds)
        if seconds < 0 {
            (seconds, day) = (seconds + 86_400, day - 1)
            if day == 0 {
                month -= 1
                if month == 0 { (year, month) = (year - 1, 12) }
                day = days(month, year)
            }
        } else if seconds >= 86_400 {
            (seconds, day) = (seconds - 86_400, day + 1)
            if day > days(month, year) {
                (month, day) = (month + 1, 1)
                if month == 13 { (year, month) = (year + 1, 1) }
            }
        }
        func padded(_ number: Int, _ length: Int = 2) -> String {
            let digits = "\(number)"
            return String(repeating: "0", count: max(0, length - digits.count)) + digits
        }
        return "\(padded(max(0, year), 4))-\(padded(month))-\(padded(day))"
            + "T\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))Z"
    }

    private static func days(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private struct Digits {
        private var rest: Substring.UTF8View

        package init(_ text: String) { rest = Substring(text).utf8 }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest.removeFirst()
            return true
        }

        mutating func number(_ length: Int) -> Int? {
            let digits = rest.prefix(length)
            guard digits.count == length, digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
                return nil
            }
            rest = rest.dropFirst(length)
            return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }

        mutating func skipDigits() { rest = rest.drop { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }

        /// Seconds east of Greenwich; nothing where a zone begins that is none.
        mutating func offset() -> Int? {
            if isAtEnd || take("Z") || take("z") { return 0 }
            let isEast = take("+")
            guard isEast || take("-"), let hours = number(2), hours < 24 else { return nil }
            _ = take(":")
            let minutes = isAtEnd ? 0 : number(2)
            guard let minutes, minutes < 60 else { return nil }
            return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
        }
    }
}
