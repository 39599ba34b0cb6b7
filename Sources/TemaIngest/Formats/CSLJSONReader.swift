import TemaFormats
import TemaModel

/// Reads references in CSL-JSON, as Zotero, Mendeley and Crossref give them.
enum CSLJSONReader: TextReader {
    static let name = "csl"
    static let summary = "references with abstracts in CSL-JSON (.json)"
    static let extensions = ["json"]
    static let isXML = false

    static func recognises(_ beginning: InputBeginning) -> Bool {
        let start = beginning.bytes.drop(while: isXMLSpace)
        return start.first == UInt8(ascii: "[") && start.dropFirst().drop(while: isXMLSpace).first == UInt8(ascii: "{")
    }

    /// An object that is no reference is reported with its line; the others go on.
    static func read(_ input: UTF8Input, _: ReadingBuffers, into sink: DocumentSink) throws(Problem) {
        var elements = JSONElements(input)
        var list = ReferenceList(input.source, sink)
        while let element = try elements.next() {
            guard let value = try? JSONValue(element.bytes[...]), case .object(let members) = value else {
                list.report(Problem("this object is not JSON", suggestion: "export it again", line: element.line))
                continue
            }
            guard value["title"] != nil || value["type"] != nil else {
                list.report(
                    Problem(
                        "this object is no reference in CSL-JSON", suggestion: "leave it out, or the whole file",
                        line: element.line))
                continue
            }
            try list.take(CSLRecord(members).reference(line: element.line))
        }
        try list.finish("CSL-JSON")
    }
}
