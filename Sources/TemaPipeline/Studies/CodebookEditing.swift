import TemaCodebook
import TemaFormats
public import TemaModel
import TemaRefi
public import TemaStudy

extension Study {
    /// Edits the study's codebook, as one action. Codings and memos follow their codes, and a code keeps the GUID by which
    /// other programs and copies of the study know it.
    ///
    /// - Parameters:
    ///   - edit: The edit.
    ///   - ids: For a split, the ids of the codings to move to the new code.
    ///   - coder: The coder who edits.
    /// - Throws: A ``Problem`` if the edit cannot be made, or the study cannot be backed up or
    ///   written. The study is then unchanged.
    public func edit(
        _ edit: CodebookEdit, moving ids: [String] = [], by coder: String
    ) throws(Problem) -> CodebookChangeResult {
        let edited = try RefiCodeGUIDs.keeping(in: try codebookOrEmpty) { (book) throws(Problem) in
            try edit.applied(to: book)
        }
        let yaml = CodebookYAML.write(edited)
        let (codebook, problems) = CodebookYAML.read(Array(yaml.utf8), file: path)
        if codebook == nil, var problem = problems.first(where: { $0.severity == .error }) {
            // Lines of the study's YAML are not those of a file that people see.
            (problem.line, problem.column) = (nil, nil)
            throw problem
        }
        var part: (ids: [String], path: String)?
        if case .split(let path, let id) = edit { part = (ids, CodebookEdit.sibling(of: path, id: id)) }
        return try change(edit, to: yaml, split: part, by: coder)
    }

    /// The study's codebook; one without codes if it has none yet.
    private var codebookOrEmpty: Codebook {
        get throws(Problem) {
            if try codebook() == nil {
                return Codebook(id: CodesFromNames.id(of: InputPath(path).stem(without: ["tema"])))
            }
            return try CodebookFile(of: self).codes.codebook
        }
    }
}
