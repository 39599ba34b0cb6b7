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

    /// Reads a table whose first row has the column names: delimited text, or the first sheet of a spreadsheet. The separator
    /// is the most frequent of comma, semicolon and tab in that row.
    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        let opened = try ByteSource.open(path)
        let source = try Spreadsheet.delimited(opened) {
            options.losses.add("sheet \($0)", "only the first sheet with cells is read")
        }
        let input = try UTF8Input(source, encoding: nil, isXML: false)
        let file = input.source.name
        let text = try input.readAll(atMost: most)
        options.problems += input.warnings
        var read = CodingCollector(file: file)
        var slips: [Problem] = []
        let table: DelimitedText
        do throws(Problem) {
            table = try DelimitedText(text) { slips.append($0) }
        } catch { throw error.inFile(file) }
        let columns = CodingColumns(table.header)
        if let missing = columns.missing { throw refusal(missing, table, columns.program).inFile(file) }
        for slip in slips { read.refuse(slip, line: slip.line, options: &options) }
        let (isEscaped, isSheet) = (isEscaped(table), source !== opened)
        var counts = Array(repeating: 0, count: table.header.count)
        // Spreadsheets often add rows of empty cells.
        for row in table.rows where row.fields.contains(where: { !$0.isEmpty }) {
            for (number, cell) in row.fields.enumerated() where !cell.isEmpty { counts[number] += 1 }
            let codings = columns.codings { number in
                let cell = row.fields[number]
                let text = isEscaped ? cell.unescapedFromTSV : isSheet ? cell.replacing("\r", with: "\n") : cell
                return text.undefused
            }
            if codings.isEmpty { options.losses.add("segment", "it has no code") }
            for fields in codings { read.add(fields, line: row.line, options: &options) }
        }
        for (number, name) in table.header.enumerated() {
            guard case .unknown(let reason) = columns.roles[number] else { continue }
            options.losses.add("column \(name)", reason, count: counts[number])
        }
        return Project(name: path.stem, codings: read.codings, memos: read.memos)
    }

    /// Returns the problem of a table that lacks a column.
    private static func refusal(_ missing: String, _ table: DelimitedText, _ program: CodingColumns.Program?) -> Problem
    {
        Problem(
            "this is not a complete table of codings\(program.map { " of \($0.rawValue)" } ?? ""): it has no \(missing)",
            suggestion:
                "its columns are \(table.header.joined(separator: ", ")); they must include document, code, and start and end or quote",
            line: 1)
    }

    /// Whether tabs and line ends in cells are written as `\t` and `\n`, as Tema does in TSV. Other programs quote such
    /// cells and use backslashes literally.
    private static func isEscaped(_ table: DelimitedText) -> Bool {
        let own = Set(CodingField.allCases.map(\.rawValue))
        return table.separator == "\t"
            && table.header.allSatisfy { own.contains($0) || CodingField.isDerived($0) }
    }

    /// Whether the first row has the columns of a table of codings, or most of them. A spreadsheet can be nothing else in a
    /// study, so that any is recognised, and refused with the names of its columns.
    static func recognises(_ beginning: ArraySlice<UInt8>, of path: InputPath) -> Bool {
        if path.fileExtension == "xlsx" { return ArchiveKind(beginning) == .zip }
        let first = String(decoding: beginning.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
        guard let table = try? DelimitedText(first) else { return false }
        return CodingColumns(table.header).areOfCodings
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
