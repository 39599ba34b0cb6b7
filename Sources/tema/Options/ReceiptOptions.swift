import ArgumentParser
import TemaCodebook
import TemaFormats
import TemaModel
import TemaStudy
import TemaTables

/// What a command has done: a line for people, fields for programs.
struct Receipt {
    let line: String
    let fields: [Table.Field]

    /// One coding that was made or taken away.
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

/// How a command says what it has done.
struct ReceiptOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "How to say what was done: as text, or with all fields: \(Self.formats.joined(separator: ", ")).",
        completion: .list(["text"] + Self.formats))
    var format = "text"

    private static let formats = TableFormats.all.filter { $0.isText && $0.name != "text" }.map { $0.name }

    func validate() throws {
        guard format == "text" || Self.formats.contains(format) else {
            throw ValidationError("“\(format)” is no format; \(didYouMean(format, ["text"] + Self.formats))")
        }
    }

    func tell(_ receipt: Receipt) throws { try tell([receipt]) }

    /// Tells what was done, one by one; the fields of all have the same names.
    func tell(_ receipts: [Receipt]) throws {
        guard format != "text", let type = TableFormats.named(format) else {
            for receipt in receipts { print(receipt.line) }
            return
        }
        let columns = receipts.first?.fields.map { Table.Column($0.name, $0.name) } ?? []
        let table = try TableOutput(
            try OutputFile(nil), type, layout: .init(title: "Done", columns: columns),
            options: TableOptions(width: 100, raw: false),
            quiet: true)
        for receipt in receipts { try table.add(Table.Row(receipt.fields.map(\.value))) }
        try table.finish(notes: [])
    }
}

extension Table.Cell {
    /// Ids and other names, one by one.
    static func names(_ names: some Sequence<String>) -> Table.Cell { .list(names.map(Table.Cell.text)) }

    static func optional(_ text: String?) -> Table.Cell { text.map(Table.Cell.text) ?? .empty }
}
