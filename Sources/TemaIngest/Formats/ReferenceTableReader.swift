import TemaFormats
import TemaModel

/// Reads tables of references in CSV or tab-delimited text, as exported by the databases of ``ReferenceExport``.
enum ReferenceTableReader: TextReader {
    static let name = "csv"
    static let summary = "references in a table of \(exports) (.csv, .tsv, .tab)"
    static let extensions = ["csv", "tsv", "tab"]
    static let isXML = false

    private static let exports = "Scopus, Web of Science, PubMed, Embase, Dimensions or Publish or Perish"

    static func recognises(_ beginning: InputBeginning) -> Bool { ReferenceTable(beginning.bytes) != nil }

    /// Delivers each reference. A row without text, or with more fields than the header, is reported, and reading
    /// continues.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read, is not a known export, has a quoted field that is not
    ///   closed, or contains no reference; any error thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        let bytes = Array(try input.readAll(atMost: Limits.tableBytes).utf8)
        guard var table = ReferenceTable(bytes) else { throw try unknown(bytes) }
        var list = ReferenceList(input.source, sink)
        while let record = try table.next({ list.report($0) }) { try list.take(record.reference) }
        if let line = table.shortRow {
            sink.report(
                Problem(
                    "this row, and perhaps others, has fewer fields than the header", severity: .warning,
                    suggestion: "if its texts are cut or in wrong columns, put fields with line breaks in quotes",
                    line: line))
        }
        try list.finish(table.export.name)
    }

    /// Returns the problem of a table that is not a known export. It names the columns.
    private static func unknown(_ bytes: [UInt8]) throws(Problem) -> Problem {
        var rows = DelimitedRows(bytes)
        let header = try rows.next()?.fields ?? []
        guard !header.isEmpty else { return Problem("it is empty", suggestion: "omit it") }
        let names = header.prefix(8).map { $0.count > 30 ? "\($0.prefix(30))…" : $0 }.joined(separator: ", ")
        let more = header.count > 8 ? " and \(header.count - 8) more" : ""
        return Problem(
            "this table is not a known export of references; its columns are \(names)\(more)", kind: .noDocument,
            suggestion: """
                use an export of \(exports) with its original columns, such as Title and Source title, or RIS; \
                write texts of your own as JSON Lines; omit data about documents
                """, line: 1)
    }
}
