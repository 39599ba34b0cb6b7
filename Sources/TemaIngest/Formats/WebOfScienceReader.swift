import TemaFormats
import TemaModel

/// Reads references in the tagged format of Web of Science (`FN Clarivate …`, `PT J`, `ER`).
enum WebOfScienceReader: TextReader {
    static let name = "wos"
    static let summary = "references with abstracts in Web of Science's tagged format (.ciw)"
    static let extensions = ["ciw"]
    static let isXML = false

    static func recognises(_ beginning: InputBeginning) -> Bool {
        let lines = beginning.bytes.split(maxSplits: 2) { $0 == 0x0A || $0 == 0x0D }
        return lines.count > 1 && lines[0].starts(with: Array("FN ".utf8)) && lines[1].starts(with: Array("VR ".utf8))
    }

    private static let syntax = TaggedRecords.Syntax(
        name: "Web of Science", opening: "PT", closing: "ER", hasHyphen: false, outside: ["FN", "VR", "EF"],
        lists: ["AU", "AF", "BA", "BF", "CA", "GP", "BE", "C1", "C3", "CR"])

    /// Delivers each reference as it is read. A reference that is too long or has no text is reported, and reading
    /// continues.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read or contains no reference; any error thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        try TaggedRecords.read(input, syntax, into: sink) { record in
            let fields = record.fields.map {
                ExportRecord.Field(column: ReferenceExport.Column($0.tag), values: [$0.value])
            }
            return ExportRecord(export: .webOfScienceTags, fields: fields, line: record.line).reference
        }
    }
}
