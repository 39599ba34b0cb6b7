/// Times of REFI-QDA (`xsd:dateTime`) and of a study, which are UTC to the second.
package enum RefiTime {
    /// A time in UTC, such as `2026-01-31T12:00:00Z`, or nothing where it is none.
    ///
    /// Fractions of a second are dropped. A time without a zone is taken as UTC, because nobody knows better.
    package static func utc(_ text: String) -> String? {
        guard let time = Time(text) else { return nil }
        return time.utc
    }

    private struct Time {
        var days = 0
        var seconds = 0

        /// Reads `YYYY-MM-DDThh:mm:ss`, with a fraction and a zone or without.
        package init?(_ text: String) {
            var rest = text.utf8.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
            while let last = rest.last, last == 0x20 || last == 0x0A || last == 0x09 || last == 0x0D {
                rest.removeLast()
            }
            var parts: [Int] = []
            for (count, mark) in [(4, "-"), (2, "-"), (2, "T"), (2, ":"), (2, ":"), (2, "")] {
                guard let number = Self.number(&rest, count), mark.isEmpty || Self.take(&rest, mark) else { return nil }
                parts.append(number)
            }
            let (year, month, day) = (parts[0], parts[1], parts[2])
            let (hour, minute, second) = (parts[3], parts[4], parts[5])
            guard year >= 1, 1...12 ~= month, 1...Self.length(month, year) ~= day, hour < 24, minute < 60, second < 60
            else { return nil }
            if Self.take(&rest, ".") {
                let digits = rest.prefix { 0x30...0x39 ~= $0 }.count
                guard digits > 0 else { return nil }
                rest = rest.dropFirst(digits)
            }
            guard let zone = Self.zone(&rest), rest.isEmpty else { return nil }
            days = Self.days(year, month, day)
            seconds = hour * 3600 + minute * 60 + second - zone * 60
            // A zone moves a time by less than a day.
            if seconds < 0 { (days, seconds) = (days - 1, seconds + 86_400) }
            if seconds >= 86_400 { (days, seconds) = (days + 1, seconds - 86_400) }
            guard days >= 0 else { return nil }
        }

        var utc: String {
            func padded(_ number: Int, _ count: Int) -> String {
                let digits = String(number)
                return String(repeating: "0", count: max(0, count - digits.count)) + digits
            }
            // Howard Hinnant's civil_from_days, in eras of 400 years that begin in March.
            let shifted = days + 306
            let (era, day) = (shifted / 146_097, shifted % 146_097)
            let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
            let ofYear = day - (365 * year + year / 4 - year / 100)
            let month = (5 * ofYear + 2) / 153
            let ofMonth = ofYear - (153 * month + 2) / 5 + 1
            let civilMonth = month < 10 ? month + 3 : month - 9
            let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
            return "\(padded(civilYear, 4))-\(padded(civilMonth, 2))-\(padded(ofMonth, 2))T"
                + "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))Z"
        }

        /// Days since the first of January of year 1.
        private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
            let before = year - 1
            let months = (1..<month).reduce(0) { $0 + length($1, year) }
            return before * 365 + before / 4 - before / 100 + before / 400 + months + day - 1
        }

        private static func length(_ month: Int, _ year: Int) -> Int {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        }

        /// Minutes east of Greenwich; none where nothing is said.
        private static func zone(_ rest: inout String.UTF8View.SubSequence) -> Int? {
            if rest.isEmpty || take(&rest, "Z") { return 0 }
            let sign = take(&rest, "+") ? 1 : take(&rest, "-") ? -1 : 0
            guard sign != 0, let hours = number(&rest, 2), take(&rest, ":"), let minutes = number(&rest, 2),
                hours <= 14,
                minutes < 60
            else { return nil }
            return sign * (hours * 60 + minutes)
        }

        private static func take(_ rest: inout String.UTF8View.SubSequence, _ mark: String) -> Bool {
            guard rest.first == mark.utf8.first else { return false }
            rest.removeFirst()
            return true
        }

        private static func number(_ rest: inout String.UTF8View.SubSequence, _ count: Int) -> Int? {
            let digits = rest.prefix(count)
            guard digits.count == count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
            rest = rest.dropFirst(count)
            return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
    }
}
