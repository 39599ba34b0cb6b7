/// The years between the groups of a chart that no document has.
enum MissingYears {
    /// The greatest number of years in a row that are shown one by one.
    private static let most = 5

    /// Returns the names of groups with the missing years between them. More than five such years in a row are one name,
    /// such as `1998–2015`.
    ///
    /// Groups are years if all, but one without a value, are whole numbers from 1000 to 2999.
    ///
    /// - Parameters:
    ///   - shown: The names of the shown groups, ascending if they are years.
    ///   - all: The names of all groups, of which some may not be shown.
    static func filled(_ shown: [String], of all: [String]) -> [String] {
        let years = all.compactMap(year)
        guard years.count > 1, years.count >= all.count - 1 else { return shown }
        var result: [String] = []
        for name in shown {
            if let year = Self.year(name), let last = result.last.flatMap(Self.year) {
                let before = [last] + years.filter { last < $0 && $0 < year } + [year]
                for (from, to) in zip(before, before.dropFirst()) { result += missing(from + 1, to - 1) }
            }
            result.append(name)
        }
        return result
    }

    private static func missing(_ first: Int, _ last: Int) -> [String] {
        guard first <= last else { return [] }
        return last - first < most ? (first...last).map { "\($0)" } : ["\(first)–\(last)"]
    }

    private static func year(_ name: String) -> Int? { Int(name).flatMap { 1000...2999 ~= $0 ? $0 : nil } }
}
