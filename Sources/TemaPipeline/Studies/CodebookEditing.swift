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
        try change(edit, to: try yaml(after: edit), split: edit.split(ids), by: coder)
    }

    /// Returns what ``edit(_:moving:by:)`` would change. The study is not changed.
    ///
    /// - Parameters:
    ///   - edit: The edit.
    ///   - ids: For a split, the ids of the codings to move to the new code.
    /// - Throws: The same ``Problem`` as the edit if it cannot be made.
    public func preview(_ edit: CodebookEdit, moving ids: [String] = []) throws(Problem) -> EditPreview {
        _ = try yaml(after: edit)
        var preview = try effect(of: edit, split: edit.split(ids))
        preview.codes = CodeList(try codebookOrEmpty).entries.count {
            $0.path != edit.path && edit.newPath(of: $0.path) != $0.path
        }
        return preview
    }

    /// Returns the codebook after an edit.
    private func yaml(after edit: CodebookEdit) throws(Problem) -> String {
        let edited = try RefiCodeGUIDs.keeping(in: try codebookOrEmpty) { (book) throws(Problem) in
            try edit.applied(to: book)
        }
        let yaml = CodebookYAML.write(edited)
        _ = try CodebookYAML.checked(yaml, of: self)
        return yaml
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

extension CodebookEdit {
    /// Returns the codings that a split moves, and the path of the new code; nil for other edits.
    fileprivate func split(_ ids: [String]) -> (ids: [String], path: String)? {
        guard case .split(let path, let id) = self else { return nil }
        return (ids, Self.sibling(of: path, id: id))
    }
}

extension CodebookYAML {
    /// Reads a codebook that a study gets, and returns its warnings.
    ///
    /// - Throws: The first error as a ``Problem`` without a line: lines of the study's YAML are not those of a file that people
    ///   see.
    static func checked(_ yaml: String, of study: Study) throws(Problem) -> [Problem] {
        let (codebook, problems) = read(Array(yaml.utf8), file: study.path)
        let plain = problems.map { problem in
            var problem = problem
            (problem.line, problem.column) = (nil, nil)
            return problem
        }
        if codebook == nil, let error = plain.first(where: { $0.severity == .error }) { throw error }
        return plain
    }
}
