import TemaFormats
import TemaModel

/// Checks the files of a project: whether those it refers to exist, whether others exist, and the encoding of texts.
struct RefiPaths {
    let file: RefiFile
    /// The elements that refer to each text in the archive, by the member's name.
    private var texts: [String: [XMLNode]] = [:]
    private var named: Set<String> = []
    private var positions: RefiPositions

    init(_ file: RefiFile) {
        self.file = file
        positions = RefiPositions(origin: file.root["origin"])
    }

    mutating func check(_ findings: inout RefiFindings) {
        walk(file.root, &findings)
        if file.isArchive {
            let project = findings.member
            findings.member = nil
            checkUnnamed(&findings)
            checkTexts(project, &findings)
            findings.member = project
        }
        positions.finish(&findings)
    }

    private mutating func walk(_ node: XMLNode, _ findings: inout RefiFindings) {
        // The archive's texts are read in one pass when all paths are known.
        var hasText = false
        for attribute in ["plainTextPath", "richTextPath", "path"] {
            guard let path = node[attribute], !path.isEmpty else { continue }
            let member = checkPath(path, attribute: attribute, node: node, findings: &findings)
            guard attribute == "plainTextPath", let member else { continue }
            texts[member, default: []].append(node)
            hasText = true
        }
        if !hasText {
            let content = node.first("PlainTextContent")?.text
            positions.add(node, content.map { SourceText($0) }, findings: &findings)
        }
        for element in node.elements { walk(element, &findings) }
    }

    /// Checks a path.
    ///
    /// - Returns: The member of the archive that the path refers to, or nil if there is none.
    private mutating func checkPath(
        _ path: String, attribute: String, node: XMLNode, findings: inout RefiFindings
    ) -> String? {
        let what = "\(attribute) of \(node.name) is “\(path.prefix(80))”"
        guard path.hasPrefix("internal://") else {
            let isOutside = ["relative://", "absolute://"].contains { path.hasPrefix($0) }
            findings.add(isOutside ? .externalSource : .badPath, what, line: node.line)
            return nil
        }
        let name = path.dropFirst("internal://".count).drop { $0 == "/" }
        guard !name.isEmpty, !name.contains("\\"), !name.split(separator: "/").contains("..") else {
            findings.add(.badPath, what, line: node.line)
            return nil
        }
        guard file.isArchive else { return nil }
        guard let member = file.members["sources/" + name.lowercased()] else {
            findings.add(.missingSource, what + ", which is not in the archive", line: node.line)
            return nil
        }
        named.insert(member)
        return member
    }

    private func checkUnnamed(_ findings: inout RefiFindings) {
        for member in file.members.values.sorted() where !named.contains(member) && member != file.project {
            // Hidden files are placeholders for empty folders, and Tema reads its own members.
            let isOwn = member.hasPrefix("tema/") || member.split(separator: "/").last?.hasPrefix(".") ?? false
            if !isOwn, !member.lowercased().hasSuffix(".qde") {
                findings.add(.unnamedFile, "\(member) is in the archive, but no element refers to it")
            }
        }
    }

    private mutating func checkTexts(_ project: String?, _ findings: inout RefiFindings) {
        var (texts, positions) = (self.texts, self.positions)
        var problem: Problem?
        file.each(Set(texts.keys)) { name, bytes in
            let text = Self.text(name, bytes, findings: &findings)
            findings.member = project
            for node in texts[name] ?? [] { positions.add(node, text, findings: &findings) }
            texts[name] = nil
        } failed: {
            problem = $0
        }
        // An error that ended the first pass over the archive ends this one too.
        if let problem, findings.count(.archive) == 0 { findings.add(.archive, problem.message) }
        self.positions = positions
    }

    private static func text(_ name: String, _ bytes: [UInt8], findings: inout RefiFindings) -> SourceText? {
        findings.member = name
        // `SourceText` rejects a text of white space only, but here it is valid.
        if bytes.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
            return SourceText(String(decoding: bytes, as: UTF8.self))
        }
        do throws(Problem) {
            let text = try SourceText(.bytes(bytes, name: name))
            if text.hasMark { findings.add(.textMark, "it begins with a byte-order mark") }
            if text.hasCRLF { findings.add(.textLineEnds, "its lines end with CRLF") }
            return text
        } catch {
            findings.add(.textEncoding, error.message, line: error.line)
            return nil
        }
    }
}
