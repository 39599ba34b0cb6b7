import TemaModel

/// Reads the cells of a sheet as delimited text.
struct SheetReader {
    private var strings: [String] = []
    /// Whether the cells with each style are dates.
    private var areDates: [Bool] = []
    /// The number of columns and rows that a spreadsheet may have.
    private static let mostColumns = 16_384
    private static let mostRows = 1 << 20

    /// Reads the texts that cells refer to.
    mutating func readStrings(_ input: UTF8Input) throws(Problem) {
        var strings: [String] = []
        try XMLTree.each(of: ["si"], input) { node in strings.append(Self.words(node)) }
        self.strings = strings
    }

    /// Returns the text of an element: runs of text, without the readings that East Asian text can have.
    private static func words(_ node: XMLNode) -> String {
        node.elements.reduce(into: "") { words, part in
            if part.name == "t" { words += part.text }
            if part.name == "r" { words += part.elements("t").map(\.text).joined() }
        }
    }

    mutating func readStyles(_ root: XMLNode) {
        var own: Set<Int> = []
        for format in root.first("numFmts")?.elements("numFmt") ?? [] {
            // Of a date's format, text in quotes and brackets is not part.
            let code = format["formatCode"]?.lowercased().split(separator: "\"").enumerated().filter {
                $0.offset % 2 == 0
            }
            let isDate = code?.contains {
                $0.element.contains("yy") || $0.element.contains("d") && $0.element.contains("m")
            }
            if isDate == true, let number = format["numFmtId"].flatMap({ Int($0) }) { own.insert(number) }
        }
        areDates = (root.first("cellXfs")?.elements("xf") ?? []).map { style in
            style["numFmtId"].flatMap { Int($0) }.map { (14...17).contains($0) || $0 == 22 || own.contains($0) }
                ?? false
        }
    }

    /// Returns a sheet as comma-separated values, whose rows have the same number of fields. Row n is line n: line ends in
    /// cells are a CR in quotes. Empty if no cell has text.
    func text(of input: UTF8Input) throws(Problem) -> [UInt8] {
        var rows: [(number: Int, cells: [(column: Int, text: String)])] = []
        try XMLTree.each(of: ["row"], input) { row in
            let number = row["r"].flatMap { Int($0) } ?? 0
            let cells = cells(of: row)
            if !cells.isEmpty { rows.append((min(max(number, (rows.last?.number ?? 0) + 1), Self.mostRows), cells)) }
        }
        let width = rows.reduce(0) { max($0, ($1.cells.last?.column ?? 0) + 1) }
        let writer = DelimitedWriter(separator: ",") { $0.replacing("\r\n", with: "\r").replacing("\n", with: "\r") }
        var text: [UInt8] = []
        var line = 1
        for row in rows {
            while line < row.number {
                text.append(0x0A)
                line += 1
            }
            var fields = Array(repeating: "", count: width)
            for cell in row.cells { fields[cell.column] = writer.field(cell.text) }
            text += writer.line(fields).utf8
            line += 1
            guard text.count <= Limits.tableBytes else {
                throw Problem("a sheet is larger than \(Limits.tableBytes >> 20) MB", suggestion: "split it")
            }
        }
        return text
    }

    /// Returns the cells with text, in the order of their columns.
    private func cells(of row: XMLNode) -> [(column: Int, text: String)] {
        var cells: [(column: Int, text: String)] = []
        var next = 0
        for cell in row.elements("c") {
            let column = cell["r"].flatMap(Self.column) ?? next
            guard column >= next, column < Self.mostColumns else { continue }
            let text = value(of: cell)
            if !text.isEmpty { cells.append((column, text)) }
            next = column + 1
        }
        return cells
    }

    /// Returns the index of a column from the letters of a cell's name: 27 for `AB3`. Nil if there are none.
    private static func column(_ name: String) -> Int? {
        var column = 0
        for byte in name.utf8.prefix(while: { (0x41...0x5A).contains($0) }) {
            column = min(column * 26 + Int(byte) - 0x40, mostColumns)
        }
        return column > 0 ? column - 1 : nil
    }

    private func value(of cell: XMLNode) -> String {
        let text = cell.first("v")?.text ?? ""
        switch cell["t"] {
        case "s": return Int(text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "inlineStr": return cell.first("is").map(Self.words) ?? ""
        case "b": return text == "1" ? "TRUE" : "FALSE"
        case "e": return ""
        case "str", "d": return text
        default: return number(text, style: cell["s"].flatMap { Int($0) })
        }
    }

    private func number(_ text: String, style: Int?) -> String {
        guard let number = Double(text) else { return text }
        if let style, areDates.indices.contains(style), areDates[style], let date = Timestamp(spreadsheetDay: number) {
            return date.text
        }
        return Int(exactly: number).map { "\($0)" } ?? text
    }
}
