import TemaCodebook
import TemaFormats
import TemaIngest
import TemaModel

/// REFI-QDA codebooks (`.qdc`, version 1.0 of the schema): codes with names, descriptions and colours.
package enum RefiCodebook: CodebookFormat {
    package static let name = "qdc"
    package static let summary = "REFI-QDA codebook, for NVivo, ATLAS.ti, MAXQDA and others (.qdc)"
    package static let extensions = ["qdc"]
    package static let isXML = true

    package static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: beginning.prefix(4_096), as: UTF8.self)
        return text.contains("<CodeBook") || text.contains(":CodeBook")
    }

    /// Codes get ids that are made of their names. A code's description is its definition.
    package static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        let root = try XMLTree.read(input)
        guard root.name == "CodeBook" else {
            throw Problem(
                "its outermost element is \(root.name), not CodeBook",
                suggestion: "export the codebook as REFI-QDA anew",
                line: root.line)
        }
        let found = try RefiCodes(root.first("Codes"), &losses)
        for element in root.elements where element.name != "Codes" {
            let isSets = element.name == "Sets"
            losses.add(
                isSets ? "Set" : element.name, "a codebook has no place for it",
                count: isSets ? element.elements.count : 1)
        }
        guard !found.codes.isEmpty else {
            throw Problem(
                "there are no codes in it", suggestion: "export the codebook as REFI-QDA anew", line: root.line)
        }
        let stem = input.source.stem
        return Codebook(
            id: MadeCodes.id(of: stem.lowercased().hasSuffix(".qdc") ? String(stem.dropLast(4)) : stem),
            codes: found.codes)
    }

    package static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        guard !codebook.codes.isEmpty else {
            throw Problem("a REFI-QDA codebook must have codes", suggestion: "add codes to the codebook")
        }
        var tree = RefiCodeTree()
        tree.losses = losses
        let codes = tree.nodes(codebook)
        losses = tree.losses
        note(losses: codebook, losses: &losses)
        var out = XMLOutput()
        out.begin(XMLNode("CodeBook", ["xmlns": "urn:QDA-XML:codebook:1.0", "origin": "Tema"]))
        out.begin(XMLNode("Codes"))
        for code in codes { out.add(code) }
        out.end()
        out.end()
        losses.add("control character", "XML cannot hold it; � stands in its place", count: out.replaced)
        return out.bytes
    }

    /// What is said of a codebook as a whole.
    ///
    /// - Parameter title: The title that is written all the same.
    static func note(losses codebook: Codebook, title: String? = nil, losses: inout Losses) {
        let none = "REFI-QDA has no place for it"
        losses.add("title", none, count: codebook.title.entries.filter { $0.value != title }.count)
        losses.add("source", none, count: codebook.source == nil ? 0 : 1)
        losses.add("description", none, count: codebook.description.isEmpty ? 0 : 1)
        losses.add("memo of the codebook", none, count: codebook.memo == nil ? 0 : 1)
        losses.add("name of a level", none, count: codebook.levels.count)
    }
}
