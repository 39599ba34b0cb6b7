import TemaFormats
import TemaModel
import TemaTables

/// Codings as rows of a table, for CSV, TSV and JSON Lines.
enum CodingsTable {
    /// The size limit of a file, in bytes.
    static let most = 1 << 30

    private static let layout = Table.Layout(
        title: "Codings",
        columns: CodingField.allCases.map { field in
            switch field {
            case .start, .end, .passage: Table.Column(field.rawValue, Phrase(verbatim: field.rawValue), style: .integer)
            default: Table.Column(field.rawValue, Phrase(verbatim: field.rawValue))
            }
        })

    static func write<Format: TableFormat>(
        _ project: Project, as format: Format.Type, losses: inout Losses
    ) -> [ProjectFile] where Format.Failure == Never {
        CodingQuoter.countLosses(project, &losses)
        var codings = CodingQuoter(project)
        var bytes: [UInt8] = []
        var table = format.init(layout, options: TableOptions())
        table.begin(into: &bytes)
        for coding in project.codings {
            let quoted = codings.quoted(coding)
            if quoted.memos.count > 1 {
                losses.add("memo", "the memos on a coding were joined into one", count: quoted.memos.count - 1)
            }
            if quoted.memos.contains(where: { $0.coder != coding.coder }) {
                losses.add("coder of a memo", "the memo is attributed to the coding's coder")
            }
            table.add(row(quoted), into: &bytes)
        }
        table.end(notes: [], into: &bytes)
        return [ProjectFile(bytes: bytes)]
    }

    private static func row(_ quoted: CodingQuoter.Quoted) -> Table.Row {
        func text(_ text: String?) -> Table.Cell { text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
        func number(_ number: Int?) -> Table.Cell { number.map { .integer($0) } ?? .empty }
        let coding = quoted.coding
        return Table.Row(
            CodingField.allCases.map { field in
                switch field {
                case .id: text(coding.id)
                case .document: text(coding.document)
                case .code: text(coding.code)
                case .coder: text(coding.coder)
                case .start: number(quoted.span?.lowerBound)
                case .end: number(quoted.span?.upperBound)
                case .passage: number(quoted.passage)
                case .quote: text(quoted.quote)
                case .before: text(quoted.before)
                case .after: text(quoted.after)
                case .at: text(coding.at)
                case .memo: text(quoted.memos.map(\.text).joined(separator: "\n\n"))
                }
            })
    }

    /// Reads a table whose first row has the column names. The separator is the most frequent of comma, semicolon and
    /// tab in that row.
    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        let input = try UTF8Input(try ByteSource.open(path), encoding: nil, isXML: false)
        let file = input.source.name
        let text = try input.readAll(atMost: most)
        options.problems += input.warnings
        var read = CodingCollector(file: file)
        var slips: [Problem] = []
        let table: DelimitedText
        do throws(Problem) {
            table = try DelimitedText(text) { slips.append($0) }
        } catch { throw error.inFile(file) }
        let columns = try columns(table, file: file)
        for slip in slips { read.refuse(slip, line: slip.line, options: &options) }
        let isEscaped = isEscaped(table)
        var unknown = Array(repeating: 0, count: table.header.count)
        // Spreadsheets often add rows of empty cells.
        for row in table.rows where row.fields.contains(where: { !$0.isEmpty }) {
            var fields = CodingFields()
            for (number, cell) in row.fields.enumerated() where !cell.isEmpty {
                guard let field = columns[number] else {
                    unknown[number] += 1
                    continue
                }
                let text = isEscaped ? cell.unescapedFromTSV : cell
                fields[field] = text.undefused
            }
            read.add(fields, line: row.line, options: &options)
        }
        for (number, name) in table.header.enumerated() where !CodingField.isDerived(name) {
            options.losses.add("column \(name)", "codings have no such field", count: unknown[number])
        }
        return Project(name: path.stem, codings: read.codings, memos: read.memos)
    }

    /// Returns the field of each column. If several columns match a field, the one with the field's own name is used,
    /// else the first.
    private static func columns(_ table: DelimitedText, file: String) throws(Problem) -> [CodingField?] {
        var columns: [CodingField?] = table.header.map { CodingField.named($0.undefused) }
        for field in CodingField.allCases {
            let places = columns.indices.filter { columns[$0] == field }
            let own = places.first { table.header[$0].lowercased() == field.rawValue } ?? places.first
            for place in places where place != own { columns[place] = nil }
        }
        for field in [CodingField.document, .code] where !columns.contains(field) {
            throw Problem(
                "the table has no column “\(field.rawValue)”",
                suggestion:
                    "its columns are \(table.header.joined(separator: ", ")); the columns must include \(needed)",
                file: file,
                line: 1)
        }
        guard columns.contains(.quote) || columns.contains(.start) || columns.contains(.passage) else {
            throw Problem(
                "the table has no column for the coded text", suggestion: "the columns must include \(needed)",
                file: file,
                line: 1)
        }
        return columns
    }

    private static let needed = "document, code, and start and end or quote"

    /// Whether tabs and line ends in cells are written as `\t` and `\n`, as Tema does in TSV. Other programs quote such
    /// cells and use backslashes literally.
    private static func isEscaped(_ table: DelimitedText) -> Bool {
        let own = Set(CodingField.allCases.map(\.rawValue))
        return table.separator == "\t"
            && table.header.allSatisfy { own.contains($0) || CodingField.isDerived($0) }
    }

    /// Whether the first line has the columns that a table of codings requires.
    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        let first = String(decoding: beginning.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
        guard let table = try? DelimitedText(first) else { return false }
        return (try? columns(table, file: "")) != nil
    }
}

extension String {
    /// The value of a cell that Tema wrote into TSV.
    fileprivate var unescapedFromTSV: String {
        guard utf8.contains(UInt8(ascii: "\\")) else { return self }
        var result = String.UnicodeScalarView()
        var scalars = unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\\", let next = scalars.first else {
                result.append(scalar)
                continue
            }
            switch next {
            case "t": result.append("\t")
            case "n": result.append("\n")
            case "r": result.append("\r")
            case "\\": result.append("\\")
            default:
                // Not written by Tema: a literal backslash.
                result.append(scalar)
                continue
            }
            scalars = scalars.dropFirst()
        }
        return String(result)
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without a byte-order mark.
    var withoutMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self }
}
