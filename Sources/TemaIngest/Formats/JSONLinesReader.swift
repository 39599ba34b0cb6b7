import TemaFormats
import TemaModel

/// Reads JSON Lines with one document per line, or with one passage per line as printed by Tema.
enum JSONLinesReader: TextReader {
    static let name = "jsonl"
    static let summary = "JSON Lines: one object per line with text or passages, and variables (.jsonl, .ndjson)"
    static let extensions = ["jsonl", "ndjson"]
    static let isXML = false

    static func recognises(_ beginning: InputBeginning) -> Bool {
        beginning.bytes.first { !isXMLSpace($0) } == UInt8(ascii: "{")
    }

    /// Delivers each document as it is read. Consecutive passages of one document are combined. An invalid line is
    /// reported with its number, and reading continues.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read or is empty; any error thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        var lines = ByteLines(input)
        var run: PassageRun?
        var number = 0
        while let line = try lines.next() {
            number += 1
            guard !line.allSatisfy({ isXMLSpace($0) }) else { continue }
            do throws(Problem) {
                let record = try JSONRecord(line)
                if let document = record.passageOf {
                    if run?.id != document {
                        if let run { try sink.deliver(run.document(input.source.name)) }
                        run = PassageRun(id: document)
                    }
                    try run?.add(record)
                    continue
                }
                if let ended = run { try sink.deliver(ended.document(input.source.name)) }
                run = nil
                let fallback = "\(input.source.documentName)#\(number)"
                try sink.deliver(try record.document(fallback: fallback, source: input.source.name))
            } catch {
                sink.report(Problem(error.message, suggestion: error.suggestion, line: number))
            }
        }
        if let run { try sink.deliver(run.document(input.source.name)) }
        if number == 0 { throw Problem("it is empty", suggestion: "omit it") }
    }
}

/// The document of consecutive passage lines.
private struct PassageRun {
    let id: String
    private var builder = DocumentBuilder()
    private var sections: [[String]: Int] = [:]

    init(id: String) {
        self.id = id
    }

    mutating func add(_ record: JSONRecord) throws(Problem) {
        try record.addPassage(to: &builder, &sections)
    }

    func document(_ source: String) -> Document { builder.finish(id: id, source: source) }
}
