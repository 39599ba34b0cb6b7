public import TemaFormats
public import TemaModel

/// A checker of REFI-QDA codebooks (`.qdc`) and projects (`.qde`, `.qdpx`). It checks the rules of the schema, and
/// others that the schema does not express.
public enum RefiLint {
    /// Returns the findings on a file.
    ///
    /// - Throws: A ``Problem`` if the file cannot be checked: it does not exist, is not a ZIP file, contains no
    ///   project, or its XML is not well-formed.
    /// - Complexity: O(*n*), where *n* is the length of the file.
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
        RefiSemantics(file.root).check(file.root, &findings)
        if !isCodebook {
            var paths = RefiPaths(file)
            paths.check(&findings)
        }
    }

    /// Returns the schema for the root element, or nil if the element is unknown.
    static func grammar(of file: RefiFile, _ findings: inout RefiFindings) -> RefiGrammar? {
        let root = file.root.name
        if root == RefiGrammar.project.root { return .project }
        if root == RefiGrammar.codebook.root, !file.isArchive { return .codebook }
        findings.add(
            .root, "the root element is \(root), not \(file.isArchive ? "Project" : "Project or CodeBook")",
            line: file.root.line)
        return nil
    }
}
