public import TemaFormats
public import TemaModel

/// A repaired copy of a REFI-QDA file, in which only problems that need no guessing are repaired.
public struct RefiRepair {
    /// The bytes of the copy.
    public let bytes: [UInt8]
    /// The repairs, as findings that describe each change.
    public let repairs: RefiFindings
    /// The findings on the copy.
    public let left: RefiFindings

    /// Repairs a file. The file itself is not changed.
    ///
    /// - Throws: A ``Problem`` if the file cannot be read, or has a member that is not safe to copy.
    public init(_ source: ByteSource) throws(Problem) {
        var found = RefiFindings()
        let file = try RefiFile(source, &found)
        guard let grammar = RefiLint.grammar(of: file, &found) else {
            throw Problem(
                "its root element is \(file.root.name)", suggestion: RefiRule.root.suggestion, file: source.name,
                line: file.root.line)
        }
        var repairer = RefiRepairer(grammar, member: file.project)
        var output = XMLOutput()
        output.add(repairer.repaired(file.root))
        var repairs = repairer.findings
        repairs.member = file.project
        for rule in [RefiRule.xmlMark, .xmlEncoding] where found.count(rule) > 0 {
            repairs.add(rule, "wrote the XML as UTF-8 without a byte-order mark", line: 1)
        }
        bytes = file.isArchive ? try Self.archive(file, output.bytes, repairs: &repairs) : output.bytes
        self.repairs = repairs
        left = try RefiLint.check(.bytes(bytes, name: source.name))
    }

    /// Returns an archive with the project first, then all other files unchanged and in their order.
    private static func archive(
        _ file: RefiFile, _ project: [UInt8], repairs: inout RefiFindings
    ) throws(Problem) -> [UInt8] {
        repairs.member = nil
        let written = try ZipWriter()
        try written.add("project.qde", project)
        if let name = file.project, name != "project.qde" {
            repairs.add(.projectName, "renamed \(name) to project.qde")
        }
        try file.source.rewind()
        let zip = try ZipReader(file.source)
        var wasCapital = false
        while let member = try zip.next() {
            guard !member.isFolder, member.name != file.project else { continue }
            if let hazard = member.hazard {
                throw Problem(
                    "its member \(member.name) \(hazard)", suggestion: RefiRule.unsafePath.suggestion,
                    file: file.source.name
                )
            }
            let isSource = member.name.lowercased().hasPrefix("sources/")
            wasCapital = wasCapital || isSource && !member.name.hasPrefix("sources/")
            let name = isSource ? "sources/" + member.name.dropFirst("sources/".count) : member.name
            try written.add(name, try zip.bytes(of: member, atMost: ZipWriter.mostBytes))
        }
        if wasCapital { repairs.add(.sourcesFolder, "renamed the folder to sources") }
        return try written.finish()
    }
}
