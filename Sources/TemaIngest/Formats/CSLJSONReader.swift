import TemaFormats
import TemaModel

/// Reads references in CSL-JSON, as exported by Zotero, Mendeley and Crossref.
enum CSLJSONReader: TextReader {
    static let name = "csl"
    static let summary = "references with abstracts in CSL-JSON (.json)"
    static let extensions = ["json"]
    static let isXML = false

    static func recognises(_ beginning: InputBeginning) -> Bool {
        beginning.bytes.lazy.filter { !isXMLSpace($0) }.starts(with: Array("[{\"".utf8))
    }

    /// Delivers each reference as it is read. An invalid object is reported with its line, and reading continues.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read, is not a list of JSON objects, or contains no object; any
    ///   error thrown by the sink.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        var elements = JSONElements(input)
        var list = ReferenceList(input.source, sink)
        while let element = try elements.next() {
            guard let value = try? JSONValue(element.bytes[...]), case .object(let members) = value else {
                list.report(Problem("this object is not valid JSON", suggestion: "export it again", line: element.line))
                continue
            }
            guard value["title"] != nil || value["type"] != nil else {
                // Many other programs write JSON files.
                if list.count == 0 { break }
                list.report(
                    Problem(
                        "this object is not a CSL-JSON reference", suggestion: "remove it or omit the file",
                        line: element.line))
                continue
            }
            try list.take(CSLRecord(members).reference(line: element.line))
        }
        try list.finish("CSL-JSON")
    }
}
