public import TemaFormats
public import TemaModel

/// Checks REFI-QDA codebooks (`.qdc`) and projects (`.qde`, `.qdpx`): what the schema demands, and what it forgets.
public enum RefiLint {
    /// The time follows the length of the file.
    ///
    /// - Throws: A ``Problem`` where it cannot be read at all: no such file, no ZIP file, no project in it, ill-formed XML.
    public static func check(_ source: ByteSource) throws(Problem) -> RefiFindings {
        var findings = RefiFindings()
        let file = try RefiFile(source, &findings)
        check(file, &findings)
        return findings
    }

    static func check(_ file: RefiFile, _ findings: inout RefiFindings) {
        guard let grammar = grammar(of: file, &findings) else { return }
        var structure = RefiStructure(grammar, findings)
        structure.check(file.root)
        findings = structure.findings
        let isCodebook = file.root.name == "CodeBook"
        RefiReferences(file.root, isCodebook: isCodebook, findings: &findings).check(file.root, &findings)
        RefiMeanings(file.root).check(file.root, &findings)
        if !isCodebook {
            var paths = RefiPaths(file)
            paths.check(&findings)
        }
    }

    /// The schema that the outermost element tells of.
    static func grammar(of file: RefiFile, _ findings: inout RefiFindings) -> RefiGrammar? {
        let root = file.root.name
        if root == RefiGrammar.project.root { return .project }
        if root == RefiGrammar.codebook.root, !file.isArchive { return .codebook }
        findings.add(
            .root, "the outermost element is \(root), not \(file.isArchive ? "Project" : "Project or CodeBook")",
            line: file.root.line)
        return nil
    }
}
