import TemaModel

/// Chooses and narrows the columns of a text table, so that they fit the terminal.
extension TextGrid {
    /// The minimum widths of columns: of names, of other texts, and of bars (0 for no bars).
    private struct Floors {
        let name: Int
        let text: Int
        let bar: Int

        func width(_ column: Column) -> Int {
            if column.style.isNumber { return column.width }
            return min(column.width, column.rank == .name ? name : column.isIndented ? max(16, text) : text)
        }

        /// Returns the least width of a column with its bar and the gaps after them.
        func used(_ column: Column) -> Int { width(column) + gap + (min(column.bar, bar) > 0 ? bar + gap : 0) }
    }

    /// The minimum widths to try, from comfortable to narrow. Bars have priority over most numbers, because people look at
    /// them first.
    private static let floors = [
        Floors(name: .max, text: 24, bar: 8), Floors(name: .max, text: 16, bar: 6), leastWithBars, leastWithNames,
    ]
    private static let leastWithBars = Floors(name: .max, text: 12, bar: 6)
    private static let leastWithNames = Floors(name: .max, text: 12, bar: 0)
    private static let least = Floors(name: 12, text: 8, bar: 0)

    /// Returns the columns that fit, with their widths. Empty columns are omitted first, and names are cut last.
    static func fitted(_ natural: [Column], in total: Int) -> [Column] {
        guard used(natural) > total else { return natural }
        var columns = natural.contains { !$0.isEmpty } ? natural.filter { !$0.isEmpty } : natural
        omit(
            groups(of: columns).filter { columns[$0].allSatisfy { $0.rank < .main } }, of: &columns, in: total,
            leastWithBars)
        // One number is enough beside a complete name.
        let main = columns.firstIndex { $0.style.isNumber && $0.rank == .main }
        let numbers = groups(of: columns, apart: main).filter { group in
            !group.contains { $0 == main || !columns[$0].style.isNumber }
        }
        omit(numbers, of: &columns, in: total, leastWithNames)
        // A table with nothing but names, or a name of which nothing is seen, would be useless.
        omit(groups(of: columns), of: &columns, in: total, least)
        let candidates = floors.lazy.map { narrowed(columns, in: total, $0) }
        return candidates.first { used($0) <= total }
            ?? narrowed(narrowed(columns, in: total, leastWithNames), in: total, least)
    }

    /// Returns the columns after the first in the groups that are omitted together, the least important groups first, and of
    /// equally important ones the last first. The limits of an interval are in one group, with the value if it is not more
    /// important.
    ///
    /// - Parameter main: A column that is in no group with others.
    private static func groups(of columns: [Column], apart main: Int? = nil) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for index in columns.indices.dropFirst() {
            if columns[index].isLimit, let last = groups.last, last.lowerBound != main,
                columns[last.lowerBound].isLimit || columns[last.lowerBound].rank <= columns[index].rank
            {
                groups[groups.count - 1] = last.lowerBound..<index + 1
            } else {
                groups.append(index..<index + 1)
            }
        }
        return groups.sorted {
            (columns[$0.lowerBound].rank, -$0.lowerBound) < (columns[$1.lowerBound].rank, -$1.lowerBound)
        }
    }

    /// Omits one group of columns after the other, until the rest fits with the minimum widths.
    private static func omit(_ groups: [Range<Int>], of columns: inout [Column], in total: Int, _ floors: Floors) {
        // There is no gap after the last column.
        var used = columns.reduce(-gap) { $0 + floors.used($1) }
        var omitted: Set<Int> = []
        for group in groups where used > total {
            used -= columns[group].reduce(0) { $0 + floors.used($1) }
            omitted.formUnion(group)
        }
        columns = columns.indices.filter { !omitted.contains($0) }.map { columns[$0] }
    }

    /// Narrows text columns first, then bars.
    private static func narrowed(_ natural: [Column], in total: Int, _ floors: Floors) -> [Column] {
        var columns = natural
        if floors.bar == 0 {
            for position in columns.indices { columns[position].bar = 0 }
        }
        lower(\.width, of: &columns, in: total, to: floors.width)
        lower(\.bar, of: &columns, in: total) { _ in floors.bar }
        return columns
    }

    /// Narrows the widest column above its minimum repeatedly, until everything fits or all columns are at their
    /// minimum.
    private static func lower(
        _ size: WritableKeyPath<Column, Int>, of columns: inout [Column], in total: Int, to floor: (Column) -> Int
    ) {
        while used(columns) > total {
            let wide = columns.indices.filter { columns[$0][keyPath: size] > floor(columns[$0]) }
            guard let widest = wide.max(by: { columns[$0][keyPath: size] < columns[$1][keyPath: size] }) else { return }
            columns[widest][keyPath: size] -= 1
        }
    }

    /// Returns the widths of the columns in a row. A text that is longer than those of the first rows gets free width; a name
    /// also gets the width of other texts, the widest first, down to their minimum.
    ///
    /// - Parameter needed: The widths of the columns' texts.
    func widths(needed: [Int]) -> [Int] {
        var widths = columns.map(\.width)
        var free = total - used
        let texts = columns.indices.filter { !columns[$0].style.isNumber && needed[$0] > widths[$0] }
        for index in texts.filter({ columns[$0].rank == .name }) + texts.filter({ columns[$0].rank != .name }) {
            let more = min(free, needed[index] - widths[index])
            widths[index] += more
            free -= more
            while columns[index].rank == .name, widths[index] < needed[index], let donor = donor(widths) {
                widths[donor] -= 1
                widths[index] += 1
            }
        }
        return widths
    }

    /// Returns the widest text, no name, that is wider than its minimum.
    private func donor(_ widths: [Int]) -> Int? {
        columns.indices.filter {
            !columns[$0].style.isNumber && columns[$0].rank != .name
                && widths[$0] > Self.leastWithNames.width(columns[$0])
        }.max { widths[$0] < widths[$1] }
    }
}
