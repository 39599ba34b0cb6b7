import ArgumentParser
import TemaCodebook
import TemaFormats
import TemaModel
import TemaStudy
import TemaTables

/// The result of a command: a line for people, and fields for programs.
struct Receipt {
    let line: String
    let fields: [Table.Field]

    /// Creates the receipt of a coding that was added or removed.
    init(_ coding: HandCoding) {
        self.init(
            coding.id,
            [
                "id": .text(coding.id), "document": .text(coding.document), "passage": .integer(coding.passage),
                "code": .text(coding.code), "coder": .text(coding.coder), "quote": .text(coding.quote),
            ])
    }

    init(_ line: String, _ fields: KeyValuePairs<String, Table.Cell>) {
        self.line = line
        self.fields = fields.map { Table.Field($0, $1) }
    }
}

/// Options for printing receipts.
struct ReceiptOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "Format of the receipt: text, or with all fields \(Self.formats.joined(separator: ", ")).",
        completion: .list(["text"] + Self.formats))
    var format = "text"

    private static let formats = TableFormats.all.filter { $0.isText && $0.name != "text" }.map { $0.name }

    func validate() throws {
        guard format == "text" || Self.formats.contains(format) else {
            throw ValidationError("unknown format “\(format)”; \(didYouMean(format, ["text"] + Self.formats))")
        }
    }

    func report(_ receipt: Receipt) throws { try report([receipt]) }

    /// Prints receipts. All must have fields with the same names.
    func report(_ receipts: [Receipt]) throws {
        guard format != "text", let type = TableFormats.named(format) else {
            for receipt in receipts { try Messages.show(receipt.line) }
            return
        }
        let table = try TableOutput(
            try OutputFile(nil), type, layout: Receipt.layout(of: receipts),
            options: TableOptions(width: 100, raw: false),
            quiet: true)
        for receipt in receipts { try table.add(Table.Row(receipt.fields.map(\.value))) }
        try table.finish(notes: [])
    }
}

extension Receipt {
    fileprivate static func layout(of receipts: [Receipt]) -> Table.Layout {
        let columns = receipts.first?.fields.map { Table.Column($0.name, Phrase(verbatim: $0.name)) } ?? []
        return Table.Layout(title: "Result", columns: columns)
    }
}

extension OutputOptions {
    /// Prints the receipt of a command that otherwise prints a table.
    func report(_ receipt: Receipt) throws {
        if format == "text" { return try Messages.show(receipt.line) }
        try write(Table(Receipt.layout(of: [receipt]), rows: [Table.Row(receipt.fields.map(\.value))]))
    }
}

extension Table.Cell {
    /// Returns a list of names.
    static func names(_ names: some Sequence<String>) -> Table.Cell { .list(names.map(Table.Cell.text)) }

    static func optional(_ text: String?) -> Table.Cell { text.map(Table.Cell.text) ?? .empty }
}
