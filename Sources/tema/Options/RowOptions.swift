import ArgumentParser
import TemaModel
import TemaPipeline

/// Options that choose the rows of a statistic's table, their order and the form of the table.
struct RowOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Order rows by a column, by its name: numbers from the greatest, p and texts from the smallest.",
            valueName: "column"))
    var sort: String?
    @Flag(help: "Reverse the order of --sort.")
    var reverse = false
    @Option(
        help: ArgumentHelp(
            "Print this many rows, the first by --sort or by the main column (passages, n_ab, total).",
            valueName: "number"))
    var top: Int?
    @Option(
        help: ArgumentHelp(
            "Print rows with at least this number in the main column or, as COLUMN=NUMBER, in another. Repeatable.",
            valueName: "number"))
    var min: [Limit] = []
    @Option(
        help: ArgumentHelp("Print rows with at most this number, such as q=0.05. Repeatable.", valueName: "number"))
    var max: [Limit] = []
    @Option(
        help: ArgumentHelp(
            "Print rows of this code and those below it; of pairs, those with one of them. A path, id, name or unique end of a path. Repeatable.",
            valueName: "code"))
    var code: [String] = []
    @Flag(help: "Print rows as columns. --sort, --top, --min and --max then choose from the new rows.")
    var transpose = false
    @Flag(help: "Print one number a row, with its count and denominator, for programs (tidy data).")
    var long = false

    /// A number, and optionally the column that it limits.
    struct Limit: ExpressibleByArgument {
        let column: String?
        let value: Double

        init?(argument: String) {
            let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
            guard let last = parts.last, let value = Double(last), value.isFinite else { return nil }
            let name = parts.dropLast().joined(separator: "=")
            guard parts.count == 1 || !name.isEmpty else { return nil }
            (self.column, self.value) = (parts.count == 1 ? nil : name, value)
        }
    }

    func validate() throws {
        if reverse, sort == nil { throw ValidationError("--reverse reverses the order of --sort, which is not set") }
        if transpose, long { throw ValidationError("--transpose and --long cannot be combined") }
        if let top, !(1...1_000_000_000).contains(top) { throw ValidationError("--top must be at least 1") }
    }

    private func selection(_ language: DisplayLanguage) -> RowSelection {
        var selection = RowSelection()
        selection.language = language
        (selection.sortColumn, selection.isReversed, selection.most) = (sort, reverse, top)
        selection.bounds =
            min.map { .init($0.column, $0.value, isLeast: true) }
            + max.map { .init($0.column, $0.value, isLeast: false) }
        return selection
    }

    /// Returns the rows of a table that are chosen, in their order.
    ///
    /// - Throws: A ``Problem`` if a code or column is unknown.
    func selected(
        _ table: Table, _ codes: CodeList, in language: DisplayLanguage
    ) throws(Problem) -> Table {
        table.rows(try indices(of: table, codes, language), of: selection(language))
    }

    /// Returns the chosen rows in the chosen form.
    ///
    /// - Parameters:
    ///   - language: The language of the labels by which columns can be named.
    ///   - long: Returns the table with one number a row. Each row of the table is the same number of its rows.
    ///   - columns: The name and label of what the table's columns are, for `--transpose`.
    /// - Throws: A ``Problem`` if a code or column is unknown.
    func shaped(
        _ table: Table, _ codes: CodeList, in language: DisplayLanguage, columns: (name: String, label: Phrase),
        long tidy: () -> Table
    ) throws(Problem) -> Table {
        if transpose {
            var chosen = table
            chosen.rows = try rowsOfCodes(table, codes).map { table.rows[$0] }
            let transposed = chosen.transposed(as: columns.name, columns.label)
            let selection = selection(language)
            return transposed.rows(try selection.indices(of: transposed), of: selection)
        }
        guard long else { return try selected(table, codes, in: language) }
        let all = tidy()
        let count = table.rows.isEmpty ? 0 : all.rows.count / table.rows.count
        let indices = try indices(of: table, codes, language).flatMap { $0 * count..<($0 + 1) * count }
        return all.rows(indices, of: selection(language))
    }

    private func indices(
        of table: Table, _ codes: CodeList, _ language: DisplayLanguage
    ) throws(Problem) -> [Int] {
        let kept = try rowsOfCodes(table, codes)
        var chosen = table
        chosen.rows = kept.map { table.rows[$0] }
        return try selection(language).indices(of: chosen).map { kept[$0] }
    }

    /// Returns the indices of the rows of `--code`, or of all rows.
    private func rowsOfCodes(_ table: Table, _ codes: CodeList) throws(Problem) -> [Int] {
        guard !code.isEmpty else { return Array(table.rows.indices) }
        let numbers = try codes.subtrees(named: code)
        let paths = Set(numbers.map { Table.Cell.text(codes.entries[$0].path) })
        let columns = table.layout.columns.indices.filter {
            ["code", "code_a", "code_b"].contains(table.layout.columns[$0].name)
        }
        return table.rows.indices.filter { row in columns.contains { paths.contains(table.rows[row].cell($0)) } }
    }
}
