import TemaFormats
import TemaModel

/// Checks content that the schema allows but that is not meaningful: missing or duplicate texts, values of the wrong
/// type, times that end before they begin.
struct RefiSemantics {
    private var variables: [GUID: String] = [:]
    /// The depth of codes that all programs show.
    private static let usualDepth = 3

    init(_ root: XMLNode) {
        for variable in root.first("Variables")?.elements ?? [] {
            if let guid = variable["guid"].flatMap({ GUID($0) }) { variables[guid] = variable["typeOfVariable"] }
        }
    }

    func check(_ root: XMLNode, _ findings: inout RefiFindings) {
        let codes = root.name == "CodeBook" ? root.first("Codes") : root.first("CodeBook", "Codes")
        if let codes {
            checkNames(codes, &findings)
            let depth = Self.depth(codes)
            if depth > Self.usualDepth {
                findings.add(.deepCodes, "codes are nested \(depth) levels deep", line: codes.line)
            }
        }
        walk(root, &findings)
    }

    private func walk(_ node: XMLNode, _ findings: inout RefiFindings) {
        switch node.name {
        case "TextSource", "Note", "Representation", "TextDescription", "Transcript": checkText(node, &findings)
        case "AudioSelection", "VideoSelection": checkTimes(node, &findings)
        case "PDFSelection":
            if let page = Self.number(node, "page"), page < 0 {
                findings.add(.page, "PDFSelection is on page \(page)", line: node.line)
            }
        case "VariableValue": checkValue(node, &findings)
        default: break
        }
        for element in node.elements { walk(element, &findings) }
    }

    private func checkText(_ node: XMLNode, _ findings: inout RefiFindings) {
        let hasPath = !(node["plainTextPath"] ?? "").isEmpty
        let hasContent = node.first("PlainTextContent") != nil
        if hasPath, hasContent {
            findings.add(.twoTexts, "\(node.name) has both a plainTextPath and a PlainTextContent", line: node.line)
        }
        if !hasPath, !hasContent {
            findings.add(.noText, "\(node.name) has neither a plainTextPath nor a PlainTextContent", line: node.line)
        }
    }

    private func checkTimes(_ node: XMLNode, _ findings: inout RefiFindings) {
        guard let begin = Self.number(node, "begin"), let end = Self.number(node, "end") else { return }
        if begin < 0 || end < 0 {
            findings.add(.negativePosition, "\(node.name) begins or ends before 0", line: node.line)
        } else if end < begin {
            findings.add(.invertedTime, "\(node.name) begins at \(begin) ms and ends at \(end) ms", line: node.line)
        }
    }

    private func checkValue(_ node: XMLNode, _ findings: inout RefiFindings) {
        guard let value = node.elements.first(where: { $0.name.hasSuffix("Value") }) else {
            return findings.add(.noValue, "VariableValue has no value", line: node.line)
        }
        let variable = node.first("VariableRef")?["targetGUID"].flatMap { GUID($0) }
        if let type = variable.flatMap({ variables[$0] }), value.name != type + "Value" {
            findings.add(.valueType, "\(value.name) for a variable of type \(type)", line: value.line)
        }
    }

    private func checkNames(_ parent: XMLNode, _ findings: inout RefiFindings) {
        var lines: [String: Int] = [:]
        for code in parent.elements("Code") {
            if let name = code["name"] {
                if let line = lines[name] {
                    findings.add(
                        .duplicateName, "the code “\(name)” has the name of the code in line \(line)", line: code.line)
                } else {
                    lines[name] = code.line
                }
            }
            checkNames(code, &findings)
        }
    }

    private static func depth(_ node: XMLNode) -> Int {
        node.elements("Code").reduce(0) { max($0, 1 + depth($1)) }
    }

    static func number(_ node: XMLNode, _ attribute: String) -> Int? {
        node[attribute].flatMap { Int(RefiValue.stripped($0)) }
    }
}
