import TemaCodebook
import TemaFormats
import TemaModel

/// The codes of a `Codes` element, read from a codebook file or a project.
struct RefiCodes {
    private(set) var codes: [Code] = []
    /// The path of each code by GUID. If several codes have one GUID, the path of the first.
    private(set) var paths: [GUID: String] = [:]
    /// The paths of all codes in document order.
    private(set) var order: [String] = []
    /// The references to notes, in document order.
    private(set) var notes: [(note: GUID, path: String)] = []
    private var count = 0
    private var losses: Losses

    /// Reads the codes of a `Codes` element.
    ///
    /// - Throws: A ``Problem`` with its line if there are more codes, or deeper ones, than a codebook may have.
    init(_ codes: XMLNode?, _ losses: inout Losses) throws(Problem) {
        self.losses = losses
        self.codes = try read(codes?.elements ?? [], above: "", depth: 1)
        losses = self.losses
    }

    private mutating func read(_ nodes: [XMLNode], above: String, depth: Int) throws(Problem) -> [Code] {
        var ids = IDMaker()
        var codes: [Code] = []
        for node in nodes {
            guard node.name == "Code" else {
                if depth == 1 { losses.add(node.name, "unknown element in Codes") }
                continue
            }
            guard depth <= CodebookLimits.depth else {
                throw Problem(
                    "codes are nested more than \(CodebookLimits.depth) levels deep",
                    suggestion: "flatten the code tree in the program that exported it",
                    line: node.line)
            }
            count += 1
            guard count <= CodebookLimits.codes else {
                throw Problem(
                    "more than \(CodebookLimits.codes) codes", suggestion: "split the codebook", line: node.line)
            }
            codes.append(
                try code(node, id: ids.id(for: node["name"] ?? ""), above: above, depth: depth))
        }
        return codes
    }

    private mutating func code(_ node: XMLNode, id: String, above: String, depth: Int) throws(Problem) -> Code {
        let path = above + id
        var code = Code(id: id)
        if let name = node["name"], !name.isEmpty {
            code.name = ByLanguage(cut(name, CodebookLimits.nameLength, element: "name"))
        }
        code.definition = definition(node.first("Description")?.text ?? "")
        code.color = color(node["color"])
        if let guid = node.guid() {
            if paths[guid] == nil {
                (paths[guid], code.guid) = (path, guid.text)
            } else {
                losses.add("Code", "duplicate GUID")
            }
        } else {
            losses.add("Code", "it has no GUID and cannot be referred to")
        }
        // Codes are codable unless they say otherwise, as in a codebook without names of levels.
        if let isCodable = node["isCodable"], !["true", "1"].contains(isCodable) { code.isCodable = false }
        order.append(path)
        for part in node.elements {
            switch part.name {
            case "Description", "Code": break
            case "NoteRef": if let note = part.guid("targetGUID") { notes.append((note, path)) }
            default: losses.add(part.name, "unknown element in Code")
            }
        }
        code.codes = try read(node.elements("Code"), above: path + "/", depth: depth + 1)
        return code
    }

    private mutating func definition(_ text: String) -> ByLanguage<String> {
        text.allSatisfy(\.isWhitespace)
            ? ByLanguage() : ByLanguage(cut(text, CodebookLimits.textLength, element: "Description"))
    }

    private mutating func cut(_ text: String, _ most: Int, element: String) -> String {
        guard text.utf8.count > most, text.unicodeScalars.count > most else { return text }
        losses.add(element, "it is longer than \(most) characters and was truncated")
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
    }

    private mutating func color(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        guard let color = RefiColor.read(text) else {
            losses.add("color", "not a recognized color")
            return nil
        }
        return color
    }
}

/// Colors in the form that Tema uses.
enum RefiColor {
    /// Returns a color of any supported form as `#rrggbb`, or nil if it is not recognized.
    static func read(_ text: String) -> String? {
        guard let color = RefiColorText.repaired(text)?.lowercased() else { return nil }
        guard color.utf8.count == 4 else { return color }
        return "#" + color.dropFirst().map { "\($0)\($0)" }.joined()
    }
}
