import TemaCodebook
import TemaFormats
import TemaIngest
import TemaModel

/// The format of REFI-QDA codebooks (`.qdc`, version 1.0 of the schema): codes with names, descriptions and colors.
package enum RefiCodebook: CodebookFormat {
    package static let name = "qdc"
    package static let summary = "REFI-QDA codebook, for NVivo, ATLAS.ti, MAXQDA and others (.qdc)"
    package static let extensions = ["qdc"]
    package static let isXML = true

    package static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: beginning.prefix(4_096), as: UTF8.self)
        return text.contains("<CodeBook") || text.contains(":CodeBook")
    }

    /// Reads a codebook. The ids of codes are derived from their names; a code's description becomes its definition.
    package static func read(_ input: UTF8Input, _ losses: inout Losses) throws(Problem) -> Codebook {
        let root = try XMLTree.read(input)
        guard root.name == "CodeBook" else {
            throw Problem(
                "its root element is \(root.name), not CodeBook",
                suggestion: "export the codebook as REFI-QDA again",
                line: root.line)
        }
        let found = try RefiCodes(root.first("Codes"), &losses)
        for element in root.elements where element.name != "Codes" {
            let isSets = element.name == "Sets"
            losses.add(
                isSets ? "Set" : element.name, "a codebook cannot represent it",
                count: isSets ? element.elements.count : 1)
        }
        guard !found.codes.isEmpty else {
            throw Problem(
                "it contains no codes", suggestion: "export the codebook as REFI-QDA again", line: root.line)
        }
        let stem = input.source.path.stem
        return RefiCodeGUIDs.withoutDerived(
            Codebook(
                id: CodesFromNames.id(of: stem.lowercased().hasSuffix(".qdc") ? String(stem.dropLast(4)) : stem),
                codes: found.codes))
    }

    package static func write(_ codebook: Codebook, _ losses: inout Losses) throws(Problem) -> [UInt8] {
        guard !codebook.codes.isEmpty else {
            throw Problem("a REFI-QDA codebook must have at least one code", suggestion: "add codes to the codebook")
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
        losses.add("control character", "not allowed in XML; replaced with �", count: out.replaced)
        return out.bytes
    }

    /// Records the losses of the codebook's own properties, such as its description.
    ///
    /// - Parameter title: The title that is written elsewhere and is therefore not lost.
    static func note(losses codebook: Codebook, title: String? = nil, losses: inout Losses) {
        let none = "REFI-QDA cannot represent it"
        losses.add("title", none, count: codebook.title.entries.filter { $0.value != title }.count)
        losses.add("source", none, count: codebook.source == nil ? 0 : 1)
        losses.add("description", none, count: codebook.description.isEmpty ? 0 : 1)
        losses.add("memo of the codebook", none, count: codebook.memo == nil ? 0 : 1)
        losses.add("name of a level", none, count: codebook.levels.count)
    }
}
