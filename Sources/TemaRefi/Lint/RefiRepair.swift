public import TemaFormats
public import TemaModel

/// Writes a copy of a REFI-QDA file in which what can be mended without guessing is mended.
public struct RefiRepair {
    public let bytes: [UInt8]
    /// What was mended, as findings that say what it is now.
    public let mended: RefiFindings
    /// What is still wrong with the copy.
    public let left: RefiFindings

    /// - Throws: A ``Problem`` where it cannot be read, or has something in it that must not be copied.
    public init(_ source: ByteSource) throws(Problem) {
        var found = RefiFindings()
        let file = try RefiFile(source, &found)
        guard let grammar = RefiLint.grammar(of: file, &found) else {
            throw Problem(
                "its outermost element is \(file.root.name)", suggestion: RefiRule.root.suggestion, file: source.name,
                line: file.root.line)
        }
        var mending = RefiMending(grammar, member: file.project)
        var output = XMLOutput()
        output.add(mending.mended(file.root))
        var mended = mending.findings
        mended.member = file.project
        for rule in [RefiRule.xmlMark, .xmlEncoding] where found.count(rule) > 0 {
            mended.add(rule, "the XML is UTF-8 without a byte-order mark", line: 1)
        }
        bytes = file.isArchive ? try Self.archive(file, output.bytes, mended: &mended) : output.bytes
        self.mended = mended
        left = try RefiLint.check(.bytes(bytes, name: source.name))
    }

    /// The project first, then all other files as they are, in their order.
    private static func archive(
        _ file: RefiFile, _ project: [UInt8], mended: inout RefiFindings
    ) throws(Problem) -> [UInt8] {
        mended.member = nil
        let written = try ZipFile()
        try written.add("project.qde", project)
        if let name = file.project, name != "project.qde" { mended.add(.projectName, "\(name) is now project.qde") }
        try file.source.rewind()
        let zip = try ZipReading(file.source)
        var wasCapital = false
        while let member = try zip.next() {
            guard !member.isFolder, member.name != file.project else { continue }
            if let hazard = member.hazard {
                throw Problem(
                    "\(member.name) in it \(hazard)", suggestion: RefiRule.unsafePath.suggestion, file: file.source.name
                )
            }
            let isSource = member.name.lowercased().hasPrefix("sources/")
            wasCapital = wasCapital || isSource && !member.name.hasPrefix("sources/")
            let name = isSource ? "sources/" + member.name.dropFirst("sources/".count) : member.name
            try written.add(name, try zip.bytes(of: member, atMost: ZipFile.mostBytes))
        }
        if wasCapital { mended.add(.sourcesFolder, "the folder is now named sources") }
        return try written.finish()
    }
}
